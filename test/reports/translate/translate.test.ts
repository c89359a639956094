import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { structure } from '../../../checks/structure';
import { toFacts } from '../../../checks/to-facts';
import { expectations } from '../../../model/expectations';
import { validate } from '../../../model/validate';
import { HAPPENED, HINTS, STATEMENTS } from '../../../reports/translate/statements';
import { translator, type Pair } from '../../../reports/translate/pattern';
import { REASONS } from '../../../reports/translate/reasons';
import { isKnown, translate } from '../../../reports/translate/translate';
import { VALUES, WORDS } from '../../../reports/translate/words';
import { articleLab, articleStates } from '../../support/article';
import { validTopology } from '../../support/topologies';

describe('the Chinese of a report', () => {
  it('knows every reason that the predictor gives for the lab of the article', () => {
    const facts = toFacts(articleLab, articleStates());
    for (const known of [undefined, facts]) {
      const texts = expectations(articleLab, known).flatMap(({ reasons }) =>
        reasons.map(({ text }) => text),
      );
      expect(texts.filter((text) => !isKnown('reason', text))).toEqual([]);
    }
  });

  it('knows every reason that the predictor gives for any lab', () => {
    fc.assert(
      fc.property(validTopology(), (topology) => {
        const texts = expectations(validate(topology, 'random.ts')).flatMap(({ reasons }) =>
          reasons.map(({ text }) => text),
        );
        return texts.every((text) => isKnown('reason', text));
      }),
      { numRuns: 150 },
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

  it('knows every text that the sources of the check and of the predictor hold', () => {
    const all = [REASONS, STATEMENTS, HINTS, HAPPENED].flat().map(([english]) => skeleton(english));
    const missing = sentences(['model/predict', 'checks/structure']).filter(
      (text) => !all.some((known) => known === skeleton(text)),
    );
    expect(missing).toEqual([]);
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
    expect(translate('reason', 'anything', 'en')).toBe('anything');
  });

  it('has a slot in Chinese only where English has it', () => {
    const slots = (text: string): string[] => text.match(/\{\w+\}/g) ?? [];
    const all: readonly Pair[] = [REASONS, STATEMENTS, HINTS, HAPPENED, WORDS, VALUES].flat();
    const wrong = all.filter(([english, chinese]) => {
      const known = slots(english);
      return (
        slots(chinese).some((slot) => !known.includes(slot)) || !/\p{Script=Han}/u.test(chinese)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('takes characters with a meaning in patterns for themselves', () => {
    const say = translator([['a.b (c) {x}', '甲 {x}']]);
    expect(say('a.b (c) $1')).toBe('甲 $1');
    expect(say('aXb (c) y')).toBeUndefined();
  });
});

/** What remains of a sentence without its slots. */
const skeleton = (text: string): string =>
  text
    .replaceAll(/\$?\{[^}]*\}+/g, '{}')
    // A port is one slot with its protocol.
    .replaceAll(/\{\}\/(\{\}|udp)/g, '{}')
    .replaceAll(/\s+/g, ' ');

/** The reasons, subjects and hints in the sources, joined where they are written in pieces. */
function sentences(folders: readonly string[]): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(__dirname, '../../..', folder))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(__dirname, '../../..', folder, name), 'utf8')),
  );
  const simple = /(?:text|subject):\s*((?:(?:`[^`]*`|'[^']*')\s*\+?\s*)+),/g;
  return files
    .flatMap((source) => [...source.matchAll(simple)].map(([, found = '']) => found))
    .map((found) => found.replaceAll(/[`']\s*\+\s*[`']/g, '').replace(/^[`']|[`']\s*$/g, ''))
    .filter((text) => !text.includes("' ? ") && !text.includes(' ? '));
}
