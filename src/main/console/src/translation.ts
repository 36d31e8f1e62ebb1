import { effect, signal } from '@preact/signals';
import * as api from './api';
import type { ConversationDetail, TranslationState, Turn } from './contract';
import { current, user } from './desk';
import { isProblem } from './problem';
import { language } from './strings';

// What she reads and writes in her own language, where the customer has another.

const AT_ONCE = 2;
/** Of a long conversation the newest are translated by themselves, the others when she asks. */
const NEWEST = 30;
const AGAIN_MS = 30_000;
/** Where the line is cut, the service is asked again after this. */
const CUT_MS = 3_000;
const REMEMBERED = 200;

/** Whether the service can translate now; undefined before it is known. */
export const state = signal<TranslationState | undefined>(undefined);

export const canTranslate = (): boolean => state.value?.available ?? false;

async function learn(): Promise<void> {
  state.value = await api.translationState().catch(() => state.value);
}

/** The language that she reads best. */
export const hers = (): string => user.value?.languages[0] ?? language.value;
export const reads = (code: string | undefined): boolean => !code || code === hers() || (user.value?.languages.includes(code) ?? false);

/** Whether a turn is in a language that she does not read. */
export const isForeign = ({ author, language: code, original, text }: Turn): boolean => author !== 'system' && !original && !!text && !reads(code);

// By conversation

type Way = 'reading' | 'writing';

const place = (way: Way): string => `babeldesk.untranslated.${way}.${user.value?.id ?? ''}`;
const kept = (way: Way): string[] => {
  try {
    return JSON.parse(localStorage.getItem(place(way)) ?? '[]') as string[];
  } catch {
    return [];
  }
};

const changed = signal(0);

/** Whether a conversation is translated, for her to read or as she writes: it is until she turns it off. */
export function isOn(way: Way, conversation: string): boolean {
  void changed.value;
  return !kept(way).includes(conversation);
}

export function turnOn(way: Way, conversation: string, on: boolean): void {
  const others = kept(way).filter((id) => id !== conversation);
  localStorage.setItem(place(way), JSON.stringify(on ? others : [...others, conversation].slice(-REMEMBERED)));
  changed.value++;
}

/** Whether what she writes goes out translated. */
export const goesTranslated = ({ id, language: code }: ConversationDetail): boolean => canTranslate() && !reads(code) && isOn('writing', id);

// Turns

interface Known {
  /** What was translated: a turn may change. */
  said: string;
  phase: 'asked' | 'done' | 'failed';
  text: string;
}

const known = signal<ReadonlyMap<string, Known>>(new Map());
const waiting: Turn[] = [];
let running = 0;

const nameOf = ({ id }: Turn): string => `${id} ${hers()}`;

const keep = (turn: Turn, phase: Known['phase'], text = ''): void => {
  known.value = new Map(known.value).set(nameOf(turn), { said: turn.text, phase, text });
};

/** Its translation, as far as it is known. */
export function translationOf(turn: Turn): Known | undefined {
  const one = known.value.get(nameOf(turn));
  return one?.said === turn.text ? one : undefined;
}

/** Asks for a translation, the newest first. What was asked for already is not asked for again unless it failed. */
export function translate(turn: Turn, again = false): void {
  const before = known.peek().get(nameOf(turn));
  if (before?.said === turn.text && !(again && before.phase === 'failed')) return;
  keep(turn, 'asked');
  ask(turn);
}

function ask(turn: Turn): void {
  waiting.push(turn);
  next();
}

function next(): void {
  while (running < AT_ONCE && waiting.length) {
    const turn = waiting.pop()!;
    running++;
    void api
      .translationOf(turn.id, hers())
      .then(({ text }) => keep(turn, 'done', text))
      .catch((error: unknown) => {
        const code = isProblem(error) ? error.code : '';
        // Nobody said that it cannot be translated.
        if (code === 'unreachable') return void setTimeout(() => ask(turn), CUT_MS);
        keep(turn, 'failed');
        if (code === 'translation-off') void learn();
      })
      .finally(() => {
        running--;
        next();
      });
  }
}

/** Looks whether the service can translate, and goes on looking while it cannot but might. */
export function watchTranslation(): void {
  effect(() => {
    if (user.value?.rights.includes('read-conversations') && !user.value.must_change_password) void learn();
  });
  setInterval(() => {
    const { available, reason } = state.value ?? { available: false };
    if (user.value && !document.hidden && !available && reason !== 'not-configured') void learn();
  }, AGAIN_MS);
  effect(() => {
    const open = current.value;
    if (open && canTranslate() && isOn('reading', open.id)) open.turns.filter(isForeign).slice(-NEWEST).forEach((turn) => translate(turn));
  });
}
