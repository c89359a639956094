import { quote, type Finding } from '../problems';
import { suggest } from '../suggest';
import type { ContainerItem, Draft } from './draft';

/** Network modes other than bridge, and what cannot go together with them. */
export function* modes(draft: Draft): Iterable<Finding> {
  for (const container of draft.containers) {
    if (container.mode === 'bridge' || container.mode === 'unknown') continue;
    yield* together(container, container.mode);
    if (container.shares !== undefined) yield* target(draft, container, container.shares);
  }
}

type Mode = 'host' | 'none' | 'container';

const WITHOUT: Readonly<Record<Mode, string>> = {
  host: "host mode already uses the node's network",
  none: 'none mode has no interface but lo',
  container: "container mode uses the other container's network",
};

const PORTS: Readonly<Record<Mode, string>> = {
  host: "host mode already uses the node's ports: leave ports out",
  none: 'none mode cannot be reached: leave ports out',
  container: 'only the container whose network is used can publish ports: move them there',
};

function* together({ value, path }: ContainerItem, mode: Mode): Iterable<Finding> {
  const why = WITHOUT[mode];
  for (const key of ['networks', 'links', 'ports', 'hostname'] as const) {
    if ((value[key] ?? []).length === 0 || (key === 'hostname' && mode !== 'container')) continue;
    yield {
      path: [...path, key],
      message: `${key} together with network mode ${quote(value.networkMode)}`,
      why: key === 'ports' ? PORTS[mode] : why,
      next: `leave ${key} out, or leave networkMode out`,
    };
  }
}

function* target(
  { containerNamed, written }: Draft,
  { value, path }: ContainerItem,
  shares: string,
): Iterable<Finding> {
  const place = [...path, 'networkMode'];
  const other = containerNamed.get(shares);
  if (shares === value.name) {
    yield {
      path: place,
      message: `${value.name} uses its own network`,
      why: 'container mode names another container',
      next: 'name another container, or leave networkMode out',
    };
  } else if (other === undefined) {
    if (written.containers.has(shares)) return;
    yield {
      path: place,
      message: `unknown container ${quote(shares)}`,
      why: 'the topology declares no container of this name',
      next: suggest(shares, written.containers),
    };
  } else if (!written.nodes.has(value.node) || !written.nodes.has(other.value.node)) {
    return;
  } else if (other.value.node !== value.node) {
    yield {
      path: place,
      message: `${shares} is on ${other.value.node}, and ${value.name} on ${value.node}`,
      why: 'a network namespace is on one node',
      next: `move one of them, or name a container on ${value.node}`,
    };
  } else if (comesBack(containerNamed, other, value.name)) {
    yield {
      path: place,
      message: `${value.name} and ${shares} use each other's network`,
      why: 'one of the containers must have a network of its own',
      next: 'leave one networkMode out',
    };
  }
}

/** True where a chain of shared networks leads to a container again. */
function comesBack(named: Draft['containerNamed'], start: ContainerItem, name: string): boolean {
  const seen = new Set<string>();
  let one: ContainerItem | undefined = start;
  while (one?.shares !== undefined && !seen.has(one.value.name)) {
    if (one.shares === name) return true;
    seen.add(one.value.name);
    one = named.get(one.shares);
  }
  return false;
}
