import { idOf, isWrong, type EdgeVerdict, type StructureVerdict, type Verdict } from '../result';
import type { Cause, Evidence, FindCauses } from './cause';
import { firewallRules } from './firewall-rules';
import { hintFor } from './hints';
import { inside } from './inside';
import { beneath, known, wayOut } from './known';
import { listeners } from './listeners';
import { pages } from './pages';
import { policies } from './policies';
import { ports } from './ports';
import { routes } from './routes';
import { tables } from './tables';
import { undeclared } from './undeclared';
import { unsteady } from './unsteady';
import { closedFromOutside } from '../security-group';

/** In the order in which they are asked: what is sure before what is likely. */
const KINDS: readonly FindCauses[] = [
  unsteady,
  ports,
  pages,
  undeclared,
  inside,
  routes,
  listeners,
  firewallRules,
  policies,
  tables,
];

/**
 * Ties each verdict that is not as expected to the one difference that explains it; of what nothing explains it says
 * where to look.
 *
 * @param structure the verdicts about the lab's resources
 * @param edges the verdicts about edges
 * @returns both, and the further differences that were found
 */
export function findCauses(
  evidence: Evidence,
  structure: readonly StructureVerdict[],
  edges: readonly EdgeVerdict[],
): Verdict[] {
  const { lab } = evidence;
  const broken = structure.filter(isWrong);
  const causes: Cause[] = broken
    .filter((verdict) => beneath(verdict, broken) === undefined)
    .map((verdict) => known(lab, verdict));
  const further: Cause[] = [];
  const unexplained = (): Verdict[] =>
    [...broken, ...edges.filter(isWrong)].filter(
      (one) => ![...further, ...causes].some(({ explains }) => explains(one)),
    );
  for (const find of KINDS) {
    const left = unexplained();
    if (left.length === 0) break;
    further.push(...find(evidence, left).filter(({ explains }) => left.some(explains)));
  }
  const all = [...further, ...causes, ...causes.map(({ verdict }) => wayOut(lab, verdict))];
  const explained = edges.map((edge) => (isWrong(edge) ? tied(edge, all) : edge));
  const silent = silences(explained);
  const corrected = new Set(further.map(({ verdict }) => idOf(verdict)));
  return [
    ...further.map(({ verdict }) => verdict),
    ...structure
      .filter((verdict) => !corrected.has(idOf(verdict)))
      .map((verdict) => {
        if (!isWrong(verdict)) return verdict;
        const below = beneath(verdict, broken);
        return below === undefined ? tied(verdict, further) : because(verdict, below);
      }),
    ...explained.map((edge) => {
      if (!isWrong(edge) || edge.cause !== undefined) return edge;
      const cause = edge.status === 'error' ? silent.get(edge.from) : undefined;
      return cause === undefined ? pointed(evidence, edges, edge) : { ...edge, cause };
    }),
  ];
}

function tied<V extends Verdict>(verdict: V, causes: readonly Cause[]): V {
  const cause = causes.find(({ explains }) => explains(verdict))?.verdict;
  return cause === undefined ? verdict : because(verdict, cause);
}

/** What mends the cause mends what it brings about, so that it is said once. */
function because<V extends Verdict>(verdict: V, cause: StructureVerdict): V {
  const rest = Object.entries(verdict).filter(([name]) => name !== 'hint' && name !== 'mend');
  return { ...(Object.fromEntries(rest) as unknown as V), cause: idOf(cause) };
}

/** A sender that nothing answers shows nothing with what it expects not to answer either: one cause. */
const silences = (edges: readonly EdgeVerdict[]): ReadonlyMap<string, string> =>
  new Map(
    edges.flatMap(({ status, from, cause }) =>
      status === 'fail' && cause !== undefined ? [[from, cause]] : [],
    ),
  );

function pointed(
  { lab, after, followed }: Evidence,
  edges: readonly EdgeVerdict[],
  edge: EdgeVerdict,
): EdgeVerdict {
  if (edge.status !== 'fail') return edge;
  const hint = closedFromOutside(lab, edges, edge) ?? hintFor(lab, after, edge, followed);
  return hint === undefined ? edge : { ...edge, hint };
}
