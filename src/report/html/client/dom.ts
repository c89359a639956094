import type { Drawing } from '../../graph/draw';

type Child = Node | string | undefined | false;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const SVG = 'http://www.w3.org/2000/svg';

/** An element. Text is text: nothing that a lab or a probe says is ever read as markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  add(element, children);
  return element;
}

/** A text of the lab's or of a probe's: it keeps its own direction and breaks anywhere. */
export const raw = (text: string, name = 'raw'): HTMLElement => h('bdi', { class: name }, text);

export const code = (text: string): HTMLElement => h('code', { dir: 'ltr', translate: 'no' }, text);

function add(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined || child === false) continue;
    parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  }
}

export function replace(parent: Element, ...children: readonly Child[]): void {
  parent.replaceChildren();
  add(parent, children);
}

export function on<K extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  event: K,
  listener: (event: HTMLElementEventMap[K]) => void,
): typeof element {
  element.addEventListener(event, listener);
  return element;
}

export function button(text: string, attributes: Attributes, click: () => void): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, text);
  element.addEventListener('click', click);
  return element;
}

/** A drawing of `src/report/graph/draw.ts` as elements. */
export function svgElement({ tag, attributes, children }: Drawing): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  for (const child of children) {
    element.appendChild(
      typeof child === 'string' ? document.createTextNode(child) : svgElement(child),
    );
  }
  return element;
}

/** An element of the page's own markup. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no #${id}`);
  return element;
}
