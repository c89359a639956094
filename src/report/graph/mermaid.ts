import { boxOf, hostLine, linkText } from './box';
import type { Graph, GraphLink, Item } from './graph';
import type { GraphWords } from './words';

/** The graph as a Mermaid flowchart, which code hosts show in Markdown. */
export function mermaid(graph: Graph, words: GraphWords): string {
  const ids = new Map(graph.items.map(({ id }, index) => [id, `n${index}`]));
  const node = (item: Item): string => {
    const text = boxOf(item, words)
      .lines.map(({ full }) => escape(full))
      .join('<br>');
    const mark = item.mark === 'same' ? '' : `:::${item.mark}`;
    return `${ids.get(item.id)}["${text}"]${mark}`;
  };
  const free = graph.items.filter(({ host }) => host === undefined);
  return [
    'flowchart LR',
    ...free.map((item) => `  ${node(item)}`),
    ...graph.hosts.flatMap((host, index) => {
      const { name, rest } = hostLine(host, words);
      return [
        `  subgraph h${index}["${escape(`${name} · ${rest}`)}"]`,
        ...graph.items.filter((item) => item.host === host.name).map((item) => `    ${node(item)}`),
        '  end',
      ];
    }),
    ...graph.links.map((link) => {
      const { from, to } = link;
      // Mermaid makes columns of the direction, and overlays are the last.
      const [left, right] = link.kind === 'overlay' ? [to, from] : [from, to];
      return `  ${ids.get(left)} ${line(link, words)} ${ids.get(right)}`;
    }),
    '  classDef missing stroke:#b4232a,stroke-width:2px,stroke-dasharray:6 4',
    '  classDef extra stroke:#8f5a00,stroke-width:3px',
    '  classDef changed stroke:#8f5a00,stroke-width:3px',
    '',
  ].join('\n');
}

function line(link: GraphLink, words: GraphWords): string {
  const dashed = link.mark === 'missing' || link.kind === 'shares' || link.kind === 'link';
  const arrow = link.kind === 'link' || link.kind === 'publish';
  const shape = dashed ? (arrow ? '-.->' : '-.-') : arrow ? '-->' : '---';
  const text = linkText(link, words);
  return text === '' ? shape : `${shape}|"${escape(text)}"|`;
}

/** Mermaid reads HTML and Markdown in labels; its own escape is a character's number between # and ;. */
const escape = (text: string): string =>
  text.replace(/[^\p{L}\p{N} .,:/()·…→+'-]/gu, (one) => `#${one.codePointAt(0)};`);
