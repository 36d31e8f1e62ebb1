// Builds the widget into a folder (first argument, default dist/):
// v1.js, v1.<hash>.js (the same bytes), each with .gz and .br, and manifest.json.
import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';
import { common, OWN_NAMES, root } from './bundle.mjs';

// What a shop's page may be made to load. The build fails above it.
const GZIP_LIMIT = 12_288;
const BROTLI_LIMIT = 11_000;

const target = resolve(process.argv[2] ?? join(root, 'dist'));
const result = await build({
  ...common,
  entryPoints: [join(root, 'src/main.ts')],
  format: 'iife',
  minify: true,
  mangleProps: new RegExp(`^(${OWN_NAMES.join('|')})$`),
  write: false,
});
// Makes about 250 bytes less of what esbuild made small.
const { code } = await minify(result.outputFiles[0].text, {
  ecma: 2022,
  toplevel: true,
  compress: { passes: 3, hoist_funs: true, pure_getters: true, unsafe: true, unsafe_arrows: true, unsafe_methods: true },
});
const script = Buffer.from(code);
const gzip = gzipSync(script, { level: 9 });
const brotli = brotliCompressSync(script, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: script.length,
  },
});

const sizes = `${script.length} bytes, gzip ${gzip.length} of ${GZIP_LIMIT}, brotli ${brotli.length} of ${BROTLI_LIMIT}`;
if (gzip.length > GZIP_LIMIT || brotli.length > BROTLI_LIMIT) {
  console.error(`The widget is too large: ${sizes}. Take something out, or make it smaller.`);
  process.exit(1);
}

const hash = createHash('sha256').update(script).digest('hex').slice(0, 12);
const manifest = {
  file: `v1.${hash}.js`,
  hash,
  integrity: `sha384-${createHash('sha384').update(script).digest('base64')}`,
  gzip: gzip.length,
  brotli: brotli.length,
};

await mkdir(target, { recursive: true });
for (const old of await readdir(target)) {
  if (/^v1\..*js(\.gz|\.br)?$/.test(old)) await rm(join(target, old));
}
for (const name of ['v1.js', manifest.file]) {
  await writeFile(join(target, name), script);
  await writeFile(join(target, `${name}.gz`), gzip);
  await writeFile(join(target, `${name}.br`), brotli);
}
await writeFile(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
console.error(`widget: ${manifest.file}, ${sizes}`);
