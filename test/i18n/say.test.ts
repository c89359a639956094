import { inLanguage, language, say, sayIfKnown, speak } from '../../src/i18n/say';

afterEach(() => speak('en'));

test('English is spoken where nobody chose', () => {
  expect(language()).toBe('en');
  expect(say('lab {lab}', { lab: 'mine' })).toBe('lab mine');
});

test('the chosen language is spoken, its placeholders filled in', () => {
  speak('zh');
  expect(say('lab {lab}', { lab: 'mine' })).toBe('实验 mine');
});

test('a value that looks like a placeholder is left as it is', () => {
  expect(say('lab {lab}', { lab: '{lab} $& $1' })).toBe('lab {lab} $& $1');
});

test('a text that is no phrase stays as it is', () => {
  speak('zh');
  expect(sayIfKnown('a title of my own')).toBe('a title of my own');
  expect(sayIfKnown('toString')).toBe('toString');
  expect(sayIfKnown('choose one of them')).toBe('从中选一个');
});

test('a language can be spoken for a while, also where that fails', () => {
  expect(inLanguage('zh', () => say('choose one of them'))).toBe('从中选一个');
  expect(() =>
    inLanguage('zh', () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(language()).toBe('en');
});
