import { quote, type Finding } from '../problems';
import { suggest } from '../suggest';
import type { ContainerItem, Draft } from './draft';
import { type Text, phrase } from '../../text/text';

/** What only another container's stack takes the place of. */
const OF_STACK: ReadonlySet<string> = new Set(['hostname', 'extraHosts', 'dns', 'sysctls']);

const KEYS = ['networks', 'links', 'ports', 'hostname', 'extraHosts', 'dns'] as const;

/** Network modes other than bridge, and what cannot go together with them. */
export function* modes(draft: Draft): Iterable<Finding> {
  for (const container of draft.containers) {
    if (container.mode === 'bridge' || container.mode === 'unknown') continue;
    yield* together(container, container.mode);
    if (container.shares !== undefined) yield* target(draft, container, container.shares);
  }
}

type Mode = 'host' | 'none' | 'container';

const WITHOUT: Readonly<Record<Mode, Text>> = {
  host: phrase("host mode already uses the node's network"),
  none: phrase('none mode has no interface but lo'),
  container: phrase("container mode uses the other container's network"),
};

const PORTS: Readonly<Record<Mode, Text>> = {
  host: phrase("host mode already uses the node's ports: leave ports out"),
  none: phrase('none mode cannot be reached: leave ports out'),
  container: phrase('only the container whose network is used can publish ports: move them there'),
};

function* together({ value, path }: ContainerItem, mode: Mode): Iterable<Finding> {
  const why = WITHOUT[mode];
  for (const key of KEYS) {
    if ((value[key] ?? []).length === 0 || (OF_STACK.has(key) && mode !== 'container')) continue;
    yield {
      path: [...path, key],
      message: phrase('{key} together with network mode {mode}', {
        key,
        mode: quote(value.networkMode),
      }),
      why: key === 'ports' ? PORTS[mode] : why,
      next: phrase('leave {key} out, or leave networkMode out', { key }),
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
      message: phrase('{name} uses its own network', { name: value.name }),
      why: phrase('container mode names another container'),
      next: phrase('name another container, or leave networkMode out'),
    };
  } else if (other === undefined) {
    if (written.containers.has(shares)) return;
    yield {
      path: place,
      message: phrase('unknown container {name}', { name: quote(shares) }),
      why: phrase('the topology declares no container of this name'),
      next: suggest(shares, written.containers),
    };
  } else if (!written.nodes.has(value.node) || !written.nodes.has(other.value.node)) {
    return;
  } else if (other.value.node !== value.node) {
    yield {
      path: place,
      message: phrase('{name} is on {node}, and {other} on {elsewhere}', {
        name: shares,
        node: other.value.node,
        other: value.name,
        elsewhere: value.node,
      }),
      why: phrase('a network namespace is on one node'),
      next: phrase('move one of them, or name a container on {node}', { node: value.node }),
    };
  } else if (comesBack(containerNamed, other, value.name)) {
    yield {
      path: place,
      message: phrase("{name} and {other} use each other's network", {
        name: value.name,
        other: shares,
      }),
      why: phrase('one of the containers must have a network of its own'),
      next: phrase('leave one networkMode out'),
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
