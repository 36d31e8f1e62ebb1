import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SseParser, type ServerEvent } from '../src/sse-parser';

const STREAM = [
  ': hb\n\n',
  'id: 7\nevent: turn.created\ndata: {"turn":{"id":"trn_1"}}\n\n',
  'event: turn.delta\r\ndata: {"text":"30 Tage – 三十日 🧶"}\r\n\r\n',
  'data: one\ndata: two\n\n',
  'id:8\nevent:turn.completed\ndata:{"text":"يومًا"}\nretry: 10\nunknown: x\n\n',
  'event: unfinished\ndata: never dispatched\n',
].join('');

const EVENTS: ServerEvent[] = [
  { id: '7', type: 'turn.created', data: '{"turn":{"id":"trn_1"}}' },
  { type: 'turn.delta', data: '{"text":"30 Tage – 三十日 🧶"}' },
  { type: 'message', data: 'one\ntwo' },
  { id: '8', type: 'turn.completed', data: '{"text":"يومًا"}' },
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

  it('leaves out a byte order mark and takes a lone return as the end of a line', () => {
    const text = new TextEncoder().encode('\ufeffdata: a\r\rdata: b\r\r\n');
    assert.deepEqual(new SseParser().push(text), [{ type: 'message', data: 'a' }, { type: 'message', data: 'b' }]);
  });

  it('has no id where the event had none', () => {
    const [first, second] = new SseParser().push(new TextEncoder().encode('id: 1\ndata: a\n\ndata: b\n\n'));
    assert.equal(first?.id, '1');
    assert.ok(second && !('id' in second));
  });
});
