import { GATEWAY_BRIDGE, isOverlay, type Attachment, type Container, type Lab } from '../../lab';
import { token, type Difference, type Token } from './cause';
import { networkKey } from './networks';
import { overlayTokens } from './overlays';
import { pairUp } from './pairs';
import { list, networkName, verb } from './words';

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
  const on = { before, after, node };
  const attachments = pairUp(
    old.networking.attachments,
    now.networking.attachments,
    ({ network }) => network,
  );
  for (const { network } of attachments.added) {
    if (stays(on, network)) yield attachment(on, network, name, 'joins', 'join');
  }
  for (const { network } of attachments.removed) {
    if (stays(on, network)) yield attachment(on, network, name, 'leaves', 'leave');
  }
  for (const [was, is] of attachments.kept) yield* keptAttachment(on, name, was, is);
}

/** A node before and after. */
interface Place {
  readonly before: Lab;
  readonly after: Lab;
  readonly node: string;
}

/** True for a network that is there before and after: as a bridge of the node, or as an overlay. */
function stays({ before, after, node }: Place, network: string): boolean {
  const key = networkKey(node, network);
  const bridge = ({ networks }: Lab): boolean =>
    networks.some((one) => networkKey(one.node, one.name) === key);
  return (
    bridge(before) === bridge(after) && isOverlay(before, network) === isOverlay(after, network)
  );
}

function attachment(
  on: Place,
  network: string,
  name: string,
  one: string,
  several: string,
): Difference {
  const overlay = isOverlay(on.after, network);
  // An overlay's is the same sentence on all nodes.
  const where = overlay ? 'overlay' : on.node;
  return {
    kind: 'attachment',
    together: `${one} ${where} ${network}`,
    item: name,
    sentence: (items) =>
      `${list(items)} ${verb(items, one, several)} ${networkName(network, overlay)}`,
    subjects: [name],
    tokens: [token.endpoint(name), ...networkTokens(on, network)],
  };
}

/** Whoever comes to an overlay, or goes, may do so on docker_gwbridge too. */
const networkTokens = ({ before, after, node }: Place, network: string): Token[] =>
  isOverlay(after, network)
    ? [...overlayTokens(before, after, network), token.network(node, GATEWAY_BRIDGE)]
    : [token.network(node, network)];

function* keptAttachment(
  on: Place,
  name: string,
  was: Attachment,
  is: Attachment,
): Generator<Difference> {
  const { network } = is;
  const aliases = pairUp(was.aliases, is.aliases, (alias) => alias);
  const tell = (alias: string, words: string): Difference => ({
    kind: 'alias',
    together: `${name} ${network} ${words}`,
    item: alias,
    sentence: (items) =>
      `${name} ${words} ${verb(items, 'name', 'names')} ${list(items)} on ${network}`,
    subjects: [name],
    tokens: [token.name(alias)],
  });
  for (const alias of aliases.added) yield tell(alias, 'gets the');
  for (const alias of aliases.removed) yield tell(alias, 'loses the');
  if (was.address === is.address) return;
  yield {
    kind: 'address',
    together: `${on.node} ${network}`,
    item: name,
    sentence: (items) =>
      `${list(items)} ${verb(items, 'has another address', 'have other addresses')} on ${network}`,
    subjects: [name],
    tokens: [token.endpoint(name), ...networkTokens(on, network)],
  };
}
