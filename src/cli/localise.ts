import type { Command, Option } from 'commander';
import { columns } from '../report/columns';
import { hanging } from '../report/wrap';
import { language, say } from '../i18n/say';
import { commanderWords } from './commander-words';

/** A line of a help text: what is typed, as it is in every language, and the remark about it. */
function remarkOf(line: string): { readonly typed: string; readonly remark: string } {
  const [, typed = '', remark = ''] = /^( *\S.*? {2,})(\S.*)$/.exec(line) ?? [];
  if (typed !== '') return { typed, remark };
  // An indented line is a command, unless it is so far in that it goes on with the sentence above.
  const start = /^ */.exec(line)![0];
  return start === '' || start.length > 10
    ? { typed: start, remark: line.slice(start.length) }
    : { typed: line, remark: '' };
}

/** The remark broken where the terminal ends and set below its own beginning. */
function helpLine(line: string, width: number): string {
  const { typed, remark } = remarkOf(line);
  return hanging(typed, remark, width);
}

const writeHelp = (text: string): void => {
  const width = process.stdout.columns ?? 80;
  const lines = text.split('\n').map((line) => helpLine(line, width));
  process.stdout.write(lines.join('\n'));
};

/** An option's description, with its choices and its default. */
function described({ description, argChoices, defaultValue }: Option): string {
  const extra = [
    ...(argChoices === undefined ? [] : [say('choices: {choices}', { choices: argChoices })]),
    ...(typeof defaultValue === 'string' ? [say('default: {value}', { value: defaultValue })] : []),
  ];
  return extra.length === 0
    ? description
    : say('{description} ({extra})', { description, extra: extra.join(say('; ')) });
}

/** Lets the help fit the terminal, and commander's own words speak the chosen language. */
export function localise(command: Command): void {
  command.configureOutput({ writeOut: writeHelp });
  if (language() !== 'en') speakIn(command);
  command.commands.forEach(localise);
}

function speakIn(command: Command): void {
  command
    .helpOption('-h, --help', say('display help for command'))
    .configureHelp({
      styleTitle: commanderWords,
      displayWidth: columns,
      optionDescription: described,
    })
    .showHelpAfterError(say('(./lab VERB --help shows examples)'))
    .configureOutput({ outputError: (text, write) => write(commanderWords(text)) });
  if (command.commands.length > 0) {
    command.helpCommand('help [command]', say('display help for command'));
  }
}
