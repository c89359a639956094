import type { Command, Option } from 'commander';
import { columns } from '../reports/columns';
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

const helpLine = (line: string): string => {
  const { typed, remark } = remarkOf(line);
  return typed + translated(remark);
};

/** An option's description, with its choices and its default. */
function described({ description, argChoices, defaultValue }: Option): string {
  const extra = [
    ...(argChoices === undefined ? [] : [`choices: ${argChoices.join(', ')}`]),
    ...(typeof defaultValue === 'string' ? [`default: ${defaultValue}`] : []),
  ].map(translated);
  return extra.length === 0 ? description : `${description}（${extra.join('；')}）`;
}

/** Lets the help and the errors of the command line speak the chosen language. */
export function localise(program: Command): void {
  if (language() === 'en') return;
  const each = (command: Command): void => {
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
      .configureOutput({
        writeOut: (text) => void process.stdout.write(text.split('\n').map(helpLine).join('\n')),
        outputError: (text, write) => write(translated(text)),
      });
    if (command.commands.length > 0) {
      command.helpCommand('help [command]', translated('display help for command'));
    }
    command.commands.forEach(each);
  };
  each(program);
}
