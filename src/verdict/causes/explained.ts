import type { Statement } from '../../edges/statement';
import type { Placed } from '../../observe/place';
import { idOf, isWrong, type EdgeVerdict, type StructureVerdict, type Verdict } from '../result';
import { structure } from '../structure';
import type { Evidence } from './cause';
import { findCauses } from './find';
import type { Told } from '../../text/text';

/** Rules of an engine come and go with the containers that they are for. */
const PASSING: ReadonlySet<string> = new Set<Statement['kind']>([
  'engine-rules',
  'engine-networks',
  'container-rules',
  'translation',
]);

/**
 * The verdicts of a check, those that are not as expected tied to what explains them. What explains them is read
 * afterwards, so that a check without a fault costs nothing.
 *
 * @param readAgain reads the nodes in full; those with a problem are not asked again
 */
export async function explained(
  evidence: Omit<Evidence, 'after'>,
  parts: readonly StructureVerdict[],
  edges: readonly EdgeVerdict[],
  readAgain: (problems: ReadonlyMap<string, Told>) => Promise<Placed>,
): Promise<Verdict[]> {
  if (![...parts, ...edges].some(isWrong)) return [...parts, ...edges];
  const problems = new Map(
    [...evidence.before].flatMap(([node, { problem }]) =>
      problem === undefined ? [] : [[node, problem] as const],
    ),
  );
  const after = (await readAgain(problems)).states;
  // What came and went while it was read is no difference.
  const now = new Map(
    structure({ lab: evidence.lab, states: after }).map((verdict) => [idOf(verdict), verdict]),
  );
  const lasting = parts.map((one) => {
    const later = now.get(idOf(one));
    return isWrong(one) && PASSING.has(one.statement.kind) && later?.status === 'pass'
      ? later
      : one;
  });
  return findCauses({ ...evidence, after }, lasting, edges);
}
