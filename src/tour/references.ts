import type { Facts } from '../network/facts';
import type { Lab } from '../topology/lab';

/** The lab as it runs. */
export interface Ground {
  readonly lab: Lab;
  readonly facts: Facts;
}

/** Docker's own `{{…}}` is left alone. */
const REFERENCE = /(?<!\{)\{([a-z][\w:.@-]*)\}(?!\})/g;

/**
 * The text with every reference filled in.
 *
 * - `{node1}`, `{node2}`: the nodes' names, in the topology's order
 * - `{node1.address}`, `{outside.address}`, `{netns:NAME.address}`
 * - `{CONTAINER@NETWORK}`: the container's address there; `{gateway@NETWORK}`: the first node's
 * - `{lab}`: the lab's name
 *
 * @param change done to each value before it is put in
 * @throws MissingReference where the lab has no such thing, or it does not run
 */
export const fill = (
  text: string,
  ground: Ground,
  change: (value: string) => string = (value) => value,
): string =>
  text.replaceAll(REFERENCE, (_, reference: string) => {
    const value = valueOf(reference, ground);
    if (value === undefined) throw new MissingReference(reference);
    return change(value);
  });

/** The references of a text. */
export const referencesIn = (text: string): string[] =>
  [...text.matchAll(REFERENCE)].map(([, reference = '']) => reference);

/** What a step of the tour speaks of is not there. */
export class MissingReference extends Error {
  constructor(readonly reference: string) {
    super(`nothing on the running lab is ${reference}`);
  }
}

function valueOf(reference: string, ground: Ground): string | undefined {
  const { lab } = ground;
  if (reference === 'lab') return lab.name;
  if (reference.endsWith('.address')) {
    return ownAddress(reference.slice(0, -'.address'.length), lab);
  }
  const [owner = '', network] = reference.split('@');
  if (network !== undefined) return networkAddress(owner, network, ground);
  return nodeOf(reference, lab)?.name;
}

const nodeOf = (reference: string, { nodes }: Lab) => {
  const number = /^node([1-9])$/.exec(reference)?.[1];
  return number === undefined ? undefined : nodes[Number(number) - 1];
};

function ownAddress(owner: string, lab: Lab): string | undefined {
  if (owner === 'outside') return lab.outside.address;
  const namespace = /^netns:(.+)$/.exec(owner)?.[1];
  if (namespace === undefined) return nodeOf(owner, lab)?.address;
  const ends = lab.namespacePairs.flatMap((pair) => pair.ends);
  return ends.find(({ name }) => name === namespace)?.address;
}

function networkAddress(owner: string, network: string, { lab, facts }: Ground) {
  const own = facts.addresses[owner]?.[network];
  if (own !== undefined) return own;
  const node = lab.nodes[0]?.name ?? '';
  return owner === 'gateway' ? facts.nodes[node]?.gateways[network] : undefined;
}
