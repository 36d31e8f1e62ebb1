import { text } from './strings';

type Tag = keyof HTMLElementTagNameMap;
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: never) => void)>;
export type Part = Node | string | Attributes | false | null | undefined;

/**
 * Makes an element: h('p._note', { dir: 'auto' }, 'text', child). Functions are listeners; false and
 * nullish parts and attributes are left out.
 */
export function h<K extends Tag>(name: K | `${K}.${string}`, ...parts: Part[]): HTMLElementTagNameMap[K] {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag as K);
  element.className = classes.join(' ');
  for (const part of parts) {
    if (typeof part === 'string' || part instanceof Node) element.append(part);
    else {
      for (const [key, value] of Object.entries(part || {})) {
        if (typeof value === 'function') element.addEventListener(key, value as EventListener);
        else if (value != null && value !== false) element.setAttribute(key, `${value}`);
      }
    }
  }
  return element;
}

export function button(kind: string, label: Part, click: () => unknown, ...parts: Part[]): HTMLButtonElement {
  return h(`button.${kind}`, { click }, label, ...parts) as HTMLButtonElement;
}

const SHAPES = {
  chat: 'M4 5h16v12h-8l-5 4v-4H4Z',
  close: 'm6 6 12 12M18 6 6 18',
  more: 'M5 12h0m7 0h0m7 0h0',
  arrow: 'M12 19V5m-6 6 6-6 6 6',
  person: 'M8 7a4 4 0 1 0 8 0 4 4 0 0 0-8 0M4 21a8 8 0 0 1 16 0',
  plus: 'M12 5v14M5 12h14',
  thumb: 'M7 11v9H4v-9Zm0 0 4-8a2.5 2.5 0 0 1 2 3v4h7l-2 10H7',
};

/** An icon drawn by nodes: markup would need innerHTML, an image another request. */
export function icon(shape: keyof typeof SHAPES): Node {
  const [svg, path] = ['svg', 'path'].map((name) => document.createElementNS('http://www.w3.org/2000/svg', name)) as Element[] as [Element, Element];
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', shape);
  path.setAttribute('d', SHAPES[shape]);
  svg.append(path);
  return svg;
}

/** A button that shows an icon and is called by one of our texts. */
export function tool(kind: string, shape: keyof typeof SHAPES, key: string, click: () => unknown): HTMLButtonElement {
  return button(kind, icon(shape), click, { 'aria-label': text(key) });
}
