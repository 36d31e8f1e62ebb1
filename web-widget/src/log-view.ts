import type { Turn } from './contract';
import { button, h, icon } from './dom';
import type { OutboxItem } from './outbox';
import { richText, type OpenArticle } from './rich-text';
import { moment, text } from './strings';

export interface LogActions {
  openArticle: OpenArticle;
  retry(key: string): unknown;
  rate(turn: string, helpful: boolean): unknown;
}

/** The turns of the log, each drawn again only when it changed. */
export class LogView {
  readonly element = h('div');
  #nodes = new Map<unknown, HTMLElement>();

  constructor(private readonly actions: LogActions) {}

  render(turns: Turn[], pending: OutboxItem[], offline: boolean): void {
    const { element } = this;
    const before = this.#nodes;
    this.#nodes = new Map();
    for (const turn of turns) {
      if (turn.text || turn.status !== 'open') this.#nodes.set(turn, before.get(turn) ?? this.#turn(turn));
    }
    for (const item of pending) {
      const state = [item.key, item.failed, offline].join();
      if (!turns.some(({ key }) => key === item.key)) this.#nodes.set(state, before.get(state) ?? this.#pending(item, offline));
    }
    // What stays is not moved: that would take the focus out of it.
    const nodes = [...this.#nodes.values()];
    for (const node of before.values()) if (!nodes.includes(node)) node.remove();
    nodes.forEach((node, i) => {
      if (element.children[i] !== node) element.insertBefore(node, element.children[i] ?? null);
    });
  }

  #turn({ id, author, blocks, helpful, status, stopped, original, sources = [], created_at, language: lang, name, text: words }: Turn): HTMLElement {
    const answer = author === 'assistant' && status !== 'open';
    const rich = status !== 'open' && author !== 'shopper' && blocks?.length;
    const by = text(author === 'shopper' ? 'you' : author === 'agent' ? 'team' : 'assistant');
    return h(
      `div.turn.${author}`,
      author !== 'system' && h('p.by.note', h('b', name ?? by), ' ', moment(new Date(created_at ?? Date.now()))),
      h('div.body', { dir: 'auto', lang }, rich ? richText(blocks, this.actions.openArticle) : words),
      stopped && h('p.note', text('stopped')),
      original && h('details.note', h('summary', text('translated')), h('p', { dir: 'auto' }, original)),
      answer &&
        h(
          'div.sources',
          { hidden: !sources[0] },
          h('p.note', text('sources')),
          ...sources.map(({ article, title }) => button('', title, () => this.actions.openArticle(article, lang), { dir: 'auto' })),
        ),
      answer && this.#rating(id, helpful),
    );
  }

  /** A message on its way. */
  #pending({ key, failed, text: words }: OutboxItem, offline: boolean): HTMLElement {
    return h(
      'div.turn.shopper.pending',
      h('div.body', { dir: 'auto' }, words),
      failed
        ? h('p.note.bad', `${text('failed')}: ${failed} `, button('link', text('retry'), () => this.actions.retry(key)))
        : h('p.note', text(offline ? 'queued' : 'sending')),
    );
  }

  #rating(turn: string, rated?: boolean | null): Node {
    const thumbs = [true, false].map((helpful) =>
      button('icon', icon('thumb'), () => {
        const thanks = h('span', { tabindex: -1 }, text('thanks'));
        rating.replaceChildren(thanks);
        thanks.focus();
        this.actions.rate(turn, helpful);
      }, { 'aria-label': text(helpful ? 'yes' : 'no') }),
    );
    const rating = h('div.rating.note', text(rated == null ? 'helpful' : 'thanks'), ...(rated == null ? thumbs : []));
    return rating;
  }
}
