import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CLAIMS } from '../../src/verdict/claims';
import { tell } from '../../src/text/tell';
import { phrase, type Phrase } from '../../src/text/text';
import article from '../../topologies/docker-networking';
import bridge from '../../topologies/templates/bridge';
import twoNodes from '../../topologies/templates/two-nodes';
import web from '../../topologies/templates/web';
import { en } from '../../src/i18n/en';
import { PHRASES } from '../../src/i18n/phrases';
import { saidIn, saidInText, sources } from './said';

const all = Object.keys(PHRASES.zh) as Phrase[];
const files = sources();
const texts = new Set(files.flatMap((file) => saidIn(file).literals));

const placeholders = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)),
];

test('a phrase that no language translates does not compile, nor one that is not filled in', () => {
  // @ts-expect-error -- no phrase
  phrase('this is said nowhere');
  // @ts-expect-error -- without its name
  phrase('{name} is gone');
  // @ts-expect-error -- with another name
  phrase('{name} is gone', { nam: 'web' });
  expect(all.length).toBeGreaterThan(1000);
});

const titles = (): string[] => [
  CLAIMS.title,
  ...[article, bridge, twoNodes, web].flatMap(({ title, chapters }) => [
    title ?? '',
    ...chapters.map((chapter) => chapter.title),
  ]),
];

test('every phrase is said', () => {
  const said = new Set([...texts, ...titles()]);
  expect(all.filter((one) => !said.has(one))).toEqual([]);
});

test('every title that comes with the lab has a translation', () => {
  expect(titles().filter((title) => !Object.hasOwn(PHRASES.zh, title))).toEqual([]);
});

test('nothing is told before a language is chosen', () => {
  const early = files.flatMap((file) => saidIn(file).early.map((line) => `${file}:${line}`));
  expect(early).toEqual([]);
});

test.each(Object.entries(PHRASES))('in %s placeholders are those of the English', (_, phrases) => {
  const wrong = Object.entries(phrases).filter(
    ([english, other]) => placeholders(english).sort().join() !== placeholders(other).sort().join(),
  );
  expect(wrong).toEqual([]);
});

test('English is English, and a Chinese sentence is Chinese', () => {
  // Commands and names are the same in every language.
  const sentences = Object.entries(PHRASES.zh).filter(
    ([english, other]) =>
      english.replaceAll('; ', '；') !== other &&
      english !== 'in fish' &&
      /[A-Za-z]{2,} [A-Za-z]{2,}/.test(english.replaceAll(/\{\w+\}/g, '')),
  );
  expect(sentences.filter(([, other]) => !/\p{Script=Han}/u.test(other))).toEqual([]);
  expect(all.filter((english) => /\p{Script=Han}/u.test(english))).toEqual([]);
});

test('no phrase is translated twice', async () => {
  const folder = join(__dirname, '..', '..', 'src', 'i18n', 'zh', 'phrases');
  const keys: string[] = [];
  for (const file of readdirSync(folder).filter((name) => name !== 'index.ts')) {
    const dictionaries = (await import(join(folder, file))) as Record<string, object>;
    keys.push(...Object.values(dictionaries).flatMap((one) => Object.keys(one)));
  }
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(new Set(keys)).toEqual(new Set(all));
});

test('a further language is sentences and phrases of the same types', () => {
  const toy = { ...en, name: 'Toy', list: ' & ' } satisfies typeof en;
  const phrases: Readonly<Record<Phrase, string>> = Object.fromEntries(
    all.map((one) => [one, `<${one}>`]),
  ) as Record<Phrase, string>;
  const text = phrase('image {names} is not on this machine', { names: ['a', phrase('it')] });
  const tongue = {
    phrase: (one: Phrase) => phrases[one],
    list: (items: readonly string[]) => items.join(toy.list),
  };
  expect(tell(text, tongue)).toBe('<image a & <it> is not on this machine>');
});

test('the reader of the sources sees texts, and what is told early', () => {
  const text = `
    const EARLY = say('early');
    const LATER = () => say(yes ? 'one' : 'other', { n: 1 });`;
  expect(saidInText(text)).toEqual({ literals: ['early', 'one', 'other'], early: [2] });
});
