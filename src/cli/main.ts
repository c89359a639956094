import { Command, CommanderError } from 'commander';
import { readLanguage } from '../platform/config';
import { describeError, LabError } from '../platform/errors';
import { harmless, readableLines } from '../platform/harmless';
import { say, speak, told } from '../i18n/say';
import { fitted } from './fitted';
import { localise } from './localise';
import { guardOutput } from './output';
import { VERBS } from './verbs';

guardOutput();
try {
  speak(readLanguage());
} catch (error) {
  fail(error);
  process.exit();
}

const program = programme();

void registerVerbs()
  .then(() => localise(program))
  .then(() => program.parseAsync())
  .catch(fail);

function programme(): Command {
  return new Command('lab')
    .description(
      say('Docker networking, declared in TypeScript with CDKTF and proven on every deploy.'),
    )
    .showHelpAfterError(say('(./lab VERB --help shows examples)'))
    .exitOverride()
    .configureOutput({
      // What was typed is in it.
      writeErr: (text) => void process.stderr.write(readableLines(harmless(text))),
    })
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .addHelpText(
      'after',
      [
        '',
        say(
          'The topology and the node backend are chosen in cdktf.json (context), or by LAB_TOPOLOGY and LAB_NODES.',
        ),
        say(
          'LAB_OFFLINE=1 uses the offline kit, LAB_OFFLINE=0 never does; without it the lab finds out.',
        ),
        say('LAB_LANG=en or zh is the language; without it, that of the locale.'),
        '',
        say('Exit codes: 0 all as expected; 1 an edge differs;'),
        `            ${say('2 bad input or a missing prerequisite; 3 something could not be examined.')}`,
      ].join('\n'),
    );
}

/** Loads what the command line names; a completion is of all verbs. */
async function registerVerbs(): Promise<void> {
  const { argv } = process;
  const all = argv.includes('completion');
  for (const { name, about, hidden = false, load } of VERBS) {
    const command = program.command(name, { hidden }).description(told(about));
    if (all || argv.includes(name)) (await load()).register(command);
  }
}

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
