import { MEMORY, REPLICAS } from '../formats';
import { DEFAULT_BRIDGE } from '../lab';
import { expandPort } from '../ports';
import { quote, type Finding } from '../problems';
import type { TopologyNode } from '../topology';
import { attachedKey, isFurther, type ContainerItem, type Draft, type Item } from './draft';
import { phrase } from '../../text/text';

/** Interfaces that Linux lets a bridge have: its ports are numbered from 1 to 1023. */
const BRIDGE_PORTS = 1023;

/**
 * MiB of a node's own memory, measured on all series: what its engine needs to start containers at all, and for each
 * container (containerd-shim) and each published port (docker-proxy).
 */
const ENGINE = 100;
const EACH_CONTAINER = 5;
const EACH_PORT = 1.5;
const DEFAULT_MEMORY = 1024;

/** What a node has room for: interfaces of one bridge, and memory of its engine. */
export function* capacity(draft: Draft): Iterable<Finding> {
  yield* replicas(draft);
  yield* bridges(draft);
  for (const node of draft.nodes) {
    if (!isFurther(node) && node.value.backend !== 'remote' && node.value.ssh === undefined)
      yield* memory(draft, node);
  }
}

/** A check asks everybody for everybody: docs/scale.md. */
const ENDPOINTS = 2000;

function* replicas({ containers, services }: Draft): Iterable<Finding> {
  const all = services.map(({ value }) => value.replicas ?? 1).filter(REPLICAS.fits);
  const count = all.reduce((sum, one) => sum + one, containers.length);
  if (all.length === 0 || count <= ENDPOINTS) return;
  yield {
    path: ['services'],
    message: phrase('{count} containers and replicas', { count }),
    why: phrase('each asks each of the others, and a check has room for {most} of them', {
      most: ENDPOINTS,
    }),
    next: phrase('use fewer replicas, or several topologies'),
  };
}

function* bridges(draft: Draft): Iterable<Finding> {
  const ports = new Map<string, number>();
  for (const { value, attachments } of draft.containers) {
    for (const {
      value: { network },
      path,
    } of attachments) {
      const key = `${value.node} ${attachedKey(draft, value.node, network)}`;
      const count = (ports.get(key) ?? 0) + 1;
      ports.set(key, count);
      if (count !== BRIDGE_PORTS + 1) continue;
      yield {
        path,
        message: phrase('{container} is the {count}th container of {node} on {network}', {
          container: value.name,
          count,
          node: value.node,
          network: network === DEFAULT_BRIDGE ? phrase('the default bridge') : quote(network),
        }),
        why: phrase('Linux lets a bridge have {most} interfaces', { most: BRIDGE_PORTS }),
        next: phrase('use several networks, or several nodes'),
      };
    }
  }
}

function* memory(draft: Draft, { value, path }: Item<TopologyNode>): Iterable<Finding> {
  const { name, memory: given = DEFAULT_MEMORY } = value;
  if (!MEMORY.fits(given)) return;
  const here = draft.containers.filter((one) => one.value.node === name);
  const ports = here.reduce((sum, one) => sum + portsOf(one), 0);
  const needed = Math.ceil(ENGINE + EACH_CONTAINER * here.length + EACH_PORT * ports);
  if (needed <= given) return;
  yield {
    path: value.memory === undefined ? path : [...path, 'memory'],
    message: phrase('{node} has {memory} MiB of memory, and needs about {needed}', {
      node: name,
      memory: given,
      needed,
    }),
    why: phrase(
      'its engine takes {engine} MiB, {each} for each of {count} containers and {port} for each of {ports} published ports',
      { engine: ENGINE, each: EACH_CONTAINER, count: here.length, port: EACH_PORT, ports },
    ),
    next: phrase('write memory: {memory}', { memory: 128 * Math.ceil(needed / 128) }),
  };
}

const portsOf = ({ ports }: ContainerItem): number =>
  ports.reduce((sum, { parsed }) => sum + (parsed.ok ? expandPort(parsed.spec).length : 0), 0);
