import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { ENGINE } from '../platform/config';
import { say } from '../i18n/say';

/** Relative paths are from where a person typed the command: the shell script goes to the checkout. */
function typedPath(path: string): string {
  if (ENGINE.test(path)) return path;
  const from = process.env['LAB_FROM'];
  const near = from === undefined ? path : resolve(from, path);
  return existsSync(near) ? near : path;
}

/** An option that may be given several times and that is told to the configuration by a variable. */
const collected = (flags: string, about: string, variable: string, separator: string, of = plain) =>
  new Option(flags, about).argParser((value: string, before: readonly string[] = []) => {
    const all = [...before, of(value)];
    process.env[variable] = all.join(separator);
    return all;
  });

const plain = (value: string): string => value;

const single = (flags: string, about: string, variable: string, of = plain) =>
  new Option(flags, about).argParser((value: string) => {
    process.env[variable] = of(value);
    return value;
  });

/** What chooses the source of the lab, and of a Compose project what Compose itself takes. */
export function sourceOptions(command: Command): Command {
  return command
    .addOption(
      single(
        '--topology <source>',
        say(
          'a topology, a Compose file, what terraform show -json printed (- reads it), or engine, unix://… or ssh://USER@HOST: what runs there',
        ),
        'LAB_TOPOLOGY',
        typedPath,
      ),
    )
    .addOption(
      collected(
        '-f, --file <file>',
        say('a Compose file; may be repeated'),
        'LAB_TOPOLOGY',
        ':',
        typedPath,
      ),
    )
    .addOption(
      collected('--profile <name>', say('of Compose; may be repeated'), 'COMPOSE_PROFILES', ','),
    )
    .addOption(
      collected(
        '--env-file <file>',
        say('of Compose; may be repeated'),
        'COMPOSE_ENV_FILES',
        ',',
        typedPath,
      ),
    )
    .addOption(
      single('-p, --project-name <name>', say('of the Compose project'), 'COMPOSE_PROJECT_NAME'),
    )
    .addOption(
      collected(
        '--service <name>',
        say('only this service of Compose, and what it needs; may be repeated'),
        'LAB_SERVICES',
        ',',
      ),
    )
    .addOption(
      single(
        '--claims <claims>',
        say('what must hold of a foreign source: a file with a claim a line, or a claim'),
        'LAB_CLAIMS',
        typedPath,
      ),
    )
    .addOption(
      single(
        '--engine <series>',
        say('engine that a foreign source is predicted for'),
        'LAB_ENGINE',
      ),
    );
}
