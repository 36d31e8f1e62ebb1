import type { ConversationInfo, Suggestion, Turn } from './contract';

type Data = Partial<ConversationInfo> & {
  turn?: string | Turn;
  n?: number;
  text?: string;
  seq?: number;
  suggestions?: Suggestion[];
};

/** The conversation as its events tell it. Each change makes a new turn object, so that views can compare. */
export class Thread {
  /** In the order of the log. */
  readonly #turns = new Map<string, Turn>();
  /** Of the open answer, the number of the last piece; none after a reconnect, as all comes again. */
  #piece: number | undefined;
  /** The number of the last event seen. */
  last = 0;
  info: Partial<ConversationInfo> = {};
  suggestions: Suggestion[] = [];
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
    this.reset();
    for (const turn of turns) {
      this.put({ ...this.get(turn.id), ...turn });
      this.last = Math.max(this.last, turn.seq);
    }
  }

  /** A new line begins: what comes first is all that there is so far. */
  reset(): void {
    this.#piece = undefined;
  }

  /** Takes one event. Returns the turn that it completed, if it did. */
  apply(type: string, data: Data, id = 0): Turn | undefined {
    if (id && id <= this.last) return undefined;
    this.last = Math.max(this.last, id);
    const { turn, suggestions = [], ...rest } = data;
    const before = this.#turns.get((turn as Turn)?.id ?? turn);
    if (type === 'turn.delta') this.#delta(data, before);
    if (type === 'csat.requested') this.ratingAsked = true;
    if (type === 'conversation.updated') this.info = { ...this.info, ...rest };
    else if (type === 'suggestions' || /^turn.*ed$/.test(type)) this.suggestions = suggestions;
    if (!turn || !/^turn.*ed$/.test(type)) return undefined;

    const next = { author: 'assistant', ...before, ...(typeof turn === 'string' ? { id: turn } : turn), ...rest, suggestions } as Turn;
    const done = before?.status !== 'open';
    if (type !== 'turn.created') {
      next.status = 'complete';
      // It stands where it was completed: after the messages that it answers.
      if (!done) this.#turns.delete(next.id);
    }
    this.put(next);
    return next.status === 'open' || (before && done) ? undefined : next;
  }

  /** The shopper wants no more of this answer: what there is stays, marked. */
  stop(): void {
    const { open } = this;
    if (open) this.put({ ...open, status: 'complete', stopped: true });
  }

  #delta({ n = 0, text = '' }: Data, before: Turn | undefined): void {
    const last = this.#piece;
    if (before?.status !== 'open' || (n && n <= last!)) return;
    this.#piece = n;
    // The first piece, also after a reconnect, is all that there is so far.
    this.put({ ...before, text: n && last !== undefined ? before.text + text : text });
  }
}
