import type { ConversationInfo, Suggestion, Turn } from './contract';

type Data = Partial<ConversationInfo> & {
  turn?: string | Turn;
  n?: number;
  text?: string;
  seq?: number;
  suggestions?: Suggestion[];
};

export type Thread = ReturnType<typeof createThread>;

/** The conversation as its events tell it. Each change makes a new turn object, so that views can compare. */
export function createThread(info: Partial<ConversationInfo> = {}) {
  const turns = new Map<string, Turn>();
  /** Of the open answer, the number of the last piece; none after a reconnect, as all comes again. */
  let piece: number | undefined;

  const thread = {
    info,
    /** The number of the last event seen. */
    last: 0,
    suggestions: [] as Suggestion[],

    /** In the order of the log, whichever way each came: an answer where it was completed, after what it answers. */
    get turns(): Turn[] {
      return [...turns.values()].sort((one, other) => one.seq - other.seq);
    },

    /** The answer that is being given. */
    get open(): Turn | undefined {
      return thread.turns.find((turn) => turn.status === 'open');
    },

    /** Whether a person has the conversation. */
    get withPerson(): boolean {
      return /open|wait|snooze/.test(`${thread.info.state}`);
    },

    get over(): boolean {
      return /resolved|closed/.test(`${thread.info.state}`);
    },

    /** Whether the assistant owes an answer. */
    get waiting(): boolean {
      return thread.info.state === 'assistant' && (!!thread.open || thread.turns.at(-1)?.author === 'shopper');
    },

    get: (id: string): Turn | undefined => turns.get(id),

    put(turn: Turn): void {
      turns.set(turn.id, turn);
    },

    load(info: ConversationInfo, all: Turn[]): void {
      thread.info = info;
      thread.reset();
      for (const turn of all) {
        thread.put({ ...turns.get(turn.id), ...turn });
        thread.last = Math.max(thread.last, turn.seq);
      }
    },

    /** A new line begins: what comes first is all that there is so far. */
    reset(): void {
      piece = undefined;
    },

    /** Takes one event. Returns the turn that it completed, if it did. */
    apply(type: string, data: Data, id = 0): Turn | undefined {
      if (id && id <= thread.last) return undefined;
      thread.last = Math.max(thread.last, id);
      const { turn, suggestions = [], ...rest } = data;
      const before = turns.get((turn as Turn)?.id ?? turn);
      const said = /^turn.*ed$/.test(type);
      if (type === 'turn.delta') grow(data, before);
      // Of the conversation, `csat.requested` among them.
      if (/^c/.test(type)) thread.info = { ...thread.info, ...rest };
      else if (said || type === 'suggestions') thread.suggestions = suggestions;
      if (!turn || !said) return undefined;

      const next = { author: 'assistant', ...before, ...(typeof turn === 'string' ? { id: turn } : turn), ...rest, suggestions } as Turn;
      const done = before?.status !== 'open';
      if (type !== 'turn.created') next.status = 'complete';
      thread.put(next);
      return next.status === 'open' || (before && done) ? undefined : next;
    },

    /** The shopper wants no more of this answer: what there is stays, marked. */
    stop(): void {
      const { open } = thread;
      if (open) thread.put({ ...open, status: 'complete', stopped: true });
    },
  };

  function grow({ n = 0, text = '' }: Data, before: Turn | undefined): void {
    const last = piece;
    if (before?.status !== 'open' || (n && n <= last!)) return;
    piece = n;
    // The first piece, also after a reconnect, is all that there is so far.
    thread.put({ ...before, text: n && last !== undefined ? before.text + text : text });
  }

  return thread;
}
