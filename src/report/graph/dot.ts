import { boxOf, hostLine, linkText, SIZES } from './box';
import type { Graph, GraphLink, Host, Item, LinkKind, Mark } from './graph';
import type { GraphWords } from './words';

const POINTS_PER_INCH = 72;

/** How a kind of link is laid out: whether it decides columns, and how many lie between its ends. */
const LINK_LAYOUT: Readonly<Record<LinkKind, string>> = {
  lan: 'weight=4 tailport=e headport=w',
  uplink: 'weight=3 tailport=e headport=w',
  attachment: 'weight=2 tailport=e headport=w',
  overlay: 'weight=1 tailport=e headport=w',
  shares: 'style=dashed minlen=2 tailport=e headport=w',
  veth: 'constraint=false',
  link: 'constraint=false style=dashed dir=forward arrowhead=open tailport=e headport=e',
  publish: 'constraint=false dir=forward',
};
const COLOURS: Readonly<Record<Mark, string>> = {
  same: '#64748b',
  missing: '#b91c1c',
  extra: '#b45309',
  changed: '#b45309',
};

/** The graph for Graphviz, from left to right: outside, nodes, bridges, containers, overlays. */
export function dot(graph: Graph, words: GraphWords): string {
  const free = graph.items.filter(({ host }) => host === undefined);
  return [
    'digraph lab {',
    `  graph [rankdir=LR newrank=true ranksep=0.85 nodesep=0.16 fontname="Arial" label=${quote(graph.title)} labelloc=t]`,
    `  node [shape=box style=rounded fixedsize=true fontname="Arial" fontsize=${SIZES.fact}]`,
    `  edge [dir=none fontname="Arial" fontsize=${SIZES.fact}]`,
    ...free.map((item) => `  ${node(item, words)}`),
    ...graph.hosts.flatMap((host) => cluster(host, graph, words)),
    ...graph.links.map((link) => `  ${edge(link, words)}`),
    ...columns(graph),
    ...lastColumn(graph),
    '}',
    '',
  ].join('\n');
}

function cluster(host: Host, { items }: Graph, words: GraphWords): string[] {
  const { name, rest } = hostLine(host, words);
  return [
    `  subgraph ${quote(`cluster_${host.name}`)} {`,
    `    graph [style=rounded color="${COLOURS[host.mark]}" labeljust=l margin=18 fontsize=${SIZES.name} label=${quote(`${name}  ${rest}`)}]`,
    ...items.filter((item) => item.host === host.name).map((item) => `    ${node(item, words)}`),
    '  }',
  ];
}

function node(item: Item, words: GraphWords): string {
  const { lines, width, height } = boxOf(item, words);
  return `${quote(item.id)} [${[
    `width=${(width / POINTS_PER_INCH).toFixed(3)}`,
    `height=${(height / POINTS_PER_INCH).toFixed(3)}`,
    `color="${COLOURS[item.mark]}"`,
    ...(item.mark === 'missing' ? ['style="rounded,dashed"'] : []),
    `label=${quote(lines.map(({ text }) => text).join('\n'))}`,
  ].join(' ')}]`;
}

function edge(link: GraphLink, words: GraphWords): string {
  const text = linkText(link, words);
  const ends = link.kind === 'overlay' ? [link.to, link.from] : [link.from, link.to];
  return `${ends.map(quote).join(' -> ')} [${[
    `id=${quote(link.id)}`,
    LINK_LAYOUT[link.kind],
    `color="${COLOURS[link.mark]}"`,
    ...(link.mark === 'missing' ? ['style=dashed'] : []),
    ...(text === '' ? [] : [`label=${quote(text)}`]),
  ].join(' ')}]`;
}

/** Invisible edges that put what hangs on no bridge into the column of the containers. */
function columns({ items, links }: Graph): string[] {
  const placed = new Set(
    links.filter(({ kind }) => kind === 'attachment' || kind === 'shares').map(({ to }) => to),
  );
  return items
    .filter(({ kind }) => kind === 'container' || kind === 'namespace' || kind === 'group')
    .filter(({ id }) => !placed.has(id))
    .map(
      ({ id, host = '' }) => `  ${quote(`stack ${host}`)} -> ${quote(id)} [style=invis minlen=2]`,
    );
}

/** Overlays are right of all frames, so that they are on no node; also one that nothing is on. */
const lastColumn = ({ items }: Graph): string[] => {
  const overlays = items.filter(({ kind }) => kind === 'overlay').map(({ id }) => quote(id));
  return overlays.length === 0 ? [] : [`  { rank=sink; ${overlays.join('; ')} }`];
};

const quote = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
