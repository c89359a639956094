import { Command, CommanderError } from 'commander';
import { readLanguage } from '../system/config';
import { describeError, LabError } from '../system/errors';
import { speak } from '../words/say';
import { fitted } from './fitted';
import { localise } from './localise';
import { registerCheck } from './verbs/check';
import { registerCompletion } from './verbs/completion';
import { registerDiff } from './verbs/diff';
import { registerDoctor } from './verbs/doctor';
import { registerDown } from './verbs/down';
import { registerExec } from './verbs/exec';
import { registerExplain } from './verbs/explain';
import { registerGraph } from './verbs/graph';
import { registerInit } from './verbs/init';
import { registerMatrix } from './verbs/matrix';
import { registerNodes } from './verbs/nodes';
import { registerRemoveLeftovers } from './verbs/remove-leftovers';
import { registerRepair } from './verbs/repair';
import { registerReport } from './verbs/report';
import { registerStatus } from './verbs/status';
import { registerTest } from './verbs/test';
import { registerTour } from './verbs/tour';
import { registerUp } from './verbs/up';

try {
  speak(readLanguage());
} catch (error) {
  fail(error);
  process.exit();
}

const program = new Command('lab')
  .description('Docker networking, declared in TypeScript with CDKTF and proven on every deploy.')
  .showHelpAfterError('(./lab VERB --help shows examples)')
  .exitOverride()
  .addHelpText(
    'after',
    `
The topology and the node backend are chosen in cdktf.json (context), or by LAB_TOPOLOGY and LAB_NODES.
LAB_OFFLINE=1 uses the offline kit, LAB_OFFLINE=0 never does; without it the lab finds out.
LAB_LANG=en or zh is the language; without it, that of the locale.

Exit codes: 0 all as expected; 1 an edge differs;
            2 bad input or a missing prerequisite; 3 something could not be examined.`,
  );

for (const register of [
  registerUp,
  registerCheck,
  registerMatrix,
  registerDiff,
  registerDown,
  registerStatus,
  registerNodes,
  registerRepair,
  registerExplain,
  registerGraph,
  registerReport,
  registerExec,
  registerTour,
  registerDoctor,
  registerInit,
  registerTest,
  registerCompletion,
  registerRemoveLeftovers,
]) {
  register(program);
}

localise(program);
program.parseAsync().catch(fail);

function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else if (error instanceof LabError) {
    console.error(fitted(describeError(error), process.stderr));
    process.exitCode = error.exitCode;
  } else {
    console.error(error);
    process.exitCode = 3;
  }
}
