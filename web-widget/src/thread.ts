import type { ConversationInfo, ConversationState, Suggestion, Turn } from './contract';

/** Sorts an answer that is still being given after all that has its number. */
const OPEN_SEQ = 1e15;

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
  readonly #turns = new Map<string, Turn>();
  /** Of each open answer, the number of the last piece; none after a reconnect, as all comes again. */
  readonly #pieces = new Map<string, number>();
  /** The number of the last event seen. */
  last = 0;
  info: Partial<ConversationInfo> = {};
  suggestions: Suggestion[] = [];
  phase = '';
  ratingAsked = false;

  get state(): ConversationState {
    return this.info.state ?? 'assistant';
  }

  get turns(): Turn[] {
    return [...this.#turns.values()].sort((a, b) => a.seq - b.seq);
  }

  /** The answer that is being given. */
  get open(): Turn | undefined {
    return this.turns.find((turn) => turn.status === 'open');
  }

  /** Whether the assistant owes an answer. */
  get waiting(): boolean {
    if (this.state !== 'assistant') return false;
    return !!this.open || this.turns.at(-1)?.author === 'shopper';
  }

  get(id: string): Turn | undefined {
    return this.#turns.get(id);
  }

  put(turn: Turn): void {
    this.#turns.set(turn.id, turn.status === 'open' ? { ...turn, seq: OPEN_SEQ } : turn);
  }

  load(info: ConversationInfo, turns: Turn[]): void {
    this.info = info;
    this.#pieces.clear();
    for (const turn of turns) {
      this.put({ ...this.#turns.get(turn.id), ...turn });
      this.last = Math.max(this.last, turn.seq);
    }
    this.suggestions = turns.at(-1)?.suggestions ?? [];
  }

  /** Takes one event. Returns the turn that it completed, if it did. */
  apply(type: string, data: Data, id = 0): Turn | undefined {
    if (id) {
      if (id <= this.last) return undefined;
      this.last = id;
    }
    const before = typeof data.turn === 'string' ? this.#turns.get(data.turn) : data.turn && this.#turns.get(data.turn.id);
    switch (type) {
      case 'connected':
        this.#pieces.clear();
        break;
      case 'turn.created':
        return this.#created(data.turn as Turn, before);
      case 'turn.delta':
        this.#delta(data, before);
        break;
      case 'turn.completed':
      case 'turn.updated':
        return this.#completed(data, before, id);
      case 'progress':
        this.phase = data.phase ?? '';
        break;
      case 'suggestions':
        this.suggestions = data.suggestions ?? [];
        break;
      case 'conversation.updated':
        this.info = { ...this.info, ...data };
        break;
      case 'csat.requested':
        this.ratingAsked = true;
    }
    return undefined;
  }

  /** The shopper wants no more of this answer: what there is stays, marked. */
  stop(): void {
    const { open } = this;
    if (open) this.put({ ...open, status: 'complete', stopped: true });
  }

  #created(turn: Turn, before: Turn | undefined): Turn | undefined {
    this.phase = '';
    this.suggestions = [];
    this.put({ ...before, ...turn });
    return turn.status !== 'open' && !before ? turn : undefined;
  }

  #delta({ turn, n = 0, text = '' }: Data, before: Turn | undefined): void {
    if (!before || before.status !== 'open') return;
    const last = this.#pieces.get(turn as string);
    if (n && last !== undefined && n <= last) return;
    this.#pieces.set(before.id, n);
    // The first piece, also after a reconnect, is all that there is so far.
    this.put({ ...before, text: n && last !== undefined ? before.text + text : text });
  }

  #completed({ turn, ...rest }: Data, before: Turn | undefined, id: number): Turn | undefined {
    if (!turn) return undefined;
    const fields = typeof turn === 'string' ? { id: turn } : turn;
    const complete = { author: 'assistant', ...before, ...fields, ...rest, status: 'complete' } as Turn;
    // It stands where it was completed: later than the messages that it answers.
    if (!(complete.seq < OPEN_SEQ)) complete.seq = id || this.last;
    this.put(complete);
    this.phase = '';
    this.suggestions = complete.suggestions ?? [];
    return before && before.status !== 'open' ? undefined : complete;
  }
}
