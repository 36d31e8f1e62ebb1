import type { RichNode } from './contract';
import { button, h } from './dom';
import { text } from './strings';

/** Opens an article of the knowledge base, "returns/return-window". */
export type OpenArticle = (id: string, language?: string) => unknown;

/**
 * Builds the nodes of a rich text. Only what is named here comes out, whatever the tree says; text is
 * only ever text.
 */
export function richText(nodes: unknown, open: OpenArticle, block = true): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...list<RichNode>(nodes).map((node) => element(node, open, block)));
  return fragment;
}

function element({ type, text: words, href, level, children, items, head, rows }: RichNode, open: OpenArticle, block: boolean): Node | string {
  const inner = richText(children, open, type === 'quote');
  switch (type) {
    case 'text':
      return `${words}`;
    case 'p':
    case 'strong':
    case 'em':
      return h(type, inner);
    // Order numbers, addresses and telephone numbers, which read from left to right in any text.
    case 'ltr':
      return h('bdi', { dir: type }, inner);
    case 'quote':
      return h('blockquote', inner);
    case 'h':
      return h(`h${Math.min(6, Math.max(3, level! | 0))}` as 'h3', inner);
    case 'code': {
      const code = h(type, { dir: 'ltr' }, `${words}`);
      return block ? h('pre', { tabindex: 0 }, code) : code;
    }
    case 'ul':
    case 'ol':
      return h(type, ...list(items).map((item) => h('li', richText(item, open))));
    case 'table':
      // It scrolls sideways, so the keyboard must reach it.
      return h(
        'div._table',
        { tabindex: 0 },
        h(type, ...[list(head), ...list(rows)].map((row, i) => h('tr', ...list(row).map((cell) => h(i ? 'td' : 'th', richText(cell, open, false)))))),
      );
    case 'link': {
      const [, id] = /^article:([\w-]+\/[\w-]+)$/.exec(`${href}`) ?? [];
      return id ? button('_link', inner, () => open(id)) : link(href, inner);
    }
    default:
      return inner;
  }
}

/** A link, if the address is one that may be opened; else the label alone. */
export function link(href: unknown, label: Node | string, site = location.hostname.replace('www.', '')): Node | string {
  try {
    const { href: address, protocol, hostname } = new URL(`${href}`);
    if (!/^(https?|mailto|tel):$/.test(protocol)) return label;
    const away = hostname && !`.${hostname}`.endsWith(`.${site}`) && { target: '_blank', rel: 'noopener noreferrer nofollow' };
    // By itself an address or a number reads left to right, also in Arabic text: hence dir.
    return h('a', { href: address, dir: 'auto' }, away, label, away && h('span.hidden', ` (${text('newtab')})`));
  } catch {
    return label;
  }
}

function list<T>(value: T[] | unknown): T[] {
  return Array.isArray(value) ? value : [];
}
