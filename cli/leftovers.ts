import { nameOf, type Findings } from '../nodes/leftovers/leftover';
import { LabError } from '../system/errors';
import { say } from '../words/say';

/** What the next apply takes away and makes anew, for a person; undefined where there is nothing. */
export function leftoversLine({ leftovers, brokenPairs }: Findings): string | undefined {
  const names = [...leftovers.map(nameOf), ...brokenPairs.map((node) => `namespaces ${node}`)].join(
    ', ',
  );
  return names === ''
    ? undefined
    : say('An interrupted command left these; an apply removes them first: {names}', { names });
}

/** What is not the lab's is never touched. @throws LabError for the first, with the others under it */
export function refuseObstacles({ obstacles }: Findings): void {
  const [first, ...others] = obstacles;
  if (first === undefined) return;
  const more = others.map(
    ({ what, node, why, next }) => `\n  also:  ${what} on ${node}: ${why} (${next})`,
  );
  throw new LabError(`${first.what} on ${first.node} is in the way`, {
    where: `node ${first.node}: ${first.what}, which belongs to ${first.owner}`,
    why: first.why,
    next: `${first.next}${more.join('')}`,
  });
}
