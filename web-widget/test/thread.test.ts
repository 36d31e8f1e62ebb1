import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Turn } from '../src/contract';
import { Thread } from '../src/thread';

const shopper = (id: string, seq: number): Turn => ({ id, seq, author: 'shopper', text: id, status: 'complete' });
const answer = (id: string, seq: number): Turn => ({ id, seq, author: 'assistant', text: '', status: 'open' });
const started = (): Thread => {
  const thread = new Thread();
  thread.load({ id: 'cnv_1', state: 'assistant' }, []);
  thread.apply('turn.created', { turn: shopper('q', 1) }, 1);
  thread.apply('turn.created', { turn: answer('a', 2) }, 2);
  thread.apply('turn.delta', { turn: 'a', n: 0, text: 'One. ' });
  thread.apply('turn.delta', { turn: 'a', n: 1, text: 'Two. ' });
  return thread;
};
const texts = (thread: Thread): string[] => thread.turns.map(({ text }) => text);

describe('Thread', () => {
  it('adds up the pieces of an answer, each once', () => {
    const thread = started();
    thread.apply('turn.delta', { turn: 'a', n: 1, text: 'Two. ' });
    assert.deepEqual(texts(thread), ['q', 'One. Two. ']);
    assert.ok(thread.waiting);
  });

  it('takes the first piece after a reconnect for all so far, whatever its number', () => {
    for (const n of [0, 1]) {
      const thread = started();
      thread.reset();
      thread.apply('turn.delta', { turn: 'a', n, text: 'One. Two. ' });
      thread.apply('turn.delta', { turn: 'a', n: 2, text: 'Three.' });
      assert.equal(texts(thread)[1], 'One. Two. Three.');
    }
  });

  it('tells of a completed turn once, though it is replayed', () => {
    const thread = started();
    const done = { turn: 'a', seq: 3, text: 'Done.', blocks: [] };
    assert.equal(thread.apply('turn.completed', done, 3)?.text, 'Done.');
    assert.equal(thread.apply('turn.completed', done, 3), undefined);
    assert.equal(thread.apply('turn.updated', { ...done, text: 'Corrected.' }, 4), undefined);
    assert.deepEqual(texts(thread), ['q', 'Corrected.']);
    assert.ok(!thread.waiting);
  });

  it('puts an answer after a message that joined it', () => {
    const thread = started();
    thread.apply('turn.created', { turn: shopper('also', 3) }, 3);
    thread.apply('turn.delta', { turn: 'a', n: 0, text: 'Both.' });
    thread.apply('turn.completed', { turn: 'a', seq: 4, text: 'Both.' }, 4);
    assert.deepEqual(texts(thread), ['q', 'also', 'Both.']);
  });

  it('keeps what there was of a stopped answer', () => {
    const thread = started();
    thread.stop();
    thread.apply('turn.delta', { turn: 'a', n: 2, text: 'Three.' });
    thread.apply('turn.completed', { turn: 'a', text: 'One. Two.' }, 3);
    assert.deepEqual(texts(thread), ['q', 'One. Two.']);
    assert.ok(thread.turns[1]?.stopped);
  });

  it('ignores events and fields that it does not know', () => {
    const thread = started();
    thread.apply('weather.changed', { turn: 'nobody', text: 'rain' }, 9);
    thread.apply('turn.delta', { turn: 'nobody', n: 0, text: 'x' });
    assert.deepEqual(texts(thread), ['q', 'One. Two. ']);
    assert.equal(thread.last, 9);
  });
});
