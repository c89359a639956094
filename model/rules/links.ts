import { DEFAULT_BRIDGE } from '../lab';
import { quote, type Finding, type Path } from '../problems';
import { suggest } from '../suggest';
import type { TopologyLink } from '../topology';
import type { ContainerItem, Draft } from './draft';

/** Links: both ends on the default bridge of one node, each alias once, no circles. */
export function* links(draft: Draft): Iterable<Finding> {
  for (const container of draft.containers) {
    if (container.mode !== 'bridge') continue;
    for (const [index, link] of (container.value.links ?? []).entries()) {
      yield* ends(draft, container, link, [...container.path, 'links', index]);
    }
    yield* aliases(container);
  }
  yield* circles(draft);
}

const onDefaultBridge = ({ attachments }: ContainerItem): boolean =>
  attachments.some(({ value }) => value.network === DEFAULT_BRIDGE);

function* ends(
  { containerNamed, written }: Draft,
  source: ContainerItem,
  { container: name }: TopologyLink,
  path: Path,
): Iterable<Finding> {
  const { value } = source;
  const target = containerNamed.get(name);
  const onBridge = 'links work between containers on the default bridge of one node only';
  if (name === value.name) {
    yield {
      path,
      message: `${name} is linked to itself`,
      why: 'a link is a name for another container',
      next: 'leave the link out',
    };
  } else if (target === undefined) {
    if (written.containers.has(name)) return;
    const next = suggest(name, written.containers);
    const why = 'the topology declares no container of this name';
    yield { path, message: `unknown link target ${quote(name)}`, why, next };
  } else if (!written.nodes.has(value.node) || !written.nodes.has(target.value.node)) {
    return;
  } else if (target.value.node !== value.node) {
    yield {
      path,
      message: `a link across nodes: ${value.name} is on ${value.node}, ${name} on ${target.value.node}`,
      why: onBridge,
      next: 'move one of them, or leave the link out',
    };
  } else if (target.mode === 'unknown') {
    return;
  } else if (target.mode !== 'bridge') {
    yield {
      path,
      message: `a link to ${name}, whose network mode is ${quote(target.value.networkMode)}`,
      why: onBridge,
      next: 'leave the link out',
    };
  } else {
    for (const end of [source, target]) {
      if (onDefaultBridge(end) || end.attachments.length === 0) continue;
      yield {
        path,
        message: `a link across networks: ${end.value.name} is not on the default bridge`,
        why: onBridge,
        next: `leave the link out: containers on one user-defined network know each other by name; or add "${DEFAULT_BRIDGE}" to the networks of ${end.value.name}`,
      };
    }
  }
}

function* aliases({ value, path }: ContainerItem): Iterable<Finding> {
  const seen = new Set<string>();
  for (const [index, link] of (value.links ?? []).entries()) {
    const alias = link.alias ?? link.container;
    const key = alias.toLowerCase();
    if (seen.has(key)) {
      yield {
        path: [...path, 'links', index],
        message: `two links of ${value.name} have the alias ${quote(alias)}`,
        why: 'a name in /etc/hosts has one address',
        next: 'give one of them another alias',
      };
    } else if (key === value.name.toLowerCase() && link.container !== value.name) {
      yield {
        path: [...path, 'links', index],
        message: `${value.name} would call ${link.container} by its own name`,
        why: 'a name means one container',
        next: 'give the link another alias',
      };
    }
    seen.add(key);
  }
}

/** Each circle once, at the link that closes it. */
function* circles({ containers, containerNamed }: Draft): Iterable<Finding> {
  const done = new Set<string>();
  for (const start of containers) {
    const way = [{ item: start, next: 0 }];
    while (way.length > 0) {
      const here = way.at(-1)!;
      const { value, path } = here.item;
      const index = here.next++;
      const link = value.links?.[index];
      if (link === undefined || done.has(value.name)) {
        done.add(value.name);
        way.pop();
        continue;
      }
      const target = containerNamed.get(link.container);
      if (target === undefined || target.value.name === value.name) continue;
      const from = way.findIndex(({ item }) => item.value.name === link.container);
      if (from < 0) {
        way.push({ item: target, next: 0 });
        continue;
      }
      const names = [...way.slice(from).map(({ item }) => item.value.name), link.container];
      yield {
        path: [...path, 'links', index],
        message: `links in a circle: ${names.join(' -> ')}`,
        why: 'Docker makes the target of a link before its source, so none of these could be first',
        next: 'leave one of these links out',
      };
    }
  }
}
