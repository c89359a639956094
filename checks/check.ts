import { expectations, type Expectation } from '../model/expectations';
import type { Facts } from '../model/facts';
import type { Lab } from '../model/lab';
import type { Inventory } from '../nodes/inventory';
import { run as systemRun, type Run } from '../system/run';
import { bind, type Ground } from './bind';
import { repeatCommand } from './command';
import { compare } from './compare';
import { requireControls } from './control';
import { readPlaced } from './facts';
import { findCauses } from './causes/find';
import { listen } from './listener';
import { leftOut } from './left-out';
import { measure } from './measure';
import { countVerdicts, type CheckResult, type Verdict } from './result';
import type { Evidence } from './causes/cause';
import type { States } from './state';
import { structure } from './structure';
import { toFacts } from './to-facts';

export interface CheckOptions {
  readonly lab: Lab;
  readonly inventory: Inventory;
  readonly run?: Run;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Called with what is on the nodes as soon as it is known, before anything is probed. */
  readonly onStates?: (states: States) => void;
  /** The packets are being followed already, so that nobody is told to do so. */
  readonly followed?: boolean;
  /** What must hold; default: all that the model expects. */
  readonly expect?: (lab: Lab, facts: Facts) => readonly Expectation[];
}

/**
 * Measures the running lab and compares it with what must hold. Never throws for what is found: a node that does not
 * answer gives verdicts of status `error`.
 */
export async function runCheck(options: CheckOptions): Promise<CheckResult> {
  const { inventory, run = systemRun, now = Date.now, expect = expectations } = options;
  const started = now();
  const [placed, listener] = await Promise.all([
    readPlaced(options.lab, inventory, run),
    listen(options.lab.outside.address),
  ]);
  const { lab, states } = placed;
  options.onStates?.(states);
  try {
    const facts = toFacts(lab, states);
    const ground: Ground = {
      lab,
      states,
      facts,
      outsidePort: listener.port,
      outsideProblem: `no port can be opened on ${lab.outside.address}: ${listener.problem}`,
    };
    const expected = expect(lab, facts);
    const bound = expected.map((expectation) => bind(expectation, ground));
    const measured = await measure(bound, inventory, run);
    const edges = requireControls(
      expected,
      bound.map((one, index) =>
        compare(
          expected[index]!,
          one,
          measured[index],
          ground,
          one.kind === 'probe' ? repeatCommand(one.source, one.probe, lab, inventory) : undefined,
        ),
      ),
    );
    const parts = [...structure(lab, states), ...leftOut(lab)];
    const verdicts = byChapter(
      lab,
      [...parts, ...edges].some(isWrong)
        ? await explained(
            options.lab,
            inventory,
            run,
            { lab, facts, before: states, followed: options.followed === true },
            parts,
            edges,
          )
        : [...parts, ...edges],
    );
    return {
      lab: lab.name,
      chapters: lab.chapters,
      startedAt: new Date(started).toISOString(),
      durationMs: now() - started,
      verdicts,
      counts: countVerdicts(verdicts),
    };
  } finally {
    listener.close();
  }
}

/** What a failed check is explained with is read afterwards, so that one without a fault costs nothing. */
async function explained(
  declared: Lab,
  inventory: Inventory,
  run: Run,
  evidence: Omit<Evidence, 'after'>,
  parts: readonly Verdict[],
  edges: readonly Verdict[],
): Promise<Verdict[]> {
  const after = (await readPlaced(declared, inventory, run, { full: true })).states;
  // What came and went while it was read is no difference.
  const still = new Set(
    structure(evidence.lab, after)
      .filter(isWrong)
      .map(({ subject }) => subject),
  );
  const lasting = parts.map((one) =>
    isWrong(one) && PASSING.test(one.subject) && !still.has(one.subject)
      ? { ...one, status: 'pass' as const }
      : one,
  );
  return findCauses({ ...evidence, after }, lasting, edges);
}

/** Rules of an engine come and go with the containers that they are for. */
const PASSING = / (has Docker's|translates) /;

const isWrong = ({ status }: Verdict): boolean => status === 'fail' || status === 'error';

const byChapter = (lab: Lab, verdicts: readonly Verdict[]): Verdict[] => {
  const order = new Map(lab.chapters.map(({ id }, index) => [id, index]));
  const place = ({ chapter }: Verdict): number => order.get(chapter) ?? order.size;
  return [...verdicts].sort((a, b) => place(a) - place(b));
};
