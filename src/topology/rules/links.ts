import { quote, type Finding, type Path } from '../problems';
import { suggest } from '../suggest';
import type { TopologyLink } from '../topology';
import type { ContainerItem, Draft } from './draft';
import { phrase } from '../../text/text';

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
      message: phrase('{name} is linked to itself', { name }),
      why: phrase('a link is a name for another container'),
      next: phrase('leave the link out'),
    };
  } else if (target === undefined) {
    if (written.containers.has(name)) return;
    const next = suggest(name, written.containers);
    const why = phrase('the topology declares no container of this name');
    yield { path, message: phrase('unknown link target {name}', { name: quote(name) }), why, next };
  } else if (!written.nodes.has(value.node) || !written.nodes.has(target.value.node)) {
    return;
  } else if (target.value.node !== value.node) {
    yield {
      path,
      message: phrase('a link across nodes: {source} is on {node}, {target} on {other}', {
        source: value.name,
        node: value.node,
        target: name,
        other: target.value.node,
      }),
      why: phrase('an engine links its own containers only'),
      next: phrase('move one of them, or leave the link out'),
    };
  } else {
    const end = stackOf(draft, target);
    if (end === undefined || end.mode === 'unknown') return;
    if (end.mode === 'bridge') yield* shared(source, end, path);
    else {
      yield {
        path,
        message: phrase('a link to {name}, whose network mode is {mode}', {
          name,
          mode: quote(target.value.networkMode),
        }),
        why: phrase('it has no interface of its own to which a name could lead'),
        next: phrase('leave the link out'),
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
    message: phrase('a link across networks: {from} and {name} share none', { from, name }),
    why: phrase('a link is a name for a container on a network of the one that links to it'),
    next: phrase('put {name} on {network} too, or leave the link out', {
      name,
      network: quote(mine[0]),
    }),
  };
}

function* aliases({ value, path }: ContainerItem): Iterable<Finding> {
  for (const [index, link] of (value.links ?? []).entries()) {
    const alias = link.alias ?? link.container;
    const key = alias.toLowerCase();
    if (key === value.name.toLowerCase() && link.container !== value.name) {
      yield {
        path: [...path, 'links', index],
        message: phrase('{name} would call {target} by its own name', {
          name: value.name,
          target: link.container,
        }),
        why: phrase('a name means one container'),
        next: phrase('give the link another alias'),
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
        message: phrase('links in a circle: {names}', { names: names.join(' -> ') }),
        why: phrase(
          'Docker makes the target of a link before its source, so none of these could be first',
        ),
        next: phrase('leave one of these links out'),
      };
    }
  }
}
