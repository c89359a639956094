import { DEFAULT_BRIDGE } from '../lab';
import { quote, type Finding, type Path } from '../problems';
import { suggest } from '../suggest';
import { networkKey, type ContainerItem, type Draft, type Item } from './draft';

/** Names of chapters, nodes and networks that nothing has. */
export function* references(draft: Draft): Iterable<Finding> {
  yield* chapters(draft);
  yield* nodes(draft);
  for (const container of draft.containers) yield* networks(draft, container);
}

function* chapters(draft: Draft): Iterable<Finding> {
  const { containers, services, written } = draft;
  const attached = [...containers, ...services].flatMap<Item<{ readonly chapter?: string }>>(
    ({ attachments }) => attachments,
  );
  const linked = containers.flatMap(({ value, path }) =>
    (value.links ?? []).map((link, index) => ({ value: link, path: [...path, 'links', index] })),
  );
  const groups = [
    draft.nodes,
    draft.networks,
    draft.overlays,
    containers,
    services,
    attached,
    linked,
    draft.pairs,
  ];
  for (const { value, path } of groups.flat()) {
    if (value.chapter === undefined || written.chapters.has(value.chapter)) continue;
    yield unknown([...path, 'chapter'], 'chapter', value.chapter, written.chapters);
  }
}

function* nodes({
  networks: all,
  nowhere,
  swarm,
  containers,
  pairs,
  written,
}: Draft): Iterable<Finding> {
  for (const { path } of nowhere) {
    yield {
      path: [...path, 'node'],
      message: '"node" is missing',
      why: 'a bridge network is on one node',
      next: 'name the node, or write driver: "overlay" for a network of the whole swarm',
    };
  }
  for (const { value, path } of swarm) {
    if (!written.nodes.has(value)) yield unknown(path, 'node', value, written.nodes);
  }
  for (const { value, path } of [all, containers, pairs].flat()) {
    if (written.nodes.has(value.node)) continue;
    yield unknown([...path, 'node'], 'node', value.node, written.nodes);
  }
}

const MODES = new Set(['host', 'none']);

function* networks(draft: Draft, { value, attachments }: ContainerItem): Iterable<Finding> {
  for (const { value: attachment, path } of attachments) {
    const { network } = attachment;
    if (network === DEFAULT_BRIDGE || !draft.written.nodes.has(value.node)) continue;
    if (draft.networkNamed.has(networkKey(value.node, network))) continue;
    if (draft.overlayNamed.has(network)) {
      if (draft.swarm.length > 0 && !draft.swarm.some((node) => node.value === value.node)) {
        yield {
          path,
          message: `${value.node} is not in the swarm, and ${quote(network)} is an overlay network`,
          why: 'only the nodes of the swarm have its overlay networks',
          next: `add ${quote(value.node)} to swarm, or move the container`,
        };
      }
      continue;
    }
    const elsewhere = draft.networks.find((other) => other.value.name === network);
    if (elsewhere !== undefined) {
      if (!draft.written.nodes.has(elsewhere.value.node)) continue;
      yield {
        path,
        message: `network ${quote(network)} is not on ${value.node}, but on ${elsewhere.value.node}`,
        why: 'a bridge network ends at its node',
        next: `declare a network ${quote(network)} on ${value.node}, or move the container`,
      };
    } else if (MODES.has(network)) {
      yield {
        path,
        message: `${quote(network)} is a network mode, not a network to join`,
        why: 'such a container has no interface on any network',
        next: `leave networks out and write networkMode: "${network}"`,
      };
    } else if (!draft.written.networks.has(network)) {
      const known = draft.networks.filter((other) => other.value.node === value.node);
      const names = [DEFAULT_BRIDGE, ...[...known, ...draft.overlays].map((o) => o.value.name)];
      yield unknown(path, 'network', network, names);
    }
  }
}

const unknown = (path: Path, kind: string, name: string, known: Iterable<string>): Finding => ({
  path,
  message: `unknown ${kind} ${quote(name)}`,
  why: `the topology declares no ${kind} of this name`,
  next: suggest(name, known),
});
