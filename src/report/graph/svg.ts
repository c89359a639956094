import { FONT } from './box';
import { draw, element, type Drawing } from './draw';
import type { Graph } from './graph';
import { layout } from './layout';
import type { GraphWords } from './words';

interface Palette {
  readonly page: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly frame: string;
  readonly box: string;
  readonly bridge: string;
  readonly wrong: string;
  readonly extra: string;
}

const LIGHT: Palette = {
  page: '#ffffff',
  ink: '#1a2332',
  soft: '#56637a',
  line: '#8b98ad',
  frame: '#f5f7fa',
  box: '#ffffff',
  bridge: '#e3eefb',
  wrong: '#b4232a',
  extra: '#8f5a00',
};
const DARK: Palette = {
  page: '#12171f',
  ink: '#e6ebf2',
  soft: '#a3afc2',
  line: '#6b7a92',
  frame: '#19202b',
  box: '#212a37',
  bridge: '#1c3350',
  wrong: '#ff8a8a',
  extra: '#f0b65a',
};

// No custom properties: not every program that shows an SVG file knows them.
const rules = (p: Palette): string => `
.page{fill:${p.page}}
text{fill:${p.ink};font-family:${FONT}}
.name{font-weight:600}
.fact,.kind{fill:${p.soft}}
.frame{fill:${p.frame};stroke:${p.line};stroke-opacity:.5}
.box{fill:${p.box};stroke:${p.line}}
.bridge .box,.lan .box,.overlay .box{fill:${p.bridge}}
.line,.shadow{fill:none;stroke:${p.line};stroke-width:1.5}
.arrow{fill:${p.line}}
.shares .line,.link .line{stroke-dasharray:2 4;stroke-linecap:round}
.missing .box,.missing .line,.missing .frame{stroke:${p.wrong};stroke-width:2;stroke-dasharray:6 4}
.extra .box,.extra .line,.changed .box,.changed .frame{stroke:${p.extra};stroke-width:2.5}
.missing .arrow{fill:${p.wrong}}
.extra .arrow{fill:${p.extra}}
.extra.label,.difference{fill:${p.extra}}
.missing .difference,.missing.label{fill:${p.wrong}}
.label{font-family:${FONT};paint-order:stroke;stroke:${p.frame};stroke-width:4px}`;

/** The picture as an SVG file of its own; light or dark as its viewer is. */
export async function svg(graph: Graph, words: GraphWords): Promise<string> {
  const placed = await layout(graph, words);
  const { width, height } = placed;
  const dark = `@media (prefers-color-scheme:dark){${rules(DARK)}}`;
  return `${serialise(
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        role: 'img',
      },
      element('title', {}, graph.title),
      element('style', {}, `${rules(LIGHT)}\n${dark}\n`),
      element('rect', { class: 'page', width, height }),
      ...draw(placed),
    ),
  )}\n`;
}

function serialise({ tag, attributes, children }: Drawing): string {
  const words = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${escape(String(value))}"`,
  );
  const inner = children.map((child) =>
    typeof child === 'string' ? escape(child) : serialise(child),
  );
  return `<${tag}${words.join('')}>${inner.join('')}</${tag}>`;
}

// What XML cannot hold at all is left out.
const escape = (text: string): string =>
  text
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
