import { nameOf, type Findings } from '../nodes/leftovers/leftover';
import { LabError } from '../platform/errors';
import { type Text, lines, phrase } from '../text/text';

/** What the next apply takes away and makes anew, for a person; undefined where there is nothing. */
export function leftoversLine({ leftovers, brokenPairs }: Findings): Text | undefined {
  const names = [...leftovers.map(nameOf), ...brokenPairs.map((node) => `namespaces ${node}`)];
  return names.length === 0
    ? undefined
    : phrase('An interrupted command left these; an apply removes them first: {names}', { names });
}

/** What is not the lab's is never touched. @throws LabError for the first, with the others under it */
export function refuseObstacles({ obstacles }: Findings): void {
  const [first, ...others] = obstacles;
  if (first === undefined) return;
  throw new LabError(
    phrase('{what} on {node} is in the way', { what: first.what, node: first.node }),
    {
      where: phrase('node {node}: {what}, which belongs to {owner}', {
        node: first.node,
        what: first.what,
        owner: first.owner,
      }),
      why: first.why,
      next: lines(
        first.next,
        ...others.map(({ what, node, why, next }) =>
          phrase('  also:  {what} on {node}: {why} ({next})', { what, node, why, next }),
        ),
      ),
    },
  );
}
