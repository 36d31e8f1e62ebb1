import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Colleague } from '../src/contract';
import { begunAt, colleaguesCalled, pieces, stillNamed, withName } from '../src/mentions';

const colleague = (id: string, display_name: string, fields: Partial<Colleague> = {}): Colleague => ({ id, display_name, languages: [], teams: [], roles: ['agent'], active: true, ...fields });
const TEAM = [colleague('1', 'Mara Lind'), colleague('2', 'Yusuf Haddad'), colleague('3', 'Zoë Mørk'), colleague('4', 'يوسف حداد'), colleague('5', 'Mona', { active: false }), colleague('6', 'Max', { roles: ['editor'] })];
const ids = (search: string): string => colleaguesCalled(search, TEAM, '2').map(({ id }) => id).join('');
const at = (text: string, chosen: { id: string; name: string }[] = []): string | undefined => begunAt(text, text.length, chosen)?.search;

describe('line 31: mentions', () => {
  it('begin with an @ that is not in an address, in any script', () => {
    assert.equal(at('@'), '');
    assert.equal(at('look, @ma'), 'ma');
    assert.equal(at('確認お願いします@あ'), 'あ');
    assert.equal(at('انظر @يو'), 'يو');
    assert.equal(at('write to anna@example'), undefined);
    assert.equal(at('5 @ 3'), undefined);
    assert.equal(at('@Mara Lind is', [{ id: '1', name: 'Mara Lind' }]), undefined);
    assert.equal(at('@Mara Li'), 'Mara Li');
  });

  it('find colleagues at the desk by the beginning of any of their names, without their accents', () => {
    assert.equal(ids(''), '134');
    assert.equal(ids('MA'), '1');
    assert.equal(ids('lin'), '1');
    assert.equal(ids('zoe'), '3');
    assert.equal(ids('حد'), '4');
    assert.equal(ids('ara'), '');
  });

  it('put the whole name in the place of what was typed, also in the middle', () => {
    assert.deepEqual(withName('ask @ma', { at: 4, search: 'ma' }, 'Mara Lind'), ['ask @Mara Lind ', 15]);
    assert.deepEqual(withName('ask @ma now', { at: 4, search: 'ma' }, 'Mara Lind'), ['ask @Mara Lind now', 14]);
  });

  it('are those who were chosen and whom the text still names', () => {
    const chosen = [{ id: '1', name: 'Mara' }, { id: '9', name: 'Mara Lind' }];
    assert.deepEqual(stillNamed('@Mara look', chosen), [chosen[0]]);
    assert.deepEqual(pieces('a @Mara Lind, @Mara and @Yusuf', chosen), ['a ', chosen[1], ', ', chosen[0], ' and @Yusuf']);
    assert.deepEqual(pieces('@Mara', chosen), [chosen[0]]);
    assert.deepEqual(pieces('', chosen), []);
  });
});
