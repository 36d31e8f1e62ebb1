type Value = string | number | boolean | null | undefined | ((event: never) => void);
type Child = Node | string | null | undefined | false;

/** Makes an element; functions are listeners, `true` is an empty attribute, `false` and nullish none. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value as EventListener);
    else if (value != null && value !== false) element.setAttribute(name, value === true ? '' : `${value}`);
  }
  element.append(...children.filter((child) => child != null && child !== false));
  return element;
}

const SHAPES = {
  chat: 'M20.5 11.5a8.2 8.2 0 0 1-12 7.3L4 20l1.3-4.3A8.2 8.2 0 1 1 20.5 11.5Z',
  close: 'm6 6 12 12M18 6 6 18',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  send: 'M12 19V5m-6 6 6-6 6 6',
  down: 'M12 5v14m-6-6 6 6 6-6',
  back: 'm14.5 5-7 7 7 7',
  next: 'm9.5 6 6 6-6 6',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5a7.5 7.5 0 0 1 15 0',
  thumb: 'M7 11v9H4v-9Zm0 0 4-7.5c1.4 0 2.5 1.2 2.3 2.6L12.8 10H18a2 2 0 0 1 2 2.4l-1.2 6A2 2 0 0 1 16.8 20H7',
  page: 'M14 3.5H6.5v17h11V7L14 3.5V7h3.500',
};

/** An icon drawn by nodes: markup would need innerHTML, an image another request. */
export function icon(shape: keyof typeof SHAPES): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  const path = document.createElementNS(namespace, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', shape);
  path.setAttribute('d', SHAPES[shape]);
  svg.append(path);
  return svg;
}

/** A button that shows an icon alone; its name is for those who do not see it, and for a tooltip. */
export function iconButton(shape: keyof typeof SHAPES, label: string, click: () => void, name = 'icon'): HTMLButtonElement {
  return h('button', { type: 'button', class: name, 'aria-label': label, title: label, click }, icon(shape));
}
