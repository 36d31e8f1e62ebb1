import type { Attachment, Turn } from './contract';
import { button, h, tool } from './dom';
import type { OutboxItem } from './outbox';
import { richText, type OpenArticle } from './rich-text';
import { moment, text } from './strings';

export interface LogActions {
  openArticle: OpenArticle;
  retry(): unknown;
  rate(turn: string, helpful: boolean): unknown;
  /** Where a file is. */
  address(file: Attachment): string;
}

/** The turns of the log, each drawn again only when it changed. */
export function createLogView({ openArticle, retry, rate, address }: LogActions) {
  const element = h('div');
  /** By the turn, or by how things stand with a message on its way. */
  const drawn = new Map<unknown, HTMLElement>();

  function draw(key: unknown, make: () => HTMLElement): HTMLElement {
    const node = drawn.get(key) ?? make();
    drawn.set(key, node);
    return node;
  }

  function spoken({ id, author, blocks, helpful, status, stopped, original, sources = [], files = [], created_at, language: lang, name, reply, text: words }: Turn): HTMLElement {
    return h(
      `div.turn.${author}`,
      author !== 'system' && h('p._by._note', h('b', name ?? text(author)), ' ', moment(new Date(created_at ?? Date.now()))),
      h('div.body', { dir: 'auto', lang }, status !== 'open' && blocks?.length ? richText(blocks, openArticle) : words),
      ...files.map(attachment),
      stopped && h('p._note', text('stopped')),
      original && h('details._note', h('summary', text('translated')), h('p', { dir: 'auto' }, original)),
      sources[0] &&
        h(
          'div.sources',
          h('p._note', text('sources')),
          ...sources.map(({ article, title, language }) => button('', title, () => openArticle(article, lang), { dir: 'auto', lang: language })),
        ),
      reply === 'answered' && !stopped && rating(id, helpful),
    );
  }

  function attachment(file: Attachment): Node {
    const { alt, name, width, height } = file;
    const src = address(file);
    return h('a.file', { href: src, target: '_blank', dir: 'auto' }, width ? h('img', { src, width, height, loading: 'lazy', alt: alt || name }) : name);
  }

  /** A message on its way. */
  function pending({ failed, text: words, files = [] }: OutboxItem, offline: boolean): HTMLElement {
    return h(
      'div.turn.shopper.pending',
      h('div.body', { dir: 'auto' }, words),
      ...files.map(({ name }) => h('p._note', name)),
      failed ? h('p._note._bad', `${text('failed')}: ${failed} `, button('_link', text('retry'), retry)) : h('p._note', text(offline ? 'queued' : 'sending')),
    );
  }

  function rating(turn: string, rated?: boolean | null): Node {
    const thumb = (key: string) =>
      tool('_icon', 'thumb', key, () => {
        const thanks = h('span', { tabindex: -1 }, text('thanks'));
        line.replaceChildren(thanks);
        thanks.focus();
        rate(turn, key === 'yes');
      });
    const line = rated == null ? h('div.rating._note', text('helpful'), thumb('yes'), thumb('no')) : h('div.rating._note', text('thanks'));
    return line;
  }

  return {
    element,

    render(turns: Turn[], outbox: OutboxItem[], offline: boolean): void {
      const nodes = [
        ...turns.filter(({ text, status }) => text || status !== 'open').map((turn) => draw(turn, () => spoken(turn))),
        ...outbox
          .filter(({ key }) => !turns.some((turn) => turn.key === key))
          .map((item) => draw([item.key, item.failed, offline].join(), () => pending(item, offline))),
      ];
      // What stays is not moved: that would take the focus out of it.
      for (const [key, node] of drawn) if (!nodes.includes(node)) node.remove(), drawn.delete(key);
      nodes.forEach((node, i) => element.children[i] === node || element.insertBefore(node, element.children[i] ?? null));
    },
  };
}
