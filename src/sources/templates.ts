import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../platform/config';

/** A small topology to start from: `templates/ID.ts`. */
export interface Template {
  readonly id: string;
  /** Two endpoints whose explanation is worth reading, as `lab explain` takes them; `{name}` is the lab's. */
  readonly explain: readonly [string, string];
}

export const TEMPLATES: readonly Template[] = [
  { id: 'bridge', explain: ['alice', 'carol'] },
  { id: 'web', explain: ['visitor', 'store'] },
  { id: 'two-nodes', explain: ['client', '{name}-node1:8080'] },
];

export interface NewLab {
  /** Name of the lab; its nodes are `NAME-node1` and so on. */
  readonly name: string;
  /** The first three numbers of the nodes' /24, such as `192.168.220`. */
  readonly range: string;
}

/** The nodes' network in the templates. */
const RANGE = '192.168.220';

/** The text of `topologies/NAME.ts`, made from a template. */
export function fromTemplate({ id }: Template, { name, range }: NewLab): string {
  return readFileSync(join(ROOT, 'topologies', 'templates', `${id}.ts`), 'utf8')
    .replace("'../../src/topology/topology'", "'../src/topology/topology'")
    .replace(`  name: '${id}',`, `  name: '${name}',`)
    .replaceAll(`'${id}-node`, `'${name}-node`)
    .replaceAll(`'${RANGE}.`, `'${range}.`);
}

/**
 * A /24 for the nodes that no other topology names and on which this machine is not.
 *
 * @param taken texts in which a range in use is named: other topologies, the machine's own addresses
 */
export function freeRange(taken: readonly string[]): string | undefined {
  const numbers = Array.from({ length: 31 }, (_, index) => 220 + index);
  return numbers
    .map((third) => `192.168.${third}`)
    .find((range) => !taken.some((text) => text.includes(`${range}.`)));
}
