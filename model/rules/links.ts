import { quote, type Finding, type Path } from '../problems';
import { suggest } from '../suggest';
import type { TopologyLink } from '../topology';
import type { ContainerItem, Draft } from './draft';

/** Links: both ends on a network of one node, no alias that is the source's own name, no circles. */
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

const networksOf = ({ attachments }: ContainerItem): string[] =>
  attachments.map(({ value }) => value.network);

/** Through shared stacks to the container whose interfaces they are; undefined where that is not known. */
function stackOf({ containerNamed }: Draft, item: ContainerItem): ContainerItem | undefined {
  const seen = new Set<ContainerItem>();
  let one: ContainerItem | undefined = item;
  while (one?.shares !== undefined && !seen.has(one)) {
    seen.add(one);
    one = containerNamed.get(one.shares);
  }
  return one?.shares === undefined ? one : undefined;
}

function* ends(
  draft: Draft,
  source: ContainerItem,
  { container: name }: TopologyLink,
  path: Path,
): Iterable<Finding> {
  const { containerNamed, written } = draft;
  const { value } = source;
  const target = containerNamed.get(name);
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
      why: 'an engine links its own containers only',
      next: 'move one of them, or leave the link out',
    };
  } else {
    const end = stackOf(draft, target);
    if (end === undefined || end.mode === 'unknown') return;
    if (end.mode === 'bridge') yield* shared(source, end, path);
    else {
      yield {
        path,
        message: `a link to ${name}, whose network mode is ${quote(target.value.networkMode)}`,
        why: 'it has no interface of its own to which a name could lead',
        next: 'leave the link out',
      };
    }
  }
}

function* shared(source: ContainerItem, target: ContainerItem, path: Path): Iterable<Finding> {
  const [mine, theirs] = [source, target].map(networksOf) as [string[], string[]];
  if (mine.length === 0 || theirs.length === 0) return;
  if (mine.some((network) => theirs.includes(network))) return;
  const name = target.value.name;
  const from = source.value.name;
  yield {
    path,
    message: `a link across networks: ${from} and ${name} share none`,
    why: 'a link is a name for a container on a network of the one that links to it',
    next: `put ${name} on ${quote(mine[0])} too, or leave the link out`,
  };
}

function* aliases({ value, path }: ContainerItem): Iterable<Finding> {
  for (const [index, link] of (value.links ?? []).entries()) {
    const alias = link.alias ?? link.container;
    const key = alias.toLowerCase();
    if (key === value.name.toLowerCase() && link.container !== value.name) {
      yield {
        path: [...path, 'links', index],
        message: `${value.name} would call ${link.container} by its own name`,
        why: 'a name means one container',
        next: 'give the link another alias',
      };
    }
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
