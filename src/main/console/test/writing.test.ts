import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fill, missing, wording } from '../src/canned';
import { draftIn, draftsOf, hasDraft, keep } from '../src/drafts';
import { safeAddress } from '../src/rich-text';
import { presets } from '../src/views/actions';

describe('writing', () => {
  it('line 11: a draft is kept by conversation and by agent, and goes when it is empty', () => {
    draftsOf('agt_1');
    const draft = { ...draftIn('cnv_1'), reply: 'مرحبا' };
    keep('cnv_1', draft);
    assert.deepEqual(draftIn('cnv_1'), draft);
    assert.ok(hasDraft('cnv_1') && !hasDraft('cnv_2'));
    draftsOf('agt_2');
    assert.ok(!hasDraft('cnv_1'));
    draftsOf('agt_1');
    keep('cnv_1', { ...draft, reply: '  ' });
    assert.ok(!hasDraft('cnv_1'));
  });

  it('line 17: a canned reply is in the shopper\'s language, with its variables filled or shown', () => {
    const reply = { id: 'c', shortcut: 'hi', title: 'Hello', texts: { en: 'Hello {{shopper.name}}', de: 'Hallo {{shopper.name}}, {{agent.name}}' } };
    assert.deepEqual(wording(reply, 'de').language, 'de');
    assert.deepEqual(wording(reply, 'ja').language, 'en');
    const filled = fill(reply.texts.de, { 'agent.name': 'Mara' });
    assert.equal(filled, 'Hallo {{shopper.name}}, Mara');
    assert.deepEqual(missing(filled), ['shopper.name']);
  });

  it('line 22: later means an hour, three, tomorrow or Monday, in the agent\'s own time', () => {
    const saturday = new Date(2026, 2, 7, 22, 30);
    const times = presets(saturday).map(([, until]) => until);
    assert.equal(times[0]!.getTime() - saturday.getTime(), 3_600_000);
    assert.deepEqual([times[2]!.getDay(), times[2]!.getHours()], [0, 9]);
    assert.deepEqual([times[3]!.getDay(), times[3]!.getHours(), times[3]!.getDate()], [1, 9, 9]);
    assert.equal(presets(new Date(2026, 2, 9, 10))[3]![1].getDate(), 16);
  });

  it('opens no address that runs code', () => {
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '//x', '', undefined]) assert.equal(safeAddress(bad), undefined);
    assert.equal(safeAddress('https://shop.example/a'), 'https://shop.example/a');
  });
});
