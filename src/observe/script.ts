import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROGRAMS = {
  facts: ['linux.pl', 'facts.pl'],
  probe: ['linux.pl', 'names.pl', 'neighbours.pl', 'kinds.pl', 'events.pl', 'probe.pl'],
} as const;

const texts = new Map<string, string>();

/**
 * A constant program for a node. It goes to `perl -` as standard input, with its data behind its `__END__`: no name
 * ever becomes a part of a program.
 */
export function script(name: keyof typeof PROGRAMS): string {
  const text =
    texts.get(name) ??
    PROGRAMS[name].map((file) => readFileSync(join(__dirname, 'node', file), 'utf8')).join('');
  texts.set(name, text);
  return text;
}

/** What runs a program from standard input. */
export const INTERPRETER = ['perl', '-'] as const;
