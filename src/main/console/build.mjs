// Builds the console into a folder (first argument, default dist/): index.html and, under names that change with their
// bytes, the script, the style sheet and the texts of each language, each with .gz and .br beside it.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { common, languages, root } from './bundle.mjs';

// All that is loaded before the first screen, one language included. The build fails above it.
const GZIP_LIMIT = 70 * 1024;

const target = resolve(process.argv[2] ?? join(root, 'dist'));
const files = new Map();

/** Adds a file under a name with its hash. */
function add(name, ending, content) {
  const bytes = Buffer.from(content);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const full = `${name}.${hash}.${ending}`;
  files.set(full, bytes);
  return full;
}

const texts = {};
for (const language of await languages()) {
  const compact = JSON.stringify(JSON.parse(await readFile(join(root, 'strings', `${language}.json`), 'utf8')));
  texts[language] = add(language, 'json', compact);
}
const bundle = async (entry, options) =>
  (await build({ ...common, entryPoints: [join(root, 'src', entry)], minify: true, write: false, ...options })).outputFiles[0].text;
// What is imported when it is opened becomes a file of its own; what both parts use, another.
const { outputFiles, metafile } = await build({
  ...common,
  entryPoints: { console: join(root, 'src', 'main.tsx') },
  minify: true,
  write: false,
  format: 'esm',
  splitting: true,
  metafile: true,
  outdir: root,
  entryNames: '[name].[hash]',
  chunkNames: '[name].[hash]',
  define: { TEXTS: JSON.stringify(texts) },
});
for (const { path, contents } of outputFiles) files.set(basename(path), Buffer.from(contents));
const outputs = Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]);
const [script, { imports }] = outputs.find(([, { entryPoint }]) => entryPoint?.endsWith('main.tsx'));
const atOnce = [script, ...imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => basename(path))];
const preload = atOnce.slice(1).map((name) => `<link rel="modulepreload" href="/console/${name}">`).join('\n');
const style = add('console', 'css', await bundle('console.css', { loader: { '.css': 'css' } }));
const page = (await readFile(join(root, 'src', 'index.html'), 'utf8')).replace('{script}', script).replace('{style}', style).replace('{preload}', preload);
files.set('index.html', Buffer.from(page));

const gzip = (name) => gzipSync(files.get(name), { level: 9 }).length;
const languageSizes = Object.values(texts).map(gzip);
const scripts = atOnce.reduce((sum, name) => sum + gzip(name), 0);
const firstLoad = gzip('index.html') + scripts + gzip(style) + Math.max(...languageSizes);
const sizes = `${firstLoad} bytes of gzip at first (script ${scripts}, style ${gzip(style)}, texts up to ${Math.max(...languageSizes)}), of ${GZIP_LIMIT}`;
if (firstLoad > GZIP_LIMIT) {
  console.error(`The console is too large: ${sizes}. Take something out, or load it later.`);
  process.exit(1);
}

await mkdir(target, { recursive: true });
for (const old of await readdir(target)) await rm(join(target, old));
for (const [name, bytes] of files) {
  await writeFile(join(target, name), bytes);
  await writeFile(join(target, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  await writeFile(join(target, `${name}.br`), brotliCompressSync(bytes));
}
console.error(`console: ${sizes}`);
