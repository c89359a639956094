import { translate } from '../../../reports/translate/translate';

describe('the Chinese of a report', () => {
  it('translates what is put into a sentence, and leaves names and commands alone', () => {
    expect(translate('hint', 'web is not on net: ./lab repair', 'zh')).toBe(
      'web 不在 net 上：运行 ./lab repair',
    );
    expect(translate('outcome', 'timeout, but as 1.2.3.4, which is not web', 'zh')).toBe(
      '超时，但地址是 1.2.3.4，那不是 web',
    );
    expect(translate('value', 'a, b', 'zh')).toBe('a, b');
    expect(translate('value', 'somebody wrote into it', 'zh')).toBe('somebody wrote into it');
    expect(translate('hint', 'web is not on net: ./lab repair', 'en')).toBe(
      'web is not on net: ./lab repair',
    );
  });
});
