import fc from 'fast-check';
import { structure } from '../../../checks/structure';
import { toFacts } from '../../../checks/to-facts';
import { expectations } from '../../../model/expectations';
import { validate } from '../../../model/validate';
import { isKnown, translate } from '../../../reports/translate/translate';
import { articleLab, articleStates } from '../../support/article';
import { validTopology } from '../../support/topologies';

describe('the Chinese of a report', () => {
  it('knows every reason that the predictor gives for any lab', () => {
    const facts = toFacts(articleLab, articleStates());
    const article = [undefined, facts].flatMap((known) => expectations(articleLab, known));
    const unknown = (all: typeof article): string[] =>
      all
        .flatMap(({ reasons }) => reasons.map(({ text }) => text))
        .filter((text) => !isKnown('reason', text));
    expect(unknown(article)).toEqual([]);
    fc.assert(
      fc.property(
        validTopology(),
        (topology) => unknown(expectations(validate(topology, 'random.ts'))).length === 0,
      ),
      { numRuns: 100 },
    );
  });

  it('leaves no English sentence in a translated reason', () => {
    const texts = expectations(articleLab).flatMap(({ reasons }) =>
      reasons.map(({ text }) => translate('reason', text, 'zh')),
    );
    expect(texts.filter((text) => /\b(the|is|are|of|and)\b/.test(text))).toEqual([]);
  });

  it('knows every statement about the nodes', () => {
    const subjects = structure(articleLab, articleStates()).map(({ subject }) => subject);
    expect(subjects.length).toBeGreaterThan(50);
    expect(subjects.filter((text) => !isKnown('statement', text))).toEqual([]);
  });

  it('translates what is put into a sentence, and leaves names and commands alone', () => {
    expect(
      translate('reason', 'db and web are on the same bridge, the default bridge of n1', 'zh'),
    ).toBe('db 和 web 在同一个网桥上：n1 的 默认网桥');
    expect(translate('hint', 'web is not on net: ./lab repair', 'zh')).toBe(
      'web 不在 net 上：运行 ./lab repair',
    );
    expect(translate('outcome', 'timeout, but as 1.2.3.4, which is not web', 'zh')).toBe(
      '超时，但地址是 1.2.3.4，那不是 web',
    );
    expect(translate('value', 'a, b', 'zh')).toBe('a, b');
    expect(translate('value', 'somebody wrote into it', 'zh')).toBe('somebody wrote into it');
    expect(translate('reason', 'anything', 'en')).toBe('anything');
  });
});
