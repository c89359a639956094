import { place as placeReplicas } from '../../src/observe/place';
import { fill, referencesIn } from '../../src/tour/references';
import { TOUR } from '../../src/tour/chapters';
import { chaptersFor } from '../../src/tour/choose';
import { openingOf, place } from '../../src/tour/place';
import { toFacts } from '../../src/observe/to-facts';
import { baseTopology } from '../support/base-topology';
import { validate } from '../../src/topology/validate';
import { articleLab, articleStates } from '../support/article';

const ground = { lab: articleLab, facts: toFacts(placeReplicas(articleLab, articleStates())) };

const steps = TOUR.flatMap(({ id, steps: own }) =>
  own.map((step, index) => ({ id: `${id} ${index + 1}`, step })),
);

test('the tour has every chapter of the article that needs no further host, in its order', () => {
  expect(chaptersFor(articleLab).map(({ id }) => id)).toEqual(
    articleLab.chapters.map(({ id }) => id).filter((id) => id !== 'cloud'),
  );
});

test('a lab that is not the article’s has no tour', () => {
  expect(chaptersFor(validate(baseTopology(), 'base'))).toEqual([]);
});

test('a chapter whose container is gone is left out, the others stay', () => {
  const containers = articleLab.containers.filter(({ name }) => name !== 'test4');
  expect(chaptersFor({ ...articleLab, containers }).map(({ id }) => id)).not.toContain(
    'user-bridge',
  );
  // The overlay's asks test4 too.
  expect(chaptersFor({ ...articleLab, containers })).toHaveLength(TOUR.length - 2);
});

test.each(steps)('$id can be placed on the article’s lab, nothing left to fill in', ({ step }) => {
  for (const language of ['en', 'zh'] as const) {
    const placed = place(step, ground, language);
    const texts = [placed.see, placed.means, placed.on, ...placed.command];
    expect(texts.flatMap(referencesIn)).toEqual([]);
    expect(placed.see.length * placed.means.length).toBeGreaterThan(0);
  }
});

test.each(steps)('$id speaks of the same things in both languages', ({ step }) => {
  for (const text of [step.see, step.means]) {
    expect(new Set(referencesIn(text.zh))).toEqual(new Set(referencesIn(text.en)));
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(text.en).not.toMatch(/\p{Script=Han}/u);
  }
});

test.each(steps)('$id says by what its output is known', ({ step }) => {
  expect(step.shows.length).toBeGreaterThan(0);
});

test('every opening needs the topology only', () => {
  for (const chapter of TOUR) {
    expect(openingOf(chapter, articleLab, 'zh')).toMatch(/\p{Script=Han}/u);
    expect(referencesIn(openingOf(chapter, articleLab, 'en'))).toEqual([]);
  }
});

describe('a reference', () => {
  test.each([
    ['{node2}', 'docker-node2'],
    ['{node2.address}', '192.168.205.11'],
    ['{outside.address}', '192.168.205.1'],
    ['{netns:test1.address}', '192.168.1.1'],
    ['{test2@bridge}', ground.facts.addresses['test2']!['bridge']],
    ['{gateway@bridge}', '172.17.0.1'],
    ['{lab}', 'docker-networking'],
    ['{{.Name}} {{range .X}}', '{{.Name}} {{range .X}}'],
  ])('%s is %s', (text, value) => expect(fill(text, ground)).toBe(value));

  test.each(['{node3}', '{nobody@bridge}', '{test3@test-bridge}', '{netns:no.address}'])(
    '%s is missing',
    (text) => expect(() => fill(text, ground)).toThrow(text.slice(1, -1)),
  );
});
