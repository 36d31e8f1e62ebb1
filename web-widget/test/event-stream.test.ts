import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EventStream, type StreamSource } from '../src/event-stream';
import { problem, type Problem } from '../src/problem';
import type { ServerEvent } from '../src/sse-parser';

const until = async (condition: () => boolean): Promise<void> => {
  for (let i = 0; i < 300 && !condition(); i++) await new Promise((done) => setTimeout(done, 10));
  assert.ok(condition(), 'in three seconds');
};

const line = (text: string, end: 'close' | 'cut' | 'hang', signal?: AbortSignal): Response =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(text));
        if (end === 'close') controller.close();
        if (end === 'cut') setTimeout(() => controller.error(new Error('cut')));
        signal?.addEventListener('abort', () => controller.error(signal.reason));
      },
    }),
  );

class Recorder implements StreamSource {
  events: string[] = [];
  connections: boolean[] = [];
  problem: Problem | undefined;
  opened = 0;

  constructor(readonly answers: ((signal: AbortSignal) => Response)[]) {}

  async open(signal: AbortSignal): Promise<Response> {
    return this.answers[this.opened++]?.(signal) ?? line('', 'hang', signal);
  }

  event = ({ data = '' }: ServerEvent): void => {
    this.events.push(data);
  };

  connection(alive: boolean): void {
    this.connections.push(alive);
  }

  refused(problem: Problem): void {
    this.problem = problem;
  }
}

const refuse = (status: number, retryAfter = 0) => (): Response => {
  throw problem(status, 'code', 'detail', retryAfter);
};

describe('EventStream', () => {
  it('reconnects after an orderly end without an alarm, after a cut with one', async () => {
    const source = new Recorder([() => line('data: a\n\n', 'close'), () => line('data: b\n\n', 'cut'), (signal) => line('data: c\n\n', 'hang', signal)]);
    const stream = new EventStream(source);
    stream.start();
    await until(() => source.events.length === 3);
    stream.stop();
    assert.deepEqual(source.events, ['a', 'b', 'c']);
    assert.deepEqual(source.connections, [true, true, false, true]);
  });

  it('takes a silent line for dead', async () => {
    const source = new Recorder([(signal) => line('data: a\n\n', 'hang', signal), (signal) => line('data: b\n\n', 'hang', signal)]);
    const stream = new EventStream(source, 30);
    stream.start();
    await until(() => source.events.length === 2);
    stream.stop();
  });

  it('gives up where it is refused, but not where it is asked to wait or the server is ill', async () => {
    const source = new Recorder([refuse(503), refuse(429, 0.01), refuse(404)]);
    const stream = new EventStream(source);
    stream.start();
    await until(() => !!source.problem);
    assert.equal(source.problem?.status, 404);
    assert.equal(source.opened, 3);
  });

  it('is quiet after it was stopped', async () => {
    const source = new Recorder([(signal) => line('data: a\n\n', 'hang', signal)]);
    const stream = new EventStream(source);
    stream.start();
    await until(() => source.events.length === 1);
    stream.stop();
    await new Promise((done) => setTimeout(done, 50));
    assert.deepEqual(source.connections, [true]);
    assert.equal(source.opened, 1);
  });
});
