import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SseParser } from '../src/sse-parser';

const STREAM = [
  ': hb\n\n',
  'id: 7\nevent: turn.created\ndata: {"turn":{"id":"trn_1"}}\n\n',
  'event: turn.delta\r\ndata: {"text":"30 Tage – 三十日 🧶"}\r\n\r\n',
  'id:8\nevent:turn.completed\ndata:{"text":"a: b\u2028data: c"}\n\n',
  'event: unfinished\ndata: never dispatched\n',
].join('');

const EVENTS = [
  { '': 'hb' },
  { id: '7', event: 'turn.created', data: '{"turn":{"id":"trn_1"}}' },
  { event: 'turn.delta', data: '{"text":"30 Tage – 三十日 🧶"}' },
  { id: '8', event: 'turn.completed', data: '{"text":"a: b\u2028data: c"}' },
];

const bytes = new TextEncoder().encode(STREAM);

describe('SseParser', () => {
  it('reads the same events wherever the bytes are cut', () => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      const parser = new SseParser();
      assert.deepEqual([...parser.push(bytes.slice(0, cut)), ...parser.push(bytes.slice(cut))], EVENTS, `cut at byte ${cut}`);
    }
  });

  it('reads the same events byte by byte', () => {
    const parser = new SseParser();
    assert.deepEqual([...bytes].flatMap((byte) => parser.push(Uint8Array.of(byte))), EVENTS);
  });

  it('has no id where the event had none', () => {
    const [first, second] = new SseParser().push(new TextEncoder().encode('id: 1\ndata: a\n\ndata: b\n\n'));
    assert.equal(first?.id, '1');
    assert.equal(second?.id, undefined);
  });
});
