import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import * as api from '../api';
import type { ConversationDetail, Turn } from '../contract';
import { sayProblem } from '../desk';
import type { Draft } from '../drafts';
import { languageName, text } from '../strings';
import { canTranslate, hers, isForeign, isOn, reads, state, translate, translationOf, turnOn } from '../translation';
import { Icon } from './icons';
import { IconButton, Tag } from './parts';

/** Why nothing is translated, in words; nothing where it is, or where it is not known yet. */
export const offWords = (): string => (state.value?.reason ? text(`translation.off.${state.value.reason}`) : '');

const OFF = 'translation-off';

/** For a whole conversation: what she reads in her language, or as it was written. */
export function TranslationToggle({ detail }: { detail: ConversationDetail }): JSX.Element | null {
  const foreign = detail.turns.some(isForeign);
  if ((foreign || !reads(detail.language)) && !canTranslate()) {
    const why = offWords();
    return why ? <><button type="button" class="link" disabled aria-describedby={OFF}>{text('translate')}</button><small id={OFF} class="muted">{why}</small></> : null;
  }
  if (!foreign && !detail.turns.some(({ original }) => original)) return null;
  const on = isOn('reading', detail.id);
  return <button type="button" class="link" aria-pressed={!on} onClick={() => turnOn('reading', detail.id, !on)}>{text('originals')}</button>;
}

interface Shown {
  text: string;
  language: string | undefined;
  /** Whether it is the turn as it stands in the log. */
  whole: boolean;
  /** What stands below it. */
  foot: JSX.Element | null;
}

/** A turn as she reads it. What she chose for this one goes before what holds for all. */
export function useTranslation(turn: Turn, conversation: string): Shown {
  const chosen = useSignal<boolean | undefined>(undefined);
  const original = chosen.value ?? !isOn('reading', conversation);
  const asWritten = { text: turn.text, language: turn.language, whole: true };
  const link = (words: string, show: boolean): JSX.Element => (
    <button type="button" class="link small" onClick={() => choose(show)}>{words}</button>
  );
  const choose = (wantsOriginal: boolean): void => {
    chosen.value = wantsOriginal;
    if (!wantsOriginal && isForeign(turn)) translate(turn, true);
  };
  if (turn.original) return { ...sent(turn, original), foot: link(sentWords(turn, original), !original) };
  if (!isForeign(turn)) return { ...asWritten, foot: null };
  const known = translationOf(turn);
  if (!original && known?.phase === 'done') {
    return { text: known.text, language: hers(), whole: false, foot: link(text('original.show', { language: languageName(turn.language!) }), true) };
  }
  if (!canTranslate()) return { ...asWritten, foot: null };
  if (original || !known) return { ...asWritten, foot: link(text('translation.show'), false) };
  const foot = known.phase === 'asked'
    ? <p class="translating">{text('translating')}</p>
    : <p class="translating">{text('translation.failed')} <button type="button" class="link" onClick={() => translate(turn, true)}>{text('retry')}</button></p>;
  return { ...asWritten, foot };
}

/** Whether she reads what was written better than what went out. */
const isHers = ({ language, original }: Turn): boolean => !reads(language) && reads(original!.language);

/** Of a turn that went out translated: what it says in a language that she reads, or in the other. */
function sent(turn: Turn, other: boolean): Omit<Shown, 'foot'> {
  const written = isHers(turn) !== other;
  return written ? { ...turn.original!, whole: false } : { text: turn.text, language: turn.language, whole: true };
}

function sentWords(turn: Turn, other: boolean): string {
  if (isHers(turn)) return other ? text('sent.original') : text('sent.show', { language: languageName(turn.language!) });
  return other ? text('translation.show') : text('original.show', { language: languageName(turn.original!.language) });
}

/** Asks how a text reads in the customer's language. */
export async function preview(detail: ConversationDetail, words: string, take: (translation: Draft['translation']) => void, busy: Signal<boolean>): Promise<void> {
  busy.value = true;
  try {
    const { text: translated } = await api.translateText({ text: words, to: detail.language, conversation: detail.id });
    take({ of: words, text: translated, to: detail.language });
  } catch (error) {
    sayProblem(error);
  } finally {
    busy.value = false;
  }
}

/** What goes out translated: a switch for the conversation, and a look at it before. */
export function TranslationTools({ detail, draft, busy, onPreview }: { detail: ConversationDetail; draft: Draft; busy: boolean; onPreview: () => void }): JSX.Element | null {
  if (reads(detail.language)) return null;
  const able = canTranslate();
  const why = offWords();
  if (!able && !why) return null;
  const on = isOn('writing', detail.id);
  const words = draft.reply.trim();
  const into = text('translate.into', { language: languageName(detail.language) });
  const off = able ? {} : { disabled: true, 'aria-describedby': OFF, title: why };
  return (
    <>
      <button type="button" class="icon" aria-label={into} title={into} aria-pressed={able && on} {...off} onClick={() => turnOn('writing', detail.id, !on)}>
        <Icon name="translate" />
      </button>
      {(!able || (on && !draft.translation)) && <button type="button" class="link" {...off} disabled={!able || busy || !words} onClick={onPreview}>{text(busy ? 'translating' : 'translate.preview')}</button>}
    </>
  );
}

/** The text as the customer will read it, to be mended before it goes out; and what it says in her own language. */
export function TranslationPreview({ detail, draft, set, busy, onPreview, onKeyDown }: { detail: ConversationDetail; draft: Draft; set: (change: Partial<Draft>) => void; busy: boolean; onPreview: () => void; onKeyDown: (event: KeyboardEvent) => void }): JSX.Element | null {
  const back = useSignal<{ of: string; text?: string } | undefined>(undefined);
  const { translation } = draft;
  if (!translation) return null;
  const label = text('translate.reads', { language: languageName(translation.to) });
  const translateBack = async (): Promise<void> => {
    const of = translation.text;
    back.value = { of };
    try {
      back.value = { of, text: (await api.translateText({ text: of, from: translation.to, to: hers(), conversation: detail.id })).text };
    } catch (error) {
      back.value = undefined;
      sayProblem(error);
    }
  };
  return (
    <div class="translated" role="group" aria-label={label}>
      <header>
        <strong>{label}</strong>
        <Tag kind="machine">{text('translated')}</Tag>
        <IconButton icon="close" label={text('close')} onClick={() => set({ translation: undefined })} />
      </header>
      <textarea rows={2} dir="auto" lang={translation.to} aria-label={label} value={translation.text} onInput={(event) => set({ translation: { ...translation, text: event.currentTarget.value } })} onKeyDown={onKeyDown} />
      {translation.of !== draft.reply.trim() && (
        <p class="changed" role="status"><Icon name="warning" /><span>{text('translate.changed')}</span><button type="button" class="link" disabled={busy} onClick={onPreview}>{text('translate.again')}</button></p>
      )}
      {back.value?.of === translation.text && back.value.text !== undefined ? (
        <p class="back" role="status"><small>{text('translate.back.says', { language: languageName(hers()) })}</small><span dir="auto" lang={hers()}>{back.value.text}</span></p>
      ) : (
        <button type="button" class="link" disabled={back.value?.of === translation.text || !canTranslate()} onClick={() => void translateBack()}>{text(back.value?.of === translation.text ? 'translating' : 'translate.back')}</button>
      )}
    </div>
  );
}
