import type { Lab } from '../topology/lab';
import { TOUR } from './chapters';
import { referencesIn } from './references';
import type { TourChapter } from './step';

/** The chapters of the tour for which the lab has a chapter, and the endpoints. */
export const chaptersFor = (lab: Lab): TourChapter[] =>
  TOUR.filter(({ id, steps }) => {
    const known = endpoints(lab);
    return (
      lab.chapters.some((chapter) => chapter.id === id) &&
      steps.every(({ on }) => referencesIn(on).length > 0 || known.has(on)) &&
      needsOf(steps) <= lab.nodes.length
    );
  });

const endpoints = (lab: Lab): ReadonlySet<string> =>
  new Set([
    'outside',
    ...lab.containers.map(({ name }) => name),
    ...lab.namespacePairs.flatMap(({ ends }) => ends.map(({ name }) => `netns:${name}`)),
  ]);

/** How many nodes the steps speak of. */
function needsOf(steps: TourChapter['steps']): number {
  const words = steps.flatMap(({ on, command, see, means }) => [on, ...command, see.en, means.en]);
  const nodes = words.flatMap(referencesIn).map((name) => /^node(\d)/.exec(name)?.[1] ?? '0');
  return Math.max(0, ...nodes.map(Number));
}
