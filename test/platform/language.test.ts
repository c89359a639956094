import { readLanguage } from '../../src/platform/config';

test.each([
  [{}, 'en'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh_TW.utf8' }, 'zh'],
  [{ LANG: 'zh_CN.GB18030' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LC_MESSAGES: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zhuang.UTF-8' }, 'en'],
  [{ LAB_LANG: 'zh', LC_ALL: 'C' }, 'zh'],
  [{ LAB_LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LAB_LANG: 'EN', LANG: 'zh_CN.UTF-8' }, 'en'],
  [{ LAB_LANG: '', LANG: 'zh_CN.UTF-8' }, 'zh'],
])('%j speaks %s', (env, language) => expect(readLanguage(env)).toBe(language));

test.each(['fr', 'zhuang', '1'])('LAB_LANG=%s is one clear error', (LAB_LANG) => {
  expect(() => readLanguage({ LAB_LANG })).toThrow('LAB_LANG must be one of en, zh');
});
