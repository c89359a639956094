import fc from 'fast-check';
import { place } from '../../src/observe/place';
import { toFacts } from '../../src/observe/to-facts';
import { expectations } from '../../src/edges/expectations';
import type { Lab } from '../../src/topology/lab';
import type { Reason } from '../../src/predict/reason';
import { validate } from '../../src/topology/validate';
import { reasonIn } from '../../src/i18n/catalogue';
import { articleLab, articleStates } from '../support/article';
import { servingTopology } from '../support/serving';
import { validTopology } from '../support/topologies';
import { buildLab } from '../predict/builder';

const reasonsOf = (lab: Lab): readonly Reason[] =>
  expectations(lab).flatMap(({ prediction }) => prediction.reasons);

const article = [
  ...reasonsOf(articleLab),
  ...expectations(articleLab, toFacts(place(articleLab, articleStates()))).flatMap(
    ({ prediction }) => prediction.reasons,
  ),
];

test('every reason for any lab is Chinese in Chinese, typeset as Chinese is', () => {
  const badIn = (reasons: readonly Reason[]): string[] =>
    reasons.map((reason) => reasonIn('zh', reason)).filter(isNotChinese);
  expect(badIn(article)).toEqual([]);
  fc.assert(
    fc.property(
      fc.oneof(validTopology(), servingTopology()),
      (topology) => badIn(reasonsOf(validate(topology, 'random.ts'))).length === 0,
    ),
    { numRuns: 100 },
  );
});

const HAN = '\\p{Script=Han}';
const ILL_SET = new RegExp(
  [
    `^ | $|  |${HAN} ${HAN}|${HAN}[A-Za-z0-9]|[A-Za-z0-9]${HAN}`,
    ' [，。：；（）]|[，。：；（）] |undefined',
  ].join('|'),
  'u',
);

const isNotChinese = (text: string): boolean =>
  !/\p{Script=Han}/u.test(text) || /(?<= )(the|is|are|of|and|on) /.test(text) || ILL_SET.test(text);

/** Words that the tool has translations of, and names without a meaning in their place in the alphabet. */
const WORDS = [
  ...['attached', 'container', 'created', 'isolation', 'network', 'node', 'paused', 'reachable'],
  ...['refused', 'restarting', 'running', 'there', 'timeout', 'unresolved'],
];
const NEUTRAL = WORDS.map((_, index) => `x${String(index).padStart(2, '0')}`);

/** Containers of these names, each with a network of its own and the next one's. */
function labOf(names: readonly string[]): Lab {
  const networks = names.map((name) => `${name}-net`);
  return buildLab({
    nodes: [{ name: 'endpoint' }, { name: 'gateway' }],
    networks: networks.map((name, index) => ({
      name,
      node: 'endpoint',
      ...(index % 3 === 0 ? { icc: false } : {}),
      ...(index % 3 === 1 ? { internal: true } : {}),
    })),
    containers: Object.fromEntries(
      names.map((name, index) => [
        name,
        {
          node: 'endpoint',
          networks:
            index % 4 === 3
              ? ['bridge']
              : [networks[index]!, networks[(index + 3) % names.length]!],
          listens: [80],
          ports: [{ published: 8000 + index, target: 80 }],
        },
      ]),
    ),
  });
}

test.each(['en', 'zh'] as const)('in %s a name that is a word stays a name', (language) => {
  const texts = (names: readonly string[]): string[] =>
    reasonsOf(labOf(names)).map((reason) => reasonIn(language, reason));
  const renamed = texts(NEUTRAL).map((text) =>
    text.replaceAll(/x(\d\d)/g, (_, index: string) => WORDS[Number(index)]!),
  );
  expect(renamed.length).toBeGreaterThan(1000);
  expect(texts(WORDS).filter((text, index) => text !== renamed[index])).toEqual([]);
});
