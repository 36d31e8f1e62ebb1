import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Outbox, type OutboxItem } from '../src/outbox';
import { problem, type Problem } from '../src/problem';
import { Vault } from '../src/vault';
import { fakeBrowser } from './fake-browser';

const item = (text: string): OutboxItem => ({ key: `key-${text}`, text, locale: 'de' });

let vault: Vault;
let sent: string[];
let trouble: Problem[];

const outbox = () =>
  new Outbox(vault, {
    async deliver({ key, text }) {
      const problem = trouble.shift();
      if (problem) throw problem;
      sent.push(`${key} ${text}`);
    },
    changed() {},
  });

beforeEach(() => {
  fakeBrowser();
  vault = new Vault('babeldesk:demo:', true);
  sent = [];
  trouble = [];
});

describe('Outbox', () => {
  it('sends in order and forgets what was sent', async () => {
    const box = outbox();
    await Promise.all([box.add(item('a')), box.add(item('b')), box.add(item('c'))]);
    assert.deepEqual(sent, ['key-a a', 'key-b b', 'key-c c']);
    assert.deepEqual(box.queue, []);
  });

  it('keeps messages over a reload and sends them with the same keys', async () => {
    trouble = [problem(0, 'network')];
    const before = outbox();
    await before.add(item('a'));
    before.stop();
    assert.ok(before.waiting);
    const after = outbox();
    assert.equal(after.queue.length, 1);
    await after.flush();
    assert.deepEqual(sent, ['key-a a']);
  });

  it('waits where the server asks for it', async () => {
    trouble = [problem(429, 'too-many-requests', 'Slow down.', 0.001)];
    const box = outbox();
    await box.add(item('a'));
    assert.ok(!box.waiting);
    assert.equal(box.queue[0]?.failed, undefined);
    await new Promise((done) => setTimeout(done, 1100));
    assert.deepEqual(sent, ['key-a a']);
  });

  it('says why a message is refused, goes on with the next and sends it again on demand', async () => {
    trouble = [problem(422, 'text-too-long', 'The message is too long.')];
    const box = outbox();
    await box.add(item('a'));
    await box.add(item('b'));
    assert.deepEqual(sent, ['key-b b']);
    assert.equal(box.queue[0]?.failed, 'The message is too long.');
    await box.retry();
    assert.deepEqual(sent, ['key-b b', 'key-a a']);
  });
});

describe('Vault', () => {
  it('writes nothing before it may, and what it kept in memory then', () => {
    const careful = new Vault('babeldesk:demo:', false);
    careful.set('secret', 's');
    assert.deepEqual(Object.keys(localStorage), []);
    assert.equal(careful.get('secret'), 's');
    careful.allow(true);
    assert.deepEqual(Object.keys(localStorage), ['babeldesk:demo:secret']);
    careful.allow(false);
    assert.deepEqual(Object.keys(localStorage), []);
    assert.equal(careful.get('secret'), undefined);
  });

  it("leaves the page's own keys alone", () => {
    localStorage.setItem('cart', '1');
    vault.set('secret', 's');
    vault.clear();
    assert.deepEqual(Object.keys(localStorage), ['cart']);
  });
});
