import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { count, span, text, use } from '../src/strings';

type Texts = Record<string, string>;

const load = (language: string): Texts => JSON.parse(readFileSync(`${ROOT}strings/${language}.json`, 'utf8')) as Texts;
const languages = readdirSync(`${ROOT}strings`).map((name) => name.replace('.json', ''));
const PLURAL = /\.(zero|one|two|few|many|other)$/;
const values = (words = ''): string[] => (words.match(/\{\w+\}/g) ?? []).sort();
const english = load('en');
const plurals = [...new Set(Object.keys(english).filter((key) => /\.other$/.test(key) && key.replace(/other$/, 'one') in english).map((key) => key.replace(/\.other$/, '')))];
const isPlural = (key: string): boolean => PLURAL.test(key) && plurals.includes(key.replace(PLURAL, ''));

describe('line 43: the texts', () => {
  it('are there in at least five languages, one of them from right to left', () => {
    assert.ok(languages.length >= 5, languages.join());
    assert.ok(languages.includes('ar'));
  });

  for (const language of languages) {
    const texts = load(language);

    it(`are complete in ${language}, with the same values`, () => {
      const keys = (of: Texts): string[] => Object.keys(of).filter((key) => !isPlural(key)).sort();
      assert.deepEqual(keys(texts), keys(english));
      for (const key of keys(english)) {
        assert.ok(texts[key]?.trim(), key);
        assert.deepEqual(values(texts[key]), values(english[key]), key);
      }
    });

    it(`have exactly the plural forms of ${language}`, () => {
      const forms = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
      for (const key of plurals) {
        const found = Object.keys(texts).filter((form) => PLURAL.test(form) && form.replace(PLURAL, '') === key).map((form) => form.slice(key.length + 1));
        assert.deepEqual(found.sort(), forms, key);
      }
    });
  }

  it('are all used, and all that is used is there', () => {
    const files = [...readdirSync(`${ROOT}src`), ...readdirSync(`${ROOT}src/views`).map((name) => `views/${name}`)].filter((name) => /\.tsx?$/.test(name));
    const source = files.map((name) => readFileSync(`${ROOT}src/${name}`, 'utf8')).join('\n');
    const made = [...source.matchAll(/text\(`([\w.]+)\.\$/g)].map(([, start]) => start!);
    for (const key of Object.keys(english)) {
      const plain = isPlural(key) ? key.replace(PLURAL, '') : key;
      assert.ok(source.includes(`'${plain}'`) || made.some((start) => plain.startsWith(`${start}.`)), `${key} is not used`);
    }
    for (const [, key = ''] of source.matchAll(/\btext\('([\w.-]+)'/g)) assert.ok(key in english, `${key} is missing`);
    for (const [, key = ''] of source.matchAll(/\bcount\('([\w.-]+)'/g)) assert.ok(plurals.includes(key), `${key} is missing`);
  });

  it('count in the plural of the language', () => {
    use('ar', load('ar'));
    assert.equal(count('conversations', 2), 'محادثتان');
    use('de', load('de'));
    assert.equal(count('conversations', 1), '1 Gespräch');
    assert.equal(text('state.with', { name: 'Mara' }), 'Bei Mara');
    assert.equal(span(3_700_000).replace(/\s/g, ' '), '1 Std.');
  });
});
