import { say } from '../i18n/say';

/** Commander's own sentences, as it writes them, and ours for them. */
const SENTENCES: readonly (readonly [RegExp, (...found: readonly string[]) => string])[] = [
  [
    /^error: option '(.+)' argument '(.*)' is invalid\. (.+)$/s,
    (flags = '', value = '', why = '') =>
      say("error: option '{flags}' argument '{value}' is invalid. {why}", {
        ...{ flags, value, why: commanderWords(why) },
      }),
  ],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.+)'\. (.+)$/s,
    (value = '', name = '', why = '') =>
      say("error: argument '{name}' value '{value}' is invalid. {why}", {
        ...{ name, value, why: commanderWords(why) },
      }),
  ],
  [
    /^Allowed choices are (.+)\.$/,
    (choices = '') => say('Allowed choices are {choices}.', { choices }),
  ],
  [
    /^error: unknown command '(.+)'$/,
    (name = '') => say("error: unknown command '{name}'", { name }),
  ],
  [
    /^error: unknown option '(.+)'$/,
    (name = '') => say("error: unknown option '{name}'", { name }),
  ],
  [
    /^error: missing required argument '(.+)'$/,
    (name = '') => say("error: missing required argument '{name}'", { name }),
  ],
  [
    /^error: option '(.+)' argument missing$/,
    (flags = '') => say("error: option '{flags}' argument missing", { flags }),
  ],
  [
    /^error: too many arguments\b(.*)$/,
    (rest = '') => say('error: too many arguments{rest}', { rest }),
  ],
  [/^\(Did you mean (.+)\?\)$/, (name = '') => say('(Did you mean {name}?)', { name })],
];

const TITLES = ['Usage:', 'Options:', 'Commands:', 'Arguments:'] as const;

const isTitle = (text: string): text is (typeof TITLES)[number] =>
  (TITLES as readonly string[]).includes(text);

/** What commander wrote, line by line, in the language that is spoken; what it is not known to write stays. */
export const commanderWords = (text: string): string => text.split('\n').map(line).join('\n');

function line(text: string): string {
  for (const [pattern, tell] of SENTENCES) {
    const found = pattern.exec(text);
    if (found !== null) return tell(...found.slice(1));
  }
  return isTitle(text) ? say(text) : text;
}
