import { quote, type Finding, type Path } from '../problems';
import type { Draft } from './draft';
import { phrase } from '../../text/text';

/** Bytes that Linux allows a word of a command or a variable, and those that all of them together should not exceed. */
const LONGEST = 131_071;
const TOTAL = 1_048_576;

/** Commands and variables that an engine, or the kernel, does not take. */
export function* words({ containers, services }: Draft): Iterable<Finding> {
  for (const { value, path } of [...containers, ...services]) {
    const { command = [], environment = {} } = value;
    for (const [index, word] of command.entries()) {
      const place = [...path, 'command', index];
      if (word === '') {
        yield {
          path: place,
          message: phrase('an empty word in the command of {container}', { container: value.name }),
          why: phrase('the Terraform provider refuses a command with one'),
          next: phrase('leave it out, or let a shell make it: {command}', {
            command: `["sh", "-c", "exec PROGRAM ''"]`,
          }),
        };
      }
      yield* short(word, quote(word), place, value.name);
    }
    const variables = Object.entries(environment).map(([name, text]) => `${name}=${text}`);
    for (const [name, text] of Object.entries(environment))
      // Not the value, which may be a secret.
      yield* short(`${name}=${text}`, name, [...path, 'environment', name], value.name);
    if (Object.hasOwn(environment, '__proto__')) {
      yield {
        path: [...path, 'environment', '__proto__'],
        message: phrase('the variable __proto__ of {container}', { container: value.name }),
        why: phrase('it is no name of a variable to JavaScript, in which topologies are written'),
        next: phrase('choose another name'),
      };
    }
    const total = [...command, ...variables].reduce((sum, text) => sum + bytes(text), 0);
    if (total > TOTAL) {
      yield {
        path,
        message: phrase('command and environment of {container} have {count} bytes', {
          container: value.name,
          count: total,
        }),
        why: phrase('Linux starts no program with much more than {most}', { most: TOTAL }),
        next: phrase('put what is long into the image'),
      };
    }
  }
}

function* short(text: string, what: string, path: Path, name: string): Iterable<Finding> {
  if (bytes(text) <= LONGEST) return;
  yield {
    path,
    message: phrase('{text} of {container} has {count} bytes', {
      text: what,
      container: name,
      count: bytes(text),
    }),
    why: phrase('Linux allows a word of a command, or a variable with its name, {most}', {
      most: LONGEST,
    }),
    next: phrase('put it into the image'),
  };
}

const bytes = (text: string): number => new TextEncoder().encode(text).length;
