import { signal } from '@preact/signals';
import type { Person } from './contract';

/** What an agent has begun to write in a conversation. */
export interface Draft {
  reply: string;
  note: string;
  mode: 'reply' | 'note';
  /** The colleagues whom she chose to tell of the note. */
  mentions: Person[];
  /** The reply as the customer will read it, as far as she has looked at it: of which words, and in which language. */
  translation?: { of: string; text: string; to: string } | undefined;
  /** Names the reply for the service: sent twice by accident, it is one. */
  key: string;
  /** The newest turn that she had seen when she began. */
  seen: number;
}

const PREFIX = 'babeldesk.draft.';

/** Counts up with each change, so that lists can show a mark. */
export const draftsChanged = signal(0);

let owner = '';

/** Drafts are an agent's own, also where colleagues share a browser. */
export function draftsOf(agent: string): void {
  owner = agent;
  draftsChanged.value++;
}

const place = (conversation: string): string => `${PREFIX}${owner}.${conversation}`;

export const freshKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');

export function draftIn(conversation: string): Draft {
  const fresh: Draft = { reply: '', note: '', mode: 'reply', mentions: [], key: freshKey(), seen: 0 };
  try {
    return { ...fresh, ...(JSON.parse(localStorage.getItem(place(conversation)) ?? '{}') as Partial<Draft>) };
  } catch {
    return fresh;
  }
}

export function keep(conversation: string, draft: Draft): void {
  const had = hasDraft(conversation);
  if (draft.reply.trim() || draft.note.trim()) localStorage.setItem(place(conversation), JSON.stringify(draft));
  else localStorage.removeItem(place(conversation));
  if (had !== hasDraft(conversation)) draftsChanged.value++;
}

export const hasDraft = (conversation: string): boolean => localStorage.getItem(place(conversation)) !== null;
