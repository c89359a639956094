import { say, told } from '../i18n/say';
import { rows } from './rows';
import type { Told } from '../text/text';

/** A node or container as it is now. */
export interface StatusRow {
  readonly what: 'node' | 'container';
  readonly name: string;
  readonly node: string;
  readonly state: string;
  readonly detail: Told;
}

/** Nodes, each with its containers below it, and the sums at the end. */
export function status(all: readonly StatusRow[], width: number): string {
  const cells = ({ name, state, detail }: StatusRow): string[] => [name, state, told(detail)];
  const containers = all.filter(({ what }) => what === 'container');
  const below = rows(containers.map(cells), { width, indent: 2 });
  const lines = all
    .filter(({ what }) => what === 'node')
    .flatMap((node) => [
      ...rows([cells(node)], { width }),
      ...containers.flatMap(({ node: on }, index) => (on === node.name ? [below[index]!] : [])),
    ]);
  const nodes = all.length - containers.length;
  return [
    ...lines,
    '',
    say('{up} of {nodes} nodes up, {running} of {containers} containers running', {
      up: all.filter(({ what, state }) => what === 'node' && state === 'up').length,
      nodes,
      running: containers.filter(({ state }) => state === 'running').length,
      containers: containers.length,
    }),
  ].join('\n');
}
