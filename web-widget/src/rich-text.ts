import type { RichNode } from './contract';
import { h } from './dom';

export interface LinkHandling {
  /** Opens an article of the knowledge base, "returns/return-window". */
  article(id: string): void;
  newTab: string;
}

// Far deeper than any article; a tree made to exhaust the stack ends here.
const DEEPEST = 16;

/**
 * Builds the nodes of a rich text. Only what is named here comes out, whatever the tree says; text is
 * only ever text.
 */
export function richText(nodes: RichNode[] | undefined, links: LinkHandling, block = true, depth = 0): DocumentFragment {
  const fragment = document.createDocumentFragment();
  if (depth < DEEPEST) fragment.append(...list(nodes).map((node) => element(node, links, block, depth + 1)));
  return fragment;
}

function element(node: RichNode, links: LinkHandling, block: boolean, depth: number): Node | string {
  const inner = (nodes?: RichNode[], blocks = false) => richText(nodes, links, blocks, depth);
  const text = typeof node.text === 'string' ? node.text : '';
  switch (node.type) {
    case 'text':
      return text;
    case 'quote':
      return h('blockquote', {}, inner(node.children, true));
    case 'p':
    case 'strong':
    case 'em':
      return h(node.type, {}, inner(node.children));
    case 'h':
      return h(`h${Math.min(6, Math.max(3, Math.trunc(node.level ?? 0) || 3))}` as 'h3', {}, inner(node.children));
    case 'code':
      return block ? h('pre', { dir: 'ltr', tabindex: 0 }, h('code', {}, text)) : h('code', { dir: 'ltr' }, text);
    case 'ul':
    case 'ol':
      return h(node.type, {}, ...list(node.items).map((item) => h('li', {}, inner(item, true))));
    case 'table':
      return table(node, inner);
    case 'link':
      return link(node, inner(node.children), links);
    default:
      return inner(node.children);
  }
}

function table({ head, rows }: RichNode, inner: (nodes?: RichNode[]) => DocumentFragment): Node {
  const cells = (row: RichNode[][], tag: 'th' | 'td') => h('tr', {}, ...list(row).map((cell) => h(tag, tag === 'th' ? { scope: 'col' } : {}, inner(cell))));
  return h(
    'div',
    // It scrolls sideways, so the keyboard must reach it.
    { class: 'table', tabindex: 0 },
    h('table', {}, list(head).length > 0 && h('thead', {}, cells(head!, 'th')), h('tbody', {}, ...list(rows).map((row) => cells(row, 'td')))),
  );
}

function link({ href = '' }: RichNode, label: DocumentFragment, links: LinkHandling): Node {
  const article = /^article:([\w-]+\/[\w-]+)$/.exec(href);
  if (article) return h('button', { type: 'button', class: 'link', click: () => links.article(article[1]!) }, label);
  const target = safeLink(href);
  if (!target) return label;
  const machineText = /^(?:[\w.+-]+@|https?:|\+?[\d\s()-]+$)/.test(label.textContent ?? '');
  return h('a', { ...target, dir: machineText && 'ltr' }, label, target.target && h('span', { class: 'hidden' }, ` (${links.newTab})`));
}

/** The attributes of a link to an address that may be opened, or nothing. */
export function safeLink(href: string | undefined, page: { hostname: string } = location): Record<string, string> | undefined {
  let url: URL;
  try {
    url = new URL(href ?? '');
  } catch {
    return undefined;
  }
  if (/^(mailto|tel):$/.test(url.protocol)) return { href: url.href };
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const site = page.hostname.replace(/^www\./, '');
  if (url.hostname === site || url.hostname.endsWith(`.${site}`)) return { href: url.href };
  return { href: url.href, target: '_blank', rel: 'noopener noreferrer nofollow' };
}

function list<T>(value: T[] | undefined): T[] {
  return Array.isArray(value) ? value : [];
}
