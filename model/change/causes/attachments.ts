import type { Attachment, Container, Lab } from '../../lab';
import { token, type Difference } from './cause';
import { networkKey } from './networks';
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
  const has = ({ networks }: Lab, network: string): boolean =>
    networks.some((one) => networkKey(one.node, one.name) === networkKey(node, network));
  const isThere = (network: string): boolean => has(before, network) === has(after, network);
  const attachments = pairUp(
    old.networking.attachments,
    now.networking.attachments,
    ({ network }) => network,
  );
  for (const { network } of attachments.added) {
    if (isThere(network)) yield attachment(node, network, name, 'joins', 'join');
  }
  for (const { network } of attachments.removed) {
    if (isThere(network)) yield attachment(node, network, name, 'leaves', 'leave');
  }
  for (const [was, is] of attachments.kept) yield* keptAttachment(node, name, was, is);
}

const attachment = (
  node: string,
  network: string,
  name: string,
  one: string,
  several: string,
): Difference => ({
  kind: 'attachment',
  together: `${one} ${node} ${network}`,
  item: name,
  sentence: (items) => `${list(items)} ${verb(items, one, several)} ${networkName(network)}`,
  subjects: [name],
  tokens: [token.endpoint(name), token.network(node, network)],
});

function* keptAttachment(
  node: string,
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
    together: `${node} ${network}`,
    item: name,
    sentence: (items) =>
      `${list(items)} ${verb(items, 'has another address', 'have other addresses')} on ${network}`,
    subjects: [name],
    tokens: [token.endpoint(name), token.network(node, network)],
  };
}
