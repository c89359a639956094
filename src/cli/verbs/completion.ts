import { Argument, type Command } from 'commander';
import { LabError } from '../../platform/errors';
import { say } from '../../i18n/say';
import { bash } from '../completion/bash';
import { fish } from '../completion/fish';
import { shapeOf } from '../completion/shape';
import { zsh } from '../completion/zsh';
import { createContext } from '../context';
import { endpoints } from '../endpoint-command';
import { terminalIo } from '../io';
import { phrase, verbatim } from '../../text/text';
import { helpEnd } from '../help';

const SHELLS = { bash, zsh, fish };

/** `lab completion SHELL`: the completion of the command line, for the shell to load. */
export function register(command: Command): void {
  command
    .addArgument(new Argument('[shell]', say('for which shell')).choices(Object.keys(SHELLS)))
    .option('--endpoints', say("print the lab's endpoints, a line each"), false)
    .addHelpText(
      'after',
      helpEnd({
        examples: [
          [
            'source <(./lab completion bash)',
            phrase('in bash, for this shell; in ~/.bashrc for every one'),
          ],
          ['source <(./lab completion zsh)', phrase('in zsh, after compinit')],
          ['./lab completion fish | source', phrase('in fish')],
        ],
        notes: [phrase('Endpoints and chapters are completed, too: ./lab explain te<Tab>')],
      }),
    )
    .action(async (shell: keyof typeof SHELLS | undefined, own: { endpoints: boolean }) => {
      const { print } = terminalIo();
      if (own.endpoints) return print(endpoints((await createContext()).lab).join('\n'));
      if (shell !== undefined) return print(SHELLS[shell](shapeOf(command.parent ?? command)));
      throw new LabError(phrase('which shell?'), {
        where: './lab completion',
        next: verbatim('./lab completion bash | zsh | fish'),
      });
    });
}
