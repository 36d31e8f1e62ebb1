// How the sources become one script: shared by the build and the tests.
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('.', import.meta.url));

/** The languages that the console speaks. */
export const languages = async () => (await readdir(`${root}strings`)).map((name) => name.replace('.json', '')).sort();

/** esbuild options of everything that is made from `src/`. */
export const common = {
  bundle: true,
  target: 'es2022',
  charset: 'utf8',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  logLevel: 'warning',
};
