import { translate } from '../../../reports/translate/translate';

describe('the Chinese of a report', () => {
  it('translates what is put into a sentence, and leaves names and commands alone', () => {
    expect(translate('hint', 'web is not on net: ./lab repair', 'zh')).toBe(
      'web 不在 net 上：运行 ./lab repair',
    );
    expect(translate('detail', 'somebody wrote into it', 'zh')).toBe('somebody wrote into it');
    expect(translate('hint', 'web is not on net: ./lab repair', 'en')).toBe(
      'web is not on net: ./lab repair',
    );
  });
});
