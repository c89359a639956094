import { runCheck } from '../verdict/check';
import { isEdge, idOf, type CheckResult, type Verdict } from '../verdict/result';
import type { Topology } from '../topology/topology';
import { validate } from '../topology/validate';
import { clean } from './clean';
import type { Ground } from './access';
import { deploy } from './deploy';
import { checkForeign } from './foreign';

/** What one topology on real engines showed. */
export interface Trial {
  readonly endpoints: number;
  readonly edges: number;
  /** Edges, and statements about structure, that are not as predicted, also when they are asked for again. */
  readonly wrong: readonly Verdict[];
  /** Those that could not be measured, also not when they are asked for again. */
  readonly unmeasured: readonly Verdict[];
  /** Those that were so the first time only: a check that is disturbed, not a prediction that is wrong. */
  readonly disturbed: readonly Verdict[];
  /** What a second plan wants to change; undefined where none was asked for. */
  readonly changes?: readonly string[];
  readonly ms: { readonly deploy: number; readonly check: number };
}

/**
 * Deploys a topology, checks all of it as `lab check` does, and leaves it there; what the one before left is removed.
 *
 * @throws LabError where an engine refuses it
 */
export async function tryOut(topology: Topology, ground: Ground): Promise<Trial> {
  const lab = validate(topology, 'fuzz');
  const began = Date.now();
  await clean(ground);
  await deploy(lab, ground);
  const deployed = Date.now();
  const check = (): Promise<CheckResult> =>
    ground.foreign === true ? checkForeign(ground) : runCheck({ lab, ...ground });
  const first = await check();
  const checked = Date.now();
  const second = first.verdicts.every(isPass) ? undefined : await check();
  return {
    ...judge(first, second),
    endpoints: endpointsOf(first),
    edges: first.verdicts.filter(isEdge).length,
    ms: { deploy: deployed - began, check: checked - deployed },
  };
}

const isPass = ({ status }: Verdict): boolean => status === 'pass';

const endpointsOf = ({ verdicts }: CheckResult): number =>
  new Set(verdicts.filter(isEdge).map(({ from }) => from)).size;

/** What stays when everything is asked for again, and what does not. */
export function judge(
  first: Pick<CheckResult, 'verdicts'>,
  second: Pick<CheckResult, 'verdicts'> | undefined,
): Pick<Trial, 'wrong' | 'unmeasured' | 'disturbed'> {
  const doubtful = first.verdicts.filter((verdict) => !isPass(verdict));
  const again = new Map(second?.verdicts.map((verdict) => [key(verdict), verdict]));
  const last = doubtful.map((verdict) => again.get(key(verdict)) ?? verdict);
  // Passed at first and then not: it cannot be trusted either.
  const passed = new Set(first.verdicts.filter(isPass).map(key));
  const late = (second?.verdicts ?? []).filter((one) => !isPass(one) && passed.has(key(one)));
  return {
    wrong: last.filter(({ status }) => status === 'fail'),
    unmeasured: last.filter(({ status }) => status === 'error' || status === 'skipped'),
    disturbed: [...doubtful.filter((_, index) => isPass(last[index]!)), ...late],
  };
}

const key = (verdict: Verdict): string => `${verdict.kind} ${idOf(verdict)}`;
