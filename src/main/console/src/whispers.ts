import { signal } from '@preact/signals';
import * as api from './api';
import type { Outcome, Suggested } from './contract';
import { remembered } from './remembered';

/** Whether she wants to hear what the assistant would say. */
export const whispers = remembered<'on' | 'off'>('whispers', 'on', ['on', 'off']);

/** What the assistant would say to a turn of the shopper; undefined while it is asked, or where it has no answer. */
export const whispered = signal<ReadonlyMap<string, Suggested | undefined>>(new Map());

/** By conversation what she was told and has not judged yet, by word or by what she sent. */
const open = new Map<string, Suggested>();

export const hush = (turn: string): void => {
  whispered.value = new Map(whispered.value).set(turn, undefined);
};

/** Once for each turn. Without an answer she writes as ever. */
export async function listenTo(conversation: string, turn: string): Promise<void> {
  if (whispered.peek().has(turn)) return;
  hush(turn);
  const suggested = await api.suggest(conversation).catch(() => undefined);
  if (suggested?.reply !== 'answered') return;
  open.set(conversation, suggested);
  whispered.value = new Map(whispered.value).set(turn, suggested);
}

function judge(conversation: string, outcome: Outcome): void {
  const turn = open.get(conversation)?.turn;
  open.delete(conversation);
  if (turn) void api.judgeSuggestion(conversation, turn, outcome).catch(() => undefined);
}

export function dismiss(conversation: string, turn: string): void {
  hush(turn);
  judge(conversation, 'rejected');
}

/** Her reply is out: that says what she made of what was whispered. */
export function replied(conversation: string, text: string): void {
  const suggested = open.get(conversation);
  if (suggested) judge(conversation, outcomeOf(suggested.text, text));
}

const SHARE = 0.5;
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
const pairs = (text: string): string[] => [...plain(text)].map((letter, i, all) => letter + (all[i + 1] ?? '')).slice(0, -1);

/** Edited is what she sent if half of the suggestion is still in it, by pairs of letters: words have no end in every script. */
export function outcomeOf(suggested: string, sent: string): Outcome {
  if (plain(suggested) === plain(sent)) return 'accepted';
  const said = new Set(pairs(sent));
  const wanted = pairs(suggested);
  return wanted.length > 0 && wanted.filter((pair) => said.has(pair)).length >= wanted.length * SHARE && isLongEnough(suggested, sent) ? 'edited' : 'rejected';
}

/** A long text has most pairs of letters by chance: what was kept must also stand together. */
function isLongEnough(suggested: string, sent: string): boolean {
  const words = plain(suggested).split(' ');
  if (words.length < 4) return true;
  const said = new Set(plain(sent).split(' '));
  return words.filter((word) => said.has(word)).length >= words.length * SHARE;
}
