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
  // English stands for every language that says it with the same word, or that is not there.
  for (const [language, text] of Object.entries(table)) if (language !== 'en' && text === table.en) delete table[language];
  return `export const offlineTexts = ${JSON.stringify(table)};`;
}

// The style sheet's own variables; those that a page may set keep their names, and so do the two that scripts set.
const OWN_VARIABLE = /--(?!babeldesk|height|top)(\w)\w*/g;
const shortName = (_, letter) => `--${letter}`;

// Classes that begin with an underscore are nobody's but the widget's own; the bundle shortens them, each time alike:
// files are read in no certain order, and the same sources have to make the same bytes.
const OWN_CLASS = /(?<=['.` ])_(?!blank)[a-z]+/g;
const codes = new Map();
for (const file of (await readdir(`${root}src`)).sort()) {
  for (const [name] of (await readFile(`${root}src/${file}`, 'utf8')).matchAll(OWN_CLASS)) {
    if (!codes.has(name)) codes.set(name, String.fromCharCode(65 + codes.size));
  }
}
const shortClasses = (text) => text.replace(OWN_CLASS, (name) => codes.get(name));

const widgetFiles = {
  name: 'widget-files',
  setup(build) {
    build.onResolve({ filter: /^babeldesk:offline$/ }, () => ({ path: 'offline', namespace: 'babeldesk' }));
    build.onLoad({ filter: /.*/, namespace: 'babeldesk' }, async () => ({ contents: await offlineStrings() }));
    build.onLoad({ filter: /src\/\w[\w-]*\.ts$/ }, async ({ path }) => ({ contents: shortClasses(await readFile(path, 'utf8')), loader: 'ts' }));
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const css = await readFile(path, 'utf8');
      const { code } = await transform(css, { loader: 'css', minify: true, charset: 'utf8' });
      return { contents: shortClasses(code.trim().replace(/([,:]) /g, '$1').replace(OWN_VARIABLE, shortName)), loader: 'text' };
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

// Members of our own parts. They never travel and the page never sees them, so the bundle may shorten
// their names. A test holds that no name of the contract is among them.
export const OWN_NAMES = [
  'address', 'allow', 'allowed', 'apply', 'arrived', 'attempt', 'box', 'busy', 'changed', 'choose',
  'client', 'completed', 'composer', 'connected', 'connection', 'covered', 'deliver', 'dialog', 'element', 'emit',
  'enter', 'fill', 'flush', 'follow', 'fullScreen', 'host', 'info', 'last', 'leave', 'limit', 'load', 'look', 'newest',
  'notify', 'openArticle', 'outbox', 'over', 'put', 'queue', 'rate', 'rated', 'ratingAsked', 'refused', 'render',
  'reset', 'retry', 'retryAfter', 'say', 'scroll', 'sheet', 'shown', 'silence', 'sound', 'take',
  'thread', 'toEnd', 'transcript', 'turns', 'typing', 'vault', 'waiting', 'withdraw', 'withPerson',
];
