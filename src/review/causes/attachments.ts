import type { EndpointId } from '../../topology/edge';
import {
  GATEWAY_BRIDGE,
  isOverlay,
  type Attachment,
  type Container,
  type Lab,
} from '../../topology/lab';
import { token, type Difference, type Token } from './cause';
import { overlayTokens } from './overlays';
import { pairUp } from './pairs';
import { isOne, list, networkName } from './words';
import { phrase } from '../../text/text';

/**
 * Networks that a container joins and leaves, and what changes on those where it stays. What comes with a network
 * that is itself new or gone belongs to the network.
 */
export function* attachmentDifferences(
  before: Lab,
  after: Lab,
  old: Container,
  now: Container,
): Generator<Difference> {
  if (old.networking.mode !== 'bridge' || now.networking.mode !== 'bridge') return;
  const { node, name } = now;
  const on = { before, after, nodes: [node] };
  const [were, are] = [old.networking.attachments, now.networking.attachments];
  yield* attachmentChanges(on, { name, ids: [name] }, were, are);
  for (const [was, is] of pairUp(were, are, networkOf).kept) {
    yield* keptAttachment(on, name, was, is);
  }
}

/** Where a container is, or the replicas of a service may be, before and after. */
interface Place {
  readonly before: Lab;
  readonly after: Lab;
  readonly nodes: readonly string[];
}

/** Who is on a network, and by which endpoints: of a service the replicas too. */
interface Member {
  readonly name: string;
  readonly ids: readonly EndpointId[];
}

interface On {
  readonly network: string;
}

const networkOf = ({ network }: On): string => network;

/** Networks that are there before and after and that a container or service joins and leaves. */
export function* attachmentChanges(
  on: Place,
  member: Member,
  before: readonly On[],
  after: readonly On[],
): Generator<Difference> {
  const { added, removed } = pairUp(before, after, networkOf);
  for (const { network } of added) {
    if (stays(on, network)) yield attachment(on, network, member, 'joins');
  }
  for (const { network } of removed) {
    if (stays(on, network)) yield attachment(on, network, member, 'leaves');
  }
}

/** True for a network that is there before and after: as a bridge of the node, or as an overlay. */
function stays({ before, after, nodes }: Place, network: string): boolean {
  const bridge = ({ networks }: Lab): boolean =>
    networks.some(({ node, name }) => name === network && nodes.includes(node));
  return (
    bridge(before) === bridge(after) && isOverlay(before, network) === isOverlay(after, network)
  );
}

const MOVES = {
  joins: {
    network: ['{names} joins {network}', '{names} join {network}'],
    overlay: ['{names} joins overlay {network}', '{names} join overlay {network}'],
  },
  leaves: {
    network: ['{names} leaves {network}', '{names} leave {network}'],
    overlay: ['{names} leaves overlay {network}', '{names} leave overlay {network}'],
  },
} as const;

function attachment(
  on: Place,
  network: string,
  { name, ids }: Member,
  what: keyof typeof MOVES,
): Difference {
  const overlay = isOverlay(on.after, network);
  // An overlay's is the same sentence on all nodes.
  const where = overlay ? 'overlay' : on.nodes.join();
  return {
    kind: 'attachment',
    together: `${what} ${where} ${network}`,
    item: name,
    sentence: (items) =>
      phrase(MOVES[what][overlay ? 'overlay' : 'network'][isOne(items) ? 0 : 1], {
        names: list(items),
        network: networkName(network),
      }),
    subjects: ids,
    tokens: [...ids.map(token.endpoint), ...networkTokens(on, network)],
  };
}

/** Whoever comes to an overlay, or goes, may do so on docker_gwbridge too. */
const networkTokens = ({ before, after, nodes }: Place, network: string): Token[] =>
  isOverlay(after, network)
    ? [
        ...overlayTokens(before, after, network),
        ...nodes.map((node) => token.network(node, GATEWAY_BRIDGE)),
      ]
    : nodes.map((node) => token.network(node, network));

const ALIASES = {
  gets: ['{name} gets the name {names} on {network}', '{name} gets the names {names} on {network}'],
  loses: [
    '{name} loses the name {names} on {network}',
    '{name} loses the names {names} on {network}',
  ],
} as const;

function* keptAttachment(
  on: Place,
  name: string,
  was: Attachment,
  is: Attachment,
): Generator<Difference> {
  const { network } = is;
  const aliases = pairUp(was.aliases, is.aliases, (alias) => alias);
  const tell = (alias: string, what: keyof typeof ALIASES): Difference => ({
    kind: 'alias',
    together: `${name} ${network} ${what}`,
    item: alias,
    sentence: (items) =>
      phrase(ALIASES[what][isOne(items) ? 0 : 1], { name, names: list(items), network }),
    subjects: [name],
    tokens: [token.name(alias)],
  });
  for (const alias of aliases.added) yield tell(alias, 'gets');
  for (const alias of aliases.removed) yield tell(alias, 'loses');
  if (was.address === is.address) return;
  yield {
    kind: 'address',
    together: `${on.nodes.join()} ${network}`,
    item: name,
    sentence: (items) =>
      phrase(
        isOne(items)
          ? '{names} has another address on {network}'
          : '{names} have other addresses on {network}',
        { names: list(items), network },
      ),
    subjects: [name],
    tokens: [token.endpoint(name), ...networkTokens(on, network)],
  };
}
