import type { RichNode } from './contract';
import { button, h } from './dom';
import { text } from './strings';

/** Opens an article of the knowledge base, "returns/return-window", at a heading. */
export type OpenArticle = (id: string, language?: string, heading?: string) => unknown;

/**
 * Builds the nodes of a rich text. Only what is named here comes out, whatever the tree says; text is
 * only ever text.
 */
export function richText(nodes: RichNode[] | undefined, open: OpenArticle, block = true): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...list(nodes).map((node) => element(node, open, block)));
  return fragment;
}

function element(node: RichNode, open: OpenArticle, block: boolean): Node | string {
  const inner = (nodes = node.children, blocks = false) => richText(nodes, open, blocks);
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
      const rows = [list(node.head), ...list(node.rows)].map((row, i) => h('tr', ...list(row).map((cell) => h(i ? 'td' : 'th', inner(cell)))));
      // It scrolls sideways, so the keyboard must reach it.
      return h('div.table', { tabindex: 0 }, h('table', ...rows));
    }
    case 'link': {
      const [, id] = /^article:([\w-]+\/[\w-]+)$/.exec(`${node.href}`) ?? [];
      return id ? button('link', inner(), () => open(id)) : link(node.href, inner());
    }
    default:
      return inner();
  }
}

/** A link, if the address is one that may be opened; else the label alone. */
export function link(href: unknown, label: Node | string, site = location.hostname.replace('www.', '')): Node | string {
  try {
    const { href: address, protocol, hostname } = new URL(`${href}`);
    if (!/^(https?|mailto|tel):$/.test(protocol)) return label;
    const own = !hostname || `.${hostname}`.endsWith(`.${site}`);
    const away = !own && { target: '_blank', rel: 'noopener noreferrer nofollow' };
    // By itself an address or a number reads left to right, also in Arabic text: hence dir.
    return h('a', { href: address, dir: 'auto' }, away, label, away && h('span.hidden', ` (${text('newtab')})`));
  } catch {
    return label;
  }
}

function list<T>(value: T[] | undefined): T[] {
  return Array.isArray(value) ? value : [];
}
