import { readPlaced } from '../../observe/facts';
import { toFacts } from '../../observe/to-facts';
import type { Facts } from '../../network/facts';
import type { Inventory } from '../../nodes/inventory';
import { LabError } from '../../platform/errors';
import { runAttached } from '../../platform/run';
import type { Seen } from '../../tour/judge';
import { place, type PlacedStep } from '../../tour/place';
import { MissingReference } from '../../tour/references';
import type { Step } from '../../tour/step';
import { language } from '../../i18n/say';
import type { Context } from '../context';
import { endpointCommand } from '../endpoint-command';
import type { Tourist } from './tourist';
import { phrase } from '../../text/text';

/** The part of a tourist that speaks with the running lab. */
export function onLab(
  { lab, run }: Pick<Context, 'lab' | 'run'>,
  inventory: Inventory,
): Pick<Tourist, 'place' | 'run' | 'own'> {
  const ask = async (): Promise<Facts> => {
    const placed = await readPlaced(lab, inventory, run);
    return toFacts(placed);
  };
  let facts = ask();
  const argv = (endpoint: string, command: readonly string[], terminal: boolean): string[] =>
    endpointCommand({ lab, inventory, endpoint, command, terminal });
  return {
    async place(step: Step): Promise<PlacedStep> {
      try {
        return place(step, { lab, facts: await facts }, language());
      } catch (error) {
        throw error instanceof MissingReference ? missing(error) : error;
      }
    },
    async run({ on, command }): Promise<Seen> {
      const result = await run(argv(on, command, false), { timeout: 60_000 });
      const output = `${result.stdout}${result.stderr}`.trimEnd();
      const problem = result.failure;
      return {
        exitCode: result.exitCode,
        output: output.replaceAll('\r', ''),
        ...(problem === undefined ? {} : { problem }),
      };
    },
    async own(endpoint, command) {
      // Ctrl-C ends the command, not the tour.
      process.on('SIGINT', ignore);
      try {
        await runAttached(argv(endpoint, ['sh', '-c', command], true));
      } finally {
        process.off('SIGINT', ignore);
        // Whatever was done, addresses may be others now.
        facts = ask();
      }
    },
  };
}

const ignore = (): void => undefined;

const missing = ({ reference }: MissingReference): LabError =>
  new LabError(
    phrase('the tour cannot find {reference} on the running lab', { reference }),
    {
      why: phrase('it is not deployed, or it was stopped'),
      next: phrase('./lab check says what differs; ./lab up deploys it'),
    },
    3,
  );
