import type { Edge, EndpointId } from '../topology/edge';
import { namespaceId } from '../topology/edge';
import { GATEWAY_BRIDGE, type Container, type Lab, type Listener } from '../topology/lab';
import { linkEnd, linkNames } from '../topology/links';
import { endpoint } from '../predict/destination';
import { resolve } from '../predict/names';
import type { Prediction } from '../predict/prediction';
import { portKey, type ContainerStack, type Stack, type World } from '../network/world';

/**
 * The chapter from which on an edge holds as predicted: the latest of those of the sender, the target, and the
 * attachments, links and listeners that make the difference.
 */
export function createChapterOf(world: World): (edge: Edge, prediction: Prediction) => string {
  const { lab } = world;
  const order = new Map(lab.chapters.map(({ id }, index) => [id, index]));
  const table = chapterTable(lab);
  const latest = (chapters: readonly (string | undefined)[]): string => {
    let last = 0;
    for (const chapter of chapters) last = Math.max(last, order.get(chapter ?? '') ?? 0);
    return lab.chapters[last]?.id ?? '';
  };
  return (edge, prediction) =>
    latest([table.of(edge.from), ...ofTarget(world, table, edge, prediction)]);
}

interface Chapters {
  of(id: EndpointId): string | undefined;
  container(name: string): Container | undefined;
  /** Chapter of a container's or service's attachment, or of a node's network. */
  on(id: EndpointId, network: string | undefined): string | undefined;
  isOverlay(network: string): boolean;
  isService(name: string): boolean;
}

function chapterTable(lab: Lab): Chapters {
  const containers = new Map(lab.containers.map((container) => [container.name, container]));
  const chapters = new Map<EndpointId, string>();
  for (const { name, chapter } of [...lab.nodes, ...lab.containers, ...lab.services])
    chapters.set(name, chapter);
  for (const { ends, chapter } of lab.namespacePairs) {
    for (const { name } of ends) chapters.set(namespaceId(name), chapter);
  }
  const services = new Map(lab.services.map((service) => [service.name, service]));
  const networks = new Map(lab.networks.map((n) => [`${n.node} ${n.name}`, n.chapter]));
  const overlays = new Map(lab.overlays.map((overlay) => [overlay.name, overlay.chapter]));
  for (const node of lab.swarm) {
    const [chapter] = overlays.values();
    if (chapter !== undefined) networks.set(`${node} ${GATEWAY_BRIDGE}`, chapter);
  }
  return {
    of: (id) => chapters.get(id),
    isOverlay: (network) => overlays.has(network),
    container: (name) => containers.get(name),
    isService: (name) => services.has(name),
    on: (id, network) => {
      const service = services.get(id);
      if (service !== undefined)
        return service.networks.find((one) => one.network === network)?.chapter;
      const networking = containers.get(id)?.networking;
      if (networking?.mode !== 'bridge') return networks.get(`${id} ${network ?? ''}`);
      return networking.attachments.find((one) =>
        network === GATEWAY_BRIDGE ? overlays.has(one.network) : one.network === network,
      )?.chapter;
    },
  };
}

function ofTarget(
  world: World,
  table: Chapters,
  { from, target }: Edge,
  prediction: Prediction,
): (string | undefined)[] {
  const { stack } = endpoint(world, from);
  switch (target.kind) {
    case 'loopback':
    case 'outside':
      return [];
    case 'gateway':
      return [table.on(stack.id, target.network)];
    case 'ping':
      return [table.of(target.endpoint), ...between(table, stack.id, target)];
    case 'ping6':
      return [table.of(target.endpoint), ...between(table, stack.id, target)];
    case 'port':
      return [
        table.of(target.endpoint),
        ...between(table, stack.id, target),
        table.of(listener(endpoint(world, target.endpoint).stack, target)),
      ];
    case 'node-port':
      return [
        table.of(target.node),
        ...ofPort(world, target, prediction).map((id) => table.of(id)),
      ];
    case 'name':
      return [table.of(target.endpoint), ...ofName(world, table, from, target)];
  }
}

/** The target's attachment, and the sender's own to the same network where it has one. */
function between(
  table: Chapters,
  from: EndpointId,
  { endpoint: to, network }: { readonly endpoint: EndpointId; readonly network?: string },
): (string | undefined)[] {
  const theirs = table.container(to);
  const mine = table.container(from);
  if (network === undefined) return [];
  const shared =
    mine !== undefined &&
    (table.isService(to) ||
      (theirs !== undefined && (theirs.node === mine.node || table.isOverlay(network))));
  return [table.on(to, network), shared ? table.on(from, network) : undefined];
}

/** Who listens on a port of a stack that several may share. */
const listener = (stack: Stack, { port, protocol }: Listener): EndpointId =>
  'listens' in stack ? (stack.listens.get(portKey(protocol, port))?.by ?? '') : '';

/** Who makes the difference at a port of a node. */
function ofPort(
  world: World,
  target: Listener & { readonly node: EndpointId },
  { reasons }: Prediction,
): readonly EndpointId[] {
  const behind = reasons.flatMap((reason): EndpointId[] => {
    if ('publisher' in reason) return [reason.publisher];
    if ('listener' in reason) return [reason.listener];
    return reason.rule === 'listener' && reason.kind === 'node' ? [reason.stack] : [];
  });
  if (behind.length > 0) return behind;
  const { stack } = endpoint(world, target.node);
  if (stack.kind !== 'node') return [];
  // Nobody has the node's port: worth asking since a container listens on it unpublished.
  return stack.nets.flatMap((net) => net.stacks).map((one) => listener(one, target));
}

function ofName(
  world: World,
  table: Chapters,
  from: EndpointId,
  { name, endpoint: to }: { readonly name: string; readonly endpoint: EndpointId },
): (string | undefined)[] {
  const sender = endpoint(world, from);
  const face = resolve(sender, name);
  const link = linkNamed(world, table.container(sender.stack.id), name);
  if (link !== undefined) return [link.chapter];
  if (face !== undefined) {
    return [table.on(face.stack.id, face.net.name), table.on(sender.stack.id, face.net.name)];
  }
  return linksThatDoNotHelp(world, table, sender.stack.id, to);
}

const linkNamed = ({ lab }: World, source: Container | undefined, name: string) =>
  source?.links.find((link) => {
    const end = linkEnd(lab, source, link);
    return end !== undefined && linkNames(link, end).includes(name);
  });

/** A link names one container in one direction: that nothing else got a name belongs to the link's chapter. */
function linksThatDoNotHelp(
  world: World,
  table: Chapters,
  from: EndpointId,
  to: EndpointId,
): (string | undefined)[] {
  const sender = table.container(from);
  const target = table.container(to);
  if (sender === undefined || target === undefined) return [];
  const onBridge = ({ name }: Container): boolean =>
    isOnDefaultBridge(endpoint(world, name).stack as ContainerStack);
  if (sender.node !== target.node || !onBridge(sender) || !onBridge(target)) return [];
  return [
    ...sender.links.map(({ chapter }) => chapter),
    ...target.links.filter(({ container }) => container === from).map(({ chapter }) => chapter),
  ];
}

const isOnDefaultBridge = (stack: ContainerStack): boolean =>
  stack.kind === 'container' && stack.interfaces.some(({ net }) => net.isDefault);
