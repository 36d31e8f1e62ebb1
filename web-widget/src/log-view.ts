import type { Source, Turn } from './contract';
import { button, h, iconButton } from './dom';
import type { OutboxItem } from './outbox';
import { richText, type LinkHandling } from './rich-text';
import type { Strings } from './strings';

export interface LogActions extends LinkHandling {
  retry(key: string): unknown;
  rate(turn: Turn, helpful: boolean): unknown;
}

/** The turns of the log, each drawn again only when it changed. */
export class LogView {
  readonly element = h('div');
  #nodes = new Map<unknown, HTMLElement>();

  constructor(
    private readonly strings: Strings,
    private readonly actions: LogActions,
  ) {}

  render(turns: Turn[], pending: OutboxItem[], offline: boolean): void {
    const { element } = this;
    const before = this.#nodes;
    const sent = turns.map(({ key }) => key);
    this.#nodes = new Map();
    for (const turn of turns) {
      if (turn.text || turn.status !== 'open') this.#nodes.set(turn, before.get(turn) ?? this.#turn(turn));
    }
    for (const item of pending) {
      if (sent.includes(item.key)) continue;
      const state = [item.key, item.failed, offline].join();
      this.#nodes.set(state, before.get(state) ?? this.#pending(item, offline));
    }
    // What stays is not moved: that would take the focus out of it.
    const nodes = [...this.#nodes.values()];
    for (const node of before.values()) if (!nodes.includes(node)) node.remove();
    nodes.forEach((node, i) => {
      if (element.children[i] !== node) element.insertBefore(node, element.children[i] ?? null);
    });
  }

  #turn(turn: Turn): HTMLElement {
    const { text } = this.strings;
    const { author, blocks, status, stopped, original, sources } = turn;
    const answer = author === 'assistant' && status !== 'open';
    const rich = status !== 'open' && author !== 'shopper' && blocks?.length;
    const date = new Date(turn.created_at ?? Date.now());
    const name = author === 'shopper' ? 'you' : author === 'agent' ? 'team' : 'assistant';
    return h(
      `div.turn.${author}`,
      author !== 'system' && h('p.by', h('b', turn.name ?? text(name)), ' ', h('time', { datetime: date.toISOString() }, this.strings.moment(date))),
      h('div.body', { dir: 'auto', lang: turn.language }, rich ? richText(blocks, this.actions) : turn.text),
      stopped && h('p.note', text('stopped')),
      original && h('details.note', h('summary', `${text('translated')} · ${text('original')}`), h('p', { dir: 'auto' }, original)),
      answer && !!sources?.length && this.#sources(turn, sources),
      answer && !stopped && this.#rating(turn),
    );
  }

  /** A message on its way. */
  #pending({ key, failed, text: words }: OutboxItem, offline: boolean): HTMLElement {
    const { text } = this.strings;
    return h(
      'div.turn.shopper.pending',
      h('div.body', { dir: 'auto' }, words),
      failed
        ? h('p.note.bad', `${text('failed')}: ${failed} `, button('button.link', text('retry'), () => this.actions.retry(key)))
        : h('p.note', text(offline ? 'queued' : 'sending')),
    );
  }

  #sources(turn: Turn, sources: Source[]): Node {
    return h(
      'div.sources',
      h('p.note', this.strings.text('sources')),
      ...sources.map((source) =>
        h('button', { lang: source.language, dir: 'auto', click: () => this.actions.article(source.article, turn.language, source.heading) }, source.title),
      ),
    );
  }

  #rating(turn: Turn): Node {
    const { text } = this.strings;
    const thumbs = [true, false].map((helpful) =>
      iconButton('thumb', text(helpful ? 'yes' : 'no'), () => {
        const thanks = h('span', { tabindex: -1 }, text('thanks'));
        rating.replaceChildren(thanks);
        thanks.focus();
        this.actions.rate(turn, helpful);
      }),
    );
    const rating = h('div.rating', h('span', text('helpful')), ...thumbs);
    return rating;
  }
}
