import type { RichNode } from './contract';
import { button, h } from './dom';

export interface LinkHandling {
  /** Opens an article of the knowledge base, "returns/return-window", at a heading. */
  article(id: string, language?: string, heading?: string): unknown;
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
  const inner = (nodes = node.children, blocks = false) => richText(nodes, links, blocks, depth);
  const { type } = node;
  switch (type) {
    case 'text':
      return `${node.text}`;
    case 'p':
    case 'strong':
    case 'em':
      return h(type, inner());
    case 'quote':
      return h('blockquote', inner(node.children, true));
    case 'h':
      return h(`h${Math.min(6, Math.max(3, node.level! | 0))}` as 'h3', inner());
    case 'code': {
      const code = h('code', { dir: 'ltr' }, `${node.text}`);
      return block ? h('pre', { tabindex: 0 }, code) : code;
    }
    case 'ul':
    case 'ol':
      return h(type, ...list(node.items).map((item) => h('li', inner(item, true))));
    case 'table': {
      const rows = [list(node.head), ...list(node.rows)].map((row, i) =>
        h('tr', ...list(row).map((cell) => (i ? h('td', inner(cell)) : h('th', { scope: 'col' }, inner(cell))))),
      );
      // It scrolls sideways, so the keyboard must reach it.
      return h('div.table', { tabindex: 0 }, h('table', ...rows));
    }
    case 'link':
      return link(node, inner(), links);
    default:
      return inner();
  }
}

function link({ href }: RichNode, label: DocumentFragment, links: LinkHandling): Node {
  const [, id] = /^article:([\w-]+\/[\w-]+)$/.exec(`${href}`) ?? [];
  if (id) return button('button.link', '', () => links.article(id), label);
  const target = safeLink(href);
  if (!target) return label;
  // By itself an address or a number reads left to right, also in Arabic text.
  return h('a', target, { dir: 'auto' }, label, target.target && h('span.hidden', ` (${links.newTab})`));
}

/** The attributes of a link to an address that may be opened, or nothing. */
export function safeLink(href: unknown, site = location.hostname.replace(/^www\./, '')): Record<string, string> | undefined {
  try {
    const { href: address, protocol, hostname } = new URL(`${href}`);
    if (/^(mailto|tel):$/.test(protocol)) return { href: address };
    if (!/^https?:$/.test(protocol)) return undefined;
    const own = hostname === site || hostname.endsWith(`.${site}`);
    return own ? { href: address } : { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' };
  } catch {
    return undefined;
  }
}

function list<T>(value: T[] | undefined): T[] {
  return Array.isArray(value) ? value : [];
}
