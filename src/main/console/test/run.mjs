// Bundles each test like the console itself and hands it to node's own test runner.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { common, root } from '../bundle.mjs';

const out = await mkdtemp(join(tmpdir(), 'babeldesk-console-'));
const tests = (await readdir(join(root, 'test'))).filter((name) => /\.test\.tsx?$/.test(name));
await build({
  ...common,
  entryPoints: tests.map((name) => join(root, 'test', name)),
  format: 'esm',
  platform: 'node',
  outExtension: { '.js': '.mjs' },
  outdir: out,
  inject: [join(root, 'test', 'fake-browser.ts')],
  define: { ROOT: JSON.stringify(root), TEXTS: '{}' },
});
const { status } = spawnSync(process.execPath, ['--test', ...tests.map((name) => join(out, name.replace(/tsx?$/, 'mjs')))], { stdio: 'inherit' });
await rm(out, { recursive: true });
process.exitCode = status ?? 1;
