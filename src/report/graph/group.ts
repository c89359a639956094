import type { Graph, GraphLink, Item } from './graph';

/** From so many containers on, those that are alike are drawn as one. */
const MANY = 40;
/** So many alike make a group. */
const ALIKE = 4;

/**
 * Large labs stay readable: containers on one node that have the same attachments and nothing of their own become
 * one item that names how many they are. What differs is never grouped.
 */
export function grouped(graph: Graph, many = MANY): Graph {
  const containers = graph.items.filter(({ kind }) => kind === 'container');
  if (containers.length <= many) return graph;
  const groups = new Map<string, Item[]>();
  const links = linksByItem(graph.links);
  for (const item of containers) {
    const key = likeness(item, links.get(item.id) ?? []);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const groupOf = new Map<string, Item>();
  for (const members of groups.values()) {
    if (members.length < ALIKE) continue;
    const group = groupItem(members);
    for (const { id } of members) groupOf.set(id, group);
  }
  const items = [...new Set(graph.items.map((item) => groupOf.get(item.id) ?? item))];
  const seen = new Map<string, GraphLink>();
  for (const link of graph.links) {
    const group = groupOf.get(link.to);
    const one =
      group === undefined
        ? link
        : { ...link, to: group.id, id: `${link.kind} ${link.from} > ${group.id}` };
    seen.set(one.id, one);
  }
  return { ...graph, items, links: [...seen.values()] };
}

function linksByItem(links: readonly GraphLink[]): Map<string, GraphLink[]> {
  const found = new Map<string, GraphLink[]>();
  const add = (id: string, link: GraphLink): void => {
    const own = found.get(id);
    if (own === undefined) found.set(id, [link]);
    else own.push(link);
  };
  for (const link of links) {
    add(link.from, link);
    add(link.to, link);
  }
  return found;
}

/** Equal for containers that may be drawn as one; undefined for one that stands alone. */
function likeness(item: Item, links: readonly GraphLink[]): string | undefined {
  const plain = ({ kind, mark }: GraphLink): boolean =>
    mark === 'same' && (kind === 'attachment' || kind === 'overlay' || kind === 'shares');
  if (item.mark !== 'same' || !links.every((link) => plain(link) && link.to === item.id)) {
    return undefined;
  }
  const facts = item.facts.filter(({ key }) => key !== 'address' && key !== 'aliases');
  return JSON.stringify([item.host, item.chapter, facts, links.map(({ from }) => from).sort()]);
}

function groupItem(members: readonly Item[]): Item {
  const [first] = members;
  const last = members.at(-1);
  return {
    ...first!,
    id: `group ${first!.id}`,
    kind: 'group',
    name: `${first!.name} … ${last!.name}`,
    facts: [
      { key: 'count', value: String(members.length) },
      ...first!.facts.filter(({ key }) => key !== 'address' && key !== 'aliases'),
    ],
    endpoints: members.flatMap(({ endpoints }) => endpoints),
  };
}
