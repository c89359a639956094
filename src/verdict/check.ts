import type { Aliases } from '../edges/ask';
import { expectations, type Expectation } from '../edges/expectations';
import type { Facts } from '../network/facts';
import type { Lab } from '../topology/lab';
import type { Inventory } from '../nodes/inventory';
import { run as systemRun, type Run } from '../platform/run';
import { bind, type Ground } from '../probe/bind';
import { chaptersOf, claimVerdicts, claimWays, furtherExpectations } from './claims';
import { repeatCommand } from '../probe/command';
import { compare } from './compare';
import { requireControls } from './control';
import { readPlaced } from '../observe/facts';
import { explained } from './causes/explained';
import { listen } from '../probe/listener';
import { leftOut } from './left-out';
import { measure } from '../probe/measure';
import { countVerdicts, type CheckResult, type Verdict } from './result';
import type { States } from '../observe/state';
import { structure } from './structure';
import { toFacts } from '../observe/to-facts';
import { phrase } from '../text/text';

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
  /** Further names of endpoints, by which claims may call them. */
  readonly names?: Aliases;
  /** What must hold; default: all that the model expects. */
  readonly expect?: (lab: Lab, facts: Facts) => readonly Expectation[];
}

/**
 * Measures the running lab and compares it with what must hold. Never throws for what is found: a node that does not
 * answer gives verdicts of status `error`.
 */
export async function runCheck(options: CheckOptions): Promise<CheckResult> {
  const { inventory, run = systemRun, now = Date.now, expect = expectations } = options;
  const { names = new Map<string, string>() } = options;
  const started = now();
  const [placed, listener] = await Promise.all([
    readPlaced(options.lab, inventory, run),
    listen(options.lab.outside.address),
  ]);
  const { lab, states } = placed;
  options.onStates?.(states);
  try {
    const facts = toFacts(placed);
    const ground: Ground = {
      lab,
      states,
      facts,
      outsidePort: listener.port,
      outsideProblem: phrase('no port can be opened on {address}: {problem}', {
        address: lab.outside.address,
        problem: listener.problem,
      }),
    };
    const plain = expect(lab, facts);
    // Who asks for some edges only asks for no claims.
    const ways = options.expect === undefined ? claimWays(lab, names, facts) : [];
    const expected = [...plain, ...furtherExpectations(ways, plain)];
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
    const parts = [...structure(placed), ...leftOut(lab)];
    const { followed = false } = options;
    const told = await explained(
      { lab, facts, before: states, followed },
      parts,
      edges,
      (problems) => readPlaced(options.lab, inventory, run, { full: true, problems }),
    );
    const chapters = ways.length === 0 ? lab.chapters : chaptersOf(lab);
    const verdicts = byChapter(chapters, [...told, ...claimVerdicts(ways, edges)]);
    return {
      lab: lab.name,
      chapters,
      startedAt: new Date(started).toISOString(),
      durationMs: now() - started,
      verdicts,
      counts: countVerdicts(verdicts),
    };
  } finally {
    listener.close();
  }
}

const byChapter = (chapters: Lab['chapters'], verdicts: readonly Verdict[]): Verdict[] => {
  const order = new Map(chapters.map(({ id }, index) => [id, index]));
  const place = ({ chapter }: Verdict): number => order.get(chapter) ?? order.size;
  return [...verdicts].sort((a, b) => place(a) - place(b));
};
