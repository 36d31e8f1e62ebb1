import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { count, number, speak, text } from '../src/strings';

type Texts = Record<string, string>;

const load = (language: string): Texts => JSON.parse(readFileSync(`${ROOT}strings/${language}.json`, 'utf8'));
const languages = readdirSync(`${ROOT}strings`).map((name) => name.replace('.json', ''));
const isPlural = (key: string): boolean => /\.(zero|one|two|few|many|other)$/.test(key);
const values = (words = ''): string[] => (words.match(/\{\w+\}/g) ?? []).sort();
const english = load('en');
const plurals = [...new Set(Object.keys(english).filter(isPlural).map((key) => key.split('.')[0]!))];

describe('strings', () => {
  it('are there in the languages of the base', () => {
    assert.deepEqual(languages.sort(), ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'ko', 'pt', 'ru', 'tr', 'zh']);
  });

  for (const language of languages) {
    const texts = load(language);

    it(`are complete in ${language}, with the same values`, () => {
      const keys = (of: Texts) => Object.keys(of).filter((key) => !isPlural(key)).sort();
      assert.deepEqual(keys(texts), keys(english));
      for (const key of keys(english)) {
        assert.ok(texts[key]?.trim(), key);
        assert.deepEqual(values(texts[key]), values(english[key]), key);
      }
    });

    it(`have exactly the plural forms of ${language}`, () => {
      const forms = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
      for (const key of plurals) {
        const found = Object.keys(texts).filter((form) => isPlural(form) && form.startsWith(`${key}.`)).map((form) => form.split('.')[1]);
        assert.deepEqual(found.sort(), forms, key);
      }
    });
  }

  it('are all used, and all that is used is there', () => {
    const source = readdirSync(`${ROOT}src`).map((name) => readFileSync(`${ROOT}src/${name}`, 'utf8')).join('\n');
    for (const key of Object.keys(english)) assert.ok(source.includes(`'${isPlural(key) ? key.split('.')[0] : key}'`), `${key} is not used`);
    for (const [, key = ''] of source.matchAll(/\btext\('([\w.]+)'/g)) assert.ok(key in english, `${key} is missing`);
  });

  it('count in the plural of the language', () => {
    const said = (language: string, n: number) => (speak(language, load(language)), count('unread', n));
    assert.equal(said('en', 1), '1 new message');
    assert.equal(said('ru', 3), '3 новых сообщения');
    assert.equal(said('ru', 5), '5 новых сообщений');
    assert.equal(said('ar', 2), 'رسالتان جديدتان');
    assert.equal(said('ja', 4), '新しいメッセージ4件');
  });

  it('have the offline text in every language, English for others', () => {
    speak('de-AT');
    assert.equal(text('unreachable'), load('de').unreachable);
    speak('nl');
    assert.equal(text('unreachable'), english.unreachable);
    assert.equal(text('open'), '');
    assert.equal(number(1234).length > 0, true);
  });
});

describe('the bundle', () => {
  it('shortens no name that travels', () => {
    const source = (name: string) => readFileSync(`${ROOT}src/${name}.ts`, 'utf8');
    const fields = (source('contract') + source('settings')).match(/\w+(?=\??:)/g) ?? [];
    const commands = [...source('main').matchAll(/'(\w+)'/g)].map(([, name]) => name);
    const words = new Set([...fields, ...commands]);
    assert.deepEqual(OWN_NAMES.filter((name) => words.has(name)), []);
  });
});
