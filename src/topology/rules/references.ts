import { DEFAULT_BRIDGE } from '../lab';
import { quote, type Finding, type Path } from '../problems';
import { suggest } from '../suggest';
import { networkKey, type ContainerItem, type Draft, type Item } from './draft';
import { type Text, phrase } from '../../text/text';

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
    draft.lans,
    containers,
    services,
    attached,
    linked,
    draft.pairs,
  ];
  for (const { value, path } of groups.flat()) {
    if (value.chapter === undefined || written.chapters.has(value.chapter)) continue;
    yield unknown([...path, 'chapter'], phrase('chapter'), value.chapter, written.chapters);
  }
}

function* nodes({
  networks: all,
  lans,
  nowhere,
  swarm,
  containers,
  pairs,
  written,
}: Draft): Iterable<Finding> {
  for (const { path } of nowhere) {
    yield {
      path: [...path, 'node'],
      message: phrase('"node" is missing'),
      why: phrase('such a network is on one node'),
      next: phrase('name the node, or write driver: "overlay" for a network of the whole swarm'),
    };
  }
  for (const { value, path } of swarm) {
    if (!written.nodes.has(value)) yield unknown(path, phrase('node'), value, written.nodes);
  }
  for (const { value, path } of [all, lans, containers, pairs].flat()) {
    if (written.nodes.has(value.node)) continue;
    yield unknown([...path, 'node'], phrase('node'), value.node, written.nodes);
  }
}

const MODES = new Set(['host', 'none']);

function* networks(draft: Draft, { value, attachments }: ContainerItem): Iterable<Finding> {
  for (const { value: attachment, path } of attachments) {
    const { network } = attachment;
    if (network === DEFAULT_BRIDGE || !draft.written.nodes.has(value.node)) continue;
    const key = networkKey(value.node, network);
    if (draft.networkNamed.has(key) || draft.lanNamed.has(key)) continue;
    if (draft.overlayNamed.has(network)) {
      if (draft.swarm.length > 0 && !draft.swarm.some((node) => node.value === value.node)) {
        yield {
          path,
          message: phrase('{node} is not in the swarm, and {network} is an overlay network', {
            node: value.node,
            network: quote(network),
          }),
          why: phrase('only the nodes of the swarm have its overlay networks'),
          next: phrase('add {node} to swarm, or move the container', { node: quote(value.node) }),
        };
      }
      continue;
    }
    const elsewhere = [...draft.networks, ...draft.lans].find(
      (other) => other.value.name === network,
    );
    if (elsewhere !== undefined) {
      if (!draft.written.nodes.has(elsewhere.value.node)) continue;
      yield {
        path,
        message: phrase('network {network} is not on {node}, but on {other}', {
          network: quote(network),
          node: value.node,
          other: elsewhere.value.node,
        }),
        why: phrase('a bridge network ends at its node'),
        next: phrase('declare a network {network} on {node}, or move the container', {
          network: quote(network),
          node: value.node,
        }),
      };
    } else if (MODES.has(network)) {
      yield {
        path,
        message: phrase('{name} is a network mode, not a network to join', {
          name: quote(network),
        }),
        why: phrase('such a container has no interface on any network'),
        next: phrase('leave networks out and write networkMode: "{mode}"', { mode: network }),
      };
    } else if (!draft.written.networks.has(network)) {
      const known = [...draft.networks, ...draft.lans].filter(
        (other) => other.value.node === value.node,
      );
      const names = [DEFAULT_BRIDGE, ...[...known, ...draft.overlays].map((o) => o.value.name)];
      yield unknown(path, phrase('network'), network, names);
    }
  }
}

const unknown = (path: Path, kind: Text, name: string, known: Iterable<string>): Finding => ({
  path,
  message: phrase('unknown {kind} {name}', { kind, name: quote(name) }),
  why: phrase('the topology declares no {kind} of this name', { kind }),
  next: suggest(name, known),
});
