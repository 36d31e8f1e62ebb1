import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationInfo } from '../src/contract';
import { belongs, passes, settled, sorted, urgencyOf } from '../src/queue';

const NOON = Date.parse('2026-03-02T12:00:00Z');
const at = (minutes: number): string => new Date(NOON + minutes * 60_000).toISOString();

function row(id: string, fields: Partial<ConversationInfo> = {}): ConversationInfo {
  return {
    id,
    version: 1,
    state: 'queued',
    language: 'de',
    shopper: { id: 'shp_1', verified: false },
    priority: 'normal',
    labels: [],
    created_at: at(-60),
    updated_at: at(-5),
    ...fields,
  };
}

describe('the queue', () => {
  it('line 3: shows in each view what belongs there', () => {
    const me = 'agt_1';
    const agent = { id: me, name: 'Mara' };
    const rows = [row('queued'), row('open', { state: 'open', agent }), row('others', { state: 'open', agent: { id: 'agt_2', name: 'Ben' } }), row('waiting', { state: 'waiting', agent }), row('snoozed', { state: 'snoozed', agent }), row('resolved', { state: 'resolved' }), row('bot', { state: 'assistant' })];
    const ids = (view: Parameters<typeof belongs>[1]): string[] => rows.filter((one) => belongs(one, view, me, new Set(['bot', 'others']))).map(({ id }) => id);
    assert.deepEqual(ids('mine'), ['open', 'waiting']);
    assert.deepEqual(ids('unassigned'), ['queued']);
    assert.deepEqual(ids('all'), ['queued', 'open', 'others', 'waiting', 'snoozed']);
    assert.deepEqual(ids('mentions'), ['others', 'bot']);
    assert.deepEqual(ids('waiting'), ['waiting']);
    assert.deepEqual(ids('snoozed'), ['snoozed']);
    assert.deepEqual(ids('resolved'), ['resolved']);
    assert.deepEqual(ids('assistant'), ['bot']);
  });

  it('line 3: a filter lets through what it says, and only what people have to do with', () => {
    const me = 'agt_1';
    const agent = { id: me, name: 'Mara' };
    const rows = [row('a', { labels: ['vip'], language: 'ar' }), row('b', { state: 'open', agent, priority: 'high' }), row('c', { state: 'resolved', labels: ['vip'] })];
    const ids = (filter: Partial<Parameters<typeof passes>[1]>): string => rows.filter((one) => passes(one, { states: [], ...filter }, me)).map(({ id }) => id).join('');
    assert.equal(ids({}), 'ab');
    assert.equal(ids({ states: ['open', 'waiting'] }), 'b');
    assert.equal(ids({ assignee: 'me' }), 'b');
    assert.equal(ids({ assignee: 'none' }), 'a');
    assert.equal(ids({ language: 'ar', label: 'vip' }), 'a');
    assert.equal(ids({ priority: 'high', label: 'vip' }), '');
  });

  it('line 5: is sorted by what is due, by waiting time or by age; equals keep their order', () => {
    const due = (minutes: number): Partial<ConversationInfo> => ({ deadline: { kind: 'first-response', due: at(minutes) } });
    const ids = (rows: ConversationInfo[]): string => rows.map(({ id }) => id).join('');
    assert.equal(ids(sorted([row('c'), row('b', due(9)), row('a', due(3))], 'due')), 'abc');
    assert.equal(ids(sorted([row('b', { waits_since: at(-2) }), row('a', { waits_since: at(-9) })], 'waiting')), 'ab');
    assert.equal(ids(sorted([row('b', { updated_at: at(-2) }), row('a', { updated_at: at(-1) })], 'newest')), 'ab');
    assert.equal(ids(sorted([row('b'), row('a')], 'due')), 'ab');
  });

  it('line 5: does not jump under the pointer', () => {
    assert.deepEqual(settled(['a', 'b', 'c'], ['d', 'c', 'a']), ['a', 'c', 'd']);
    assert.deepEqual(settled([], ['b', 'a']), ['b', 'a']);
  });

  it('line 24: a deadline is fine, soon or over', () => {
    const deadline = { kind: 'first-response', due: at(10), warn_at: at(7) } as const;
    assert.equal(urgencyOf(row('a', { deadline }), NOON), 'fine');
    assert.equal(urgencyOf(row('a', { deadline }), NOON + 7 * 60_000), 'soon');
    assert.equal(urgencyOf(row('a', { deadline }), NOON + 10 * 60_000), 'over');
    assert.equal(urgencyOf(row('a'), NOON), undefined);
  });
});
