import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

const SHOP = `
import { loadBabeldesk, type BabeldeskSettings } from 'babeldesk-web-widget';
const settings: BabeldeskSettings = { server: 'https://chat.example', site: 'demo', market: 'DE', position: 'start' };
const babeldesk = loadBabeldesk(settings);
babeldesk('theme', { accent: 'rebeccapurple', mode: 'dark' });
babeldesk('on', 'message', ({ author, text }) => console.log(author.length + text.length));
babeldesk('on', 'unread', (count) => console.log(count.toFixed()));
// @ts-expect-error there is no such command
babeldesk('shout', 'help');
`;

const run = (cwd: string, program: string, ...args: string[]): string => execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

describe('the package', () => {
  let folder: string;
  let unpacked: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'babeldesk-package-'));
    unpacked = join(folder, 'node_modules', 'babeldesk-web-widget');
    const [file] = JSON.parse(run(ROOT, 'npm', 'pack', '--json', '--pack-destination', folder)) as [{ filename: string }];
    mkdirSync(unpacked, { recursive: true });
    run(folder, 'tar', '-xzf', file.filename, '-C', unpacked, '--strip-components=1');
  });

  after(() => rmSync(folder, { recursive: true }));

  it('line 5: can be imported where there is no window, and so can the widget', async () => {
    const { loadBabeldesk } = await import(join(unpacked, 'package', 'index.js'));
    assert.equal(loadBabeldesk({ server: 'https://chat.example', site: 'demo' })('open'), undefined);
    await import('../src/main');
  });

  it('line 1: needs nothing at run time', () => {
    const files = run(unpacked, 'find', '.', '-type', 'f').trim().split('\n');
    assert.deepEqual(files.sort(), ['./README.md', './package.json', './package/index.d.ts', './package/index.js']);
    assert.equal(JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8')).dependencies, undefined);
  });

  it('tells a shop that is written in TypeScript what there is', () => {
    writeFileSync(join(folder, 'shop.ts'), SHOP);
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--moduleDetection', 'force', '--types', '', '--lib', 'es2022,dom'];
    assert.equal(run(folder, join(ROOT, 'node_modules', '.bin', 'tsc'), ...options, 'shop.ts'), '');
  });
});
