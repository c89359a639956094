import type { Command, Option } from 'commander';
import { TOUR } from '../../tour/chapters';

/** The command line as a completion knows it: one entry for each verb, the first for `lab` itself. */
export interface Verb {
  /** Words after `lab`: empty, `check`, `nodes up`. */
  readonly path: string;
  readonly description: string;
  readonly options: readonly Flag[];
  readonly arguments: readonly Values[];
  /** Verbs below it, with what each does. */
  readonly below: readonly { readonly name: string; readonly description: string }[];
}

interface Flag {
  /** Such as `--format`. */
  readonly name: string;
  readonly description: string;
  /** What comes after it; undefined where nothing does. */
  readonly value: Values | undefined;
}

/** What may stand in a place: one of these words, an endpoint of the lab, or any text. */
export type Values = { readonly words: readonly string[] } | 'endpoint' | 'text';

/** Reads the verbs, options and arguments that are registered. */
export function shapeOf(program: Command): Verb[] {
  const verb = (command: Command, path: string): Verb[] => {
    const shown = command.commands.filter((one) => !isHidden(one));
    return [
      {
        path,
        description: command.description(),
        options: [...command.options.filter(({ hidden }) => !hidden).map(flag), HELP],
        arguments: command.registeredArguments.map((one) => argument(one.name(), one.argChoices)),
        below: shown.map((one) => ({ name: one.name(), description: one.description() })),
      },
      ...shown.flatMap((one) => verb(one, `${path} ${one.name()}`.trim())),
    ];
  };
  return verb(program, '');
}

const HELP: Flag = { name: '--help', description: 'show what the verb does', value: undefined };

const flag = (option: Option): Flag => ({
  name: option.long ?? option.short ?? '',
  description: option.description,
  value:
    option.required || option.optional
      ? option.argChoices === undefined
        ? 'text'
        : { words: option.argChoices }
      : undefined,
});

/** Arguments of these names are endpoints. */
const ENDPOINTS = ['endpoint', 'from', 'to'];

function argument(name: string, choices: readonly string[] | undefined): Values {
  if (choices !== undefined) return { words: choices };
  if (ENDPOINTS.includes(name)) return 'endpoint';
  return name === 'chapter' ? { words: TOUR.map(({ id }) => id) } : 'text';
}

/** Commander keeps this to itself. */
const isHidden = (command: Command): boolean =>
  (command as unknown as { readonly _hidden?: boolean })._hidden === true;

/** Every option that has a value, as `VERB --option`, with its values. */
export const valued = (
  verbs: readonly Verb[],
): { readonly key: string; readonly value: Values }[] =>
  verbs.flatMap(({ path, options }) =>
    options.flatMap(({ name, value }) =>
      value === undefined ? [] : [{ key: `${path} ${name}`, value }],
    ),
  );

/** Verbs that have verbs below them. */
export const groups = (verbs: readonly Verb[]): string[] =>
  verbs.filter(({ path, below }) => path !== '' && below.length > 0).map(({ path }) => path);

/** A text in single quotes, as bash and zsh read it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
