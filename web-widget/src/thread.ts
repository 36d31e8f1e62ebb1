import type { ConversationInfo, Suggestion, Turn } from './contract';

type Data = Partial<ConversationInfo> & {
  turn?: string | Turn;
  n?: number;
  text?: string;
  seq?: number;
  phase?: string;
  suggestions?: Suggestion[];
};

/** The conversation as its events tell it. Each change makes a new turn object, so that views can compare. */
export class Thread {
  /** In the order of the log. */
  readonly #turns = new Map<string, Turn>();
  /** Of each open answer, the number of the last piece; none after a reconnect, as all comes again. */
  readonly #pieces = new Map<string, number>();
  /** The number of the last event seen. */
  last = 0;
  info: Partial<ConversationInfo> = {};
  suggestions: Suggestion[] = [];
  phase = '';
  ratingAsked = false;

  get turns(): Turn[] {
    return [...this.#turns.values()];
  }

  /** The answer that is being given. */
  get open(): Turn | undefined {
    return this.turns.find((turn) => turn.status === 'open');
  }

  /** Whether a person has the conversation. */
  get withPerson(): boolean {
    return /open|wait|snooze/.test(`${this.info.state}`);
  }

  get over(): boolean {
    return /resolved|closed/.test(`${this.info.state}`);
  }

  /** Whether the assistant owes an answer. */
  get waiting(): boolean {
    return this.info.state === 'assistant' && (!!this.open || this.turns.at(-1)?.author === 'shopper');
  }

  get(id: string): Turn | undefined {
    return this.#turns.get(id);
  }

  put(turn: Turn): void {
    this.#turns.set(turn.id, turn);
  }

  load(info: ConversationInfo, turns: Turn[]): void {
    this.info = info;
    this.#pieces.clear();
    for (const turn of turns) {
      this.put({ ...this.get(turn.id), ...turn });
      this.last = Math.max(this.last, turn.seq);
    }
    this.suggestions = turns.at(-1)?.suggestions ?? [];
  }

  /** Takes one event. Returns the turn that it completed, if it did. */
  apply(type: string, data: Data, id = 0): Turn | undefined {
    if (id && id <= this.last) return undefined;
    this.last = Math.max(this.last, id);
    const { turn, suggestions = [], ...rest } = data;
    const given = typeof turn === 'string' ? { id: turn } : turn;
    const before = given && this.get(given.id);
    const done = type === 'turn.completed' || type === 'turn.updated';
    if (type === 'connected') this.#pieces.clear();
    if (type === 'progress') this.phase = data.phase ?? '';
    if (type === 'conversation.updated') this.info = { ...this.info, ...data };
    if (type === 'csat.requested') this.ratingAsked = true;
    if (type === 'suggestions' || type === 'turn.created' || done) this.suggestions = suggestions;
    if (type === 'turn.delta') this.#delta(data, before);
    if (!given || !(done || type === 'turn.created')) return undefined;

    this.phase = '';
    const next = { author: 'assistant', ...before, ...given, ...rest, suggestions } as Turn;
    if (done) {
      next.status = 'complete';
      // It stands where it was completed: after the messages that it answers.
      if (before?.status === 'open') this.#turns.delete(next.id);
    }
    this.put(next);
    return next.status !== 'open' && (!before || before.status === 'open') ? next : undefined;
  }

  /** The shopper wants no more of this answer: what there is stays, marked. */
  stop(): void {
    const { open } = this;
    if (open) this.put({ ...open, status: 'complete', stopped: true });
  }

  #delta({ n = 0, text = '' }: Data, before: Turn | undefined): void {
    if (before?.status !== 'open') return;
    const last = this.#pieces.get(before.id);
    if (n && n <= last!) return;
    this.#pieces.set(before.id, n);
    // The first piece, also after a reconnect, is all that there is so far.
    this.put({ ...before, text: n && last !== undefined ? before.text + text : text });
  }
}
