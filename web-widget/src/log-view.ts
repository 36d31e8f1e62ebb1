import type { Turn } from './contract';
import { h } from './dom';
import type { OutboxItem } from './outbox';
import type { Strings } from './strings';
import { byline, pendingView, turnView, type TurnActions } from './turn-view';

// Turns of one author within so many milliseconds stand under one byline.
const TOGETHER = 5 * 60_000;

export interface LogContent {
  turns: Turn[];
  pending: OutboxItem[];
  offline: boolean;
  agent: string;
}

interface Row {
  node: HTMLElement;
  /** What the node was made from: equal parts need no new node. */
  made: unknown[];
}

/** The turns of the log, each drawn again only when it changed. */
export class LogView {
  readonly element = h('div', { class: 'turns' });
  #rows = new Map<string, Row>();

  constructor(
    private readonly strings: Strings,
    private readonly actions: TurnActions,
  ) {}

  /** Whether anything is different now. */
  render({ turns, pending, offline, agent }: LogContent): boolean {
    const before = this.#rows;
    this.#rows = new Map();
    let cursor = this.element.firstChild;
    let changed = false;
    const place = (key: string, author: string, made: unknown[], draw: () => Node[]) => {
      let row = before.get(key);
      if (!row || row.made.some((part, i) => part !== made[i])) {
        const node = h('div', { class: `turn ${author}${row ? '' : ' new'}` }, ...draw());
        if (cursor === row?.node) cursor = cursor?.nextSibling ?? null;
        row?.node.remove();
        row = { node, made };
        changed = true;
      }
      if (row.node === cursor) cursor = cursor.nextSibling;
      else this.element.insertBefore(row.node, cursor);
      this.#rows.set(key, row);
    };

    let previous: Turn | undefined;
    for (const turn of turns) {
      if (turn.status === 'open' && !turn.text) continue;
      const first = !previous || previous.author !== turn.author || time(turn) - time(previous) > TOGETHER;
      place(turn.key ?? turn.id, turn.author, [turn, first], () => [
        ...(first && turn.author !== 'system' ? [byline(turn, agent, this.strings)] : []),
        ...turnView(turn, this.strings, this.actions),
      ]);
      previous = turn;
    }
    const sent = new Set(turns.map((turn) => turn.key));
    for (const item of pending) {
      if (sent.has(item.key)) continue;
      place(item.key, 'shopper pending', [item.failed, offline], () => pendingView(item, offline, this.strings, this.actions));
    }
    for (const [key, row] of before) {
      if (this.#rows.has(key)) continue;
      row.node.remove();
      changed = true;
    }
    return changed;
  }
}

function time(turn: Turn): number {
  return Date.parse(turn.created_at ?? '') || 0;
}
