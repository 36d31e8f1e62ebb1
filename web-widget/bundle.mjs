// How the sources become one script: shared by the build and the tests.
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

export const root = fileURLToPath(new URL('.', import.meta.url));

// The text that must be there when the server is not. It is taken from the string files, so that
// nothing is written twice.
const OFFLINE_KEY = 'unreachable';

async function offlineStrings() {
  const table = {};
  for (const file of (await readdir(`${root}strings`)).sort()) {
    const texts = JSON.parse(await readFile(`${root}strings/${file}`, 'utf8'));
    table[file.replace('.json', '')] = texts[OFFLINE_KEY];
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

// Members of our own classes. They never travel and the page never sees them, so the bundle may shorten
// their names. A test holds that no name of the contract is among them.
export const OWN_NAMES = [
  'actions', 'allow', 'allowed', 'apply', 'arrived', 'askForSession', 'attempt', 'box', 'carrier', 'changed',
  'client', 'completed', 'composer', 'connected', 'connection', 'conversation', 'covered', 'deliver', 'dialog',
  'draft', 'element', 'emit', 'enter', 'flush', 'follow', 'fullScreen', 'host', 'info', 'last', 'leave',
  'listener', 'load', 'look', 'newest', 'notify', 'openArticle', 'outbox', 'over', 'prefix', 'put', 'queue', 'rate', 'rated',
  'ratingAsked', 'refused', 'render', 'reset', 'retry', 'retryAfter', 'say', 'scroll', 'settings', 'sheet',
  'shown', 'silence', 'source', 'thread', 'toEnd', 'transcript', 'typing', 'vault', 'waiting', 'withPerson',
];
