type Tag = keyof HTMLElementTagNameMap;
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: never) => void)>;
export type Part = Node | string | Attributes | false | null | undefined;

/**
 * Makes an element: h('p.note', { dir: 'auto' }, 'text', child). Functions are listeners; false and
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

const SHAPES = {
  chat: 'M4 5h16v12h-8l-5 4v-4H4Z',
  close: 'm6 6 12 12M18 6 6 18',
  more: 'M5 12h0m7 0h0m7 0h0',
  arrow: 'M12 19V5m-6 6 6-6 6 6',
  person: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 20a8 8 0 0 1 16 0',
  thumb: 'M7 11v9H4v-9Zm0 0 4-8a2.5 2.5 0 0 1 2 3v4h5a2 2 0 0 1 2 2l-1 6a2 2 0 0 1-2 2H7',
};

/** An icon drawn by nodes: markup would need innerHTML, an image another request. */
export function icon(shape: keyof typeof SHAPES): Node {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  const path = document.createElementNS(namespace, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', shape);
  path.setAttribute('d', SHAPES[shape]);
  svg.append(path);
  return svg;
}

export function button(name: `button${'' | `.${string}`}`, label: string, click: () => unknown, ...parts: Part[]): HTMLButtonElement {
  return h(name as 'button', { click }, label, ...parts);
}

/** A button that shows an icon alone. */
export function iconButton(shape: keyof typeof SHAPES, label: string, click: () => unknown, name = 'icon'): HTMLButtonElement {
  return h(`button.${name}`, { 'aria-label': label, click }, icon(shape)) as HTMLButtonElement;
}
