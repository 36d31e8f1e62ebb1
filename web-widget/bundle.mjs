// How the sources become one script: shared by the build and the tests.
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

export const root = fileURLToPath(new URL('.', import.meta.url));

// The sentences that must be there when the server is not. They are taken from the string files, so
// that no text is written twice.
const OFFLINE_KEYS = ['unreachable'];

async function offlineStrings() {
  const table = {};
  for (const file of (await readdir(`${root}strings`)).sort()) {
    const texts = JSON.parse(await readFile(`${root}strings/${file}`, 'utf8'));
    table[file.replace('.json', '')] = Object.fromEntries(OFFLINE_KEYS.map((key) => [key, texts[key]]));
  }
  return `export const offlineTexts = ${JSON.stringify(table)};`;
}

const widgetFiles = {
  name: 'widget-files',
  setup(build) {
    build.onResolve({ filter: /^babeldesk:offline$/ }, () => ({ path: 'offline', namespace: 'babeldesk' }));
    build.onLoad({ filter: /.*/, namespace: 'babeldesk' }, async () => ({ contents: await offlineStrings() }));
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const css = await readFile(path, 'utf8');
      const { code } = await transform(css, { loader: 'css', minify: true, charset: 'utf8' });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

/** esbuild options of everything that is made from `src/`. */
export const common = {
  bundle: true,
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [widgetFiles],
};
