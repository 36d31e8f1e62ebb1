// Bundles each test like the widget itself and hands it to node's own test runner.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { common, OWN_NAMES, root } from '../bundle.mjs';

const out = await mkdtemp(join(tmpdir(), 'babeldesk-widget-'));
const tests = (await readdir(join(root, 'test'))).filter((name) => name.endsWith('.test.ts'));
await build({
  ...common,
  entryPoints: tests.map((name) => join(root, 'test', name)),
  format: 'esm',
  platform: 'node',
  outExtension: { '.js': '.mjs' },
  outdir: out,
  define: { ROOT: JSON.stringify(root), OWN_NAMES: JSON.stringify(OWN_NAMES) },
});
const { status } = spawnSync(process.execPath, ['--test', ...tests.map((name) => join(out, name.replace(/ts$/, 'mjs')))], { stdio: 'inherit' });
await rm(out, { recursive: true });
process.exitCode = status ?? 1;
