import { createColors } from 'picocolors';
import { say, told } from '../i18n/say';
import { rows as aligned } from './rows';
import { hanging, wrap } from './wrap';
import type { Text, Told } from '../text/text';

/** A prerequisite as it is now. */
export interface Finding {
  readonly kind: string;
  readonly name: Text;
  readonly ok: boolean;
  readonly found: Text;
  readonly remedy?: Text;
  /** `./lab up` sees to it by itself. */
  readonly byUp?: boolean;
}

export interface NodeFinding {
  readonly name: string;
  readonly state: 'up' | 'down' | 'absent' | 'unreachable';
  readonly detail: Told;
}

export interface AdviceOptions {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
}

/** What a person has to do; the rest is made by `./lab up`. */
export const forThePerson = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ ok, byUp = false }) => !ok && !byUp);

/** The state of the machine as advice: what to do, in order, and why; below it what is in order. */
export function advice(
  findings: readonly Finding[],
  nodes: readonly NodeFinding[],
  { color, width }: AdviceOptions,
): string {
  const { bold, red, green, yellow, dim } = createColors(color);
  const todo = forThePerson(findings);
  const later = findings.filter(({ ok, byUp = false }) => !ok && byUp);
  const fine = findings.filter(({ ok }) => ok);
  const line = Math.max(40, width);
  return [
    ...(todo.length === 0
      ? [green(bold(say('This machine is ready.')))]
      : [
          red(
            bold(
              todo.length === 1
                ? say('One thing to do first:')
                : say('{count} things to do first, in this order:', { count: todo.length }),
            ),
          ),
          ...todo.flatMap((one, index) => ['', ...step(one, index + 1, line, bold)]),
        ]),
    ...(later.length === 0
      ? []
      : ['', yellow(say('./lab up sees to these by itself:')), ...list(later, line)]),
    ...(fine.length === 0 ? [] : ['', dim(say('In good order:')), ...list(fine, line)]),
    ...(nodes.length === 0
      ? []
      : [
          '',
          dim(say('Nodes:')),
          ...list(
            nodes.map(({ name, state, detail }) => ({
              name,
              found: state === detail ? stateName(state) : `${stateName(state)}, ${told(detail)}`,
            })),
            line,
          ),
        ]),
    '',
    wrap(next(todo.length > 0, nodes), line, ''),
  ].join('\n');
}

function stateName(state: NodeFinding['state']): string {
  return {
    up: say('up'),
    down: say('down'),
    absent: say('absent'),
    unreachable: say('unreachable'),
  }[state];
}

function step(
  { kind, name, found, remedy }: Finding,
  number: number,
  width: number,
  bold: (text: string) => string,
): string[] {
  const why = reason(kind);
  const row = (text: string): string => hanging('   ', text, width);
  return [
    bold(wrap(`${number}. ${told(name)}: ${told(found)}`, width, '   ')),
    ...(why === undefined ? [] : [row(why)]),
    ...(remedy === undefined ? [] : [row(`-> ${told(remedy)}`)]),
  ];
}

function list(
  rows: readonly { readonly name: Told; readonly found: Told }[],
  width: number,
): string[] {
  return aligned(
    rows.map(({ name, found }) => [told(name), told(found)]),
    { width, indent: 2 },
  );
}

/** What a prerequisite is for. */
function reason(kind: string): string | undefined {
  switch (kind) {
    case 'node':
      return say('The lab itself runs on it.');
    case 'engine':
      return say('The nodes are containers of this machine’s Docker engine.');
    case 'control-groups':
      return say('The engines in the nodes put their containers into control groups.');
    case 'kernel':
      return say('A node cannot load kernel modules for itself; its engine needs these.');
    case 'terraform':
      return say('It applies the lab to the nodes.');
    case 'go':
      return say('Without a registry the Terraform provider is built here, and Go builds it.');
    case 'image':
      return say('A container of the topology is made from it.');
    case 'disk-space':
      return say('Images and nodes need the room.');
    case 'echoes':
      return say('Every check sends them from this machine.');
    case 'subnet':
      return say(
        'The nodes get addresses in it; two networks with one range take each other’s packets.',
      );
    default:
      return undefined;
  }
}

function next(blocked: boolean, nodes: readonly NodeFinding[]): string {
  if (blocked) return say('Then: ./lab doctor once more, or ./lab up');
  if (nodes.some(({ state }) => state === 'unreachable')) {
    return say('A node cannot be reached. Next: ./lab nodes up');
  }
  const up = nodes.length > 0 && nodes.every(({ state }) => state === 'up');
  return up
    ? say('The nodes are up. Next: ./lab check measures the lab, ./lab tour walks through it.')
    : say('Next: ./lab up');
}
