import type { Command, Option } from 'commander';
import { columns } from '../reports/columns';
import { hanging } from '../reports/wrap';
import { language } from '../words/say';
import { translated } from '../words/translated';

/** A line of a help text: what is typed, as it is in every language, and the remark about it. */
export function remarkOf(line: string): { readonly typed: string; readonly remark: string } {
  const [, typed = '', remark = ''] = /^( *\S.*? {2,})(\S.*)$/.exec(line) ?? [];
  if (typed !== '') return { typed, remark };
  // An indented line is a command, unless it is so far in that it goes on with the sentence above.
  const start = /^ */.exec(line)![0];
  return start === '' || start.length > 10
    ? { typed: start, remark: line.slice(start.length) }
    : { typed: line, remark: '' };
}

/** In the chosen language, the remark broken where the terminal ends and set below its own beginning. */
function helpLine(line: string, width: number): string {
  const { typed, remark } = remarkOf(line);
  return hanging(typed, translated(remark), width);
}

const writeHelp = (text: string): void => {
  const width = process.stdout.columns ?? 80;
  const lines = text.split('\n').map((line) => helpLine(line, width));
  process.stdout.write(lines.join('\n'));
};

/** An option's description, with its choices and its default. */
function described({ description, argChoices, defaultValue }: Option): string {
  const extra = [
    ...(argChoices === undefined ? [] : [`choices: ${argChoices.join(', ')}`]),
    ...(typeof defaultValue === 'string' ? [`default: ${defaultValue}`] : []),
  ].map(translated);
  return extra.length === 0 ? description : `${description}（${extra.join('；')}）`;
}

/** Lets the help fit the terminal, and it and the errors of the command line speak the chosen language. */
export function localise(command: Command): void {
  command.configureOutput({ writeOut: writeHelp });
  if (language() !== 'en') speakIn(command);
  command.commands.forEach(localise);
}

function speakIn(command: Command): void {
  command.description(translated(command.description()));
  for (const one of [...command.options, ...command.registeredArguments]) {
    one.description = translated(one.description);
  }
  command
    .helpOption('-h, --help', translated('display help for command'))
    .configureHelp({
      styleTitle: translated,
      displayWidth: columns,
      optionDescription: described,
    })
    .showHelpAfterError(translated('(./lab VERB --help shows examples)'))
    .configureOutput({ outputError: (text, write) => write(translated(text)) });
  if (command.commands.length > 0) {
    command.helpCommand('help [command]', translated('display help for command'));
  }
}
