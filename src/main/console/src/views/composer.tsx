import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { claim, takeOver } from '../acts';
import * as api from '../api';
import type { Canned, ConversationDetail, Person } from '../contract';
import { colleagues, may, mine, newestSeen, user } from '../desk';
import { draftIn, freshKey, keep, type Draft } from '../drafts';
import { send, type Pending } from '../outbox';
import { isRightToLeft, languageName, text } from '../strings';
import { fill, missing, variablesFor, wording } from '../canned';
import { begunAt, colleaguesCalled, stillNamed, withName, type Begun } from '../mentions';
import { putIn, soughtAt, type Sought } from '../articles';
import { ArticlePicker } from './article-picker';
import { CannedPicker } from './canned-picker';
import { Icon } from './icons';
import { Avatar, Key } from './parts';
import { Picker } from './picker';
import { goesTranslated } from '../translation';
import { preview, TranslationPreview, TranslationTools } from './translation';

const TYPING_EACH_MS = 3_000;
const MAC = /Mac|iP(hone|ad)/.test(navigator.platform);

/** The conversation whose draft was changed from outside, for its composer to show. */
const returned = signal<{ conversation: string } | undefined>(undefined);
/** Asks the composer for the focus, in one of its modes. */
export const wanted = signal<Draft['mode'] | undefined>(undefined);

/** Turns the composer that is there to a mode; false if it has nothing to write in. */
let turn: (mode: Draft['mode']) => boolean = () => false;

/** At once where it can be: what is typed next must neither be taken for shortcuts nor go to the other audience. */
export function compose(mode: Draft['mode']): void {
  if (!turn(mode)) wanted.value = mode;
}

/** Puts what was not sent back where it was written. */
export function takeBack(item: Pending | undefined): void {
  if (!item) return;
  const draft = draftIn(item.conversation);
  const wrote = item.original ?? item.text;
  const before = draft[item.kind] === wrote ? '' : draft[item.kind];
  const all = [wrote, before].filter(Boolean).join('\n');
  const translation = item.original && item.translateTo ? { of: all, text: item.text, to: item.translateTo } : undefined;
  keep(item.conversation, { ...draft, [item.kind]: all, ...(item.kind === 'reply' ? { translation } : {}), mode: item.kind, mentions: [...draft.mentions, ...item.mentions], key: item.key, seen: item.seen });
  returned.value = item;
}

/** Puts words where the reply is written, below what stands there. */
export function propose(conversation: string, words: string): void {
  const draft = draftIn(conversation);
  keep(conversation, { ...draft, reply: [draft.reply, words].filter(Boolean).join('\n'), mode: 'reply' });
  returned.value = { conversation };
}

export function Composer({ detail }: { detail: ConversationDetail }): JSX.Element {
  const draft = useSignal<Draft>(draftIn(detail.id));
  const area = useRef<HTMLTextAreaElement>(null);
  const typed = useRef(0);
  const picking = useSignal<string | undefined>(undefined);
  const naming = useSignal<Begun | undefined>(undefined);
  const seeking = useSignal<Sought | undefined>(undefined);
  /** Where she closed the list of colleagues: it does not come again while she goes on writing. */
  const shut = useRef<number | undefined>(undefined);
  const translating = useSignal(false);
  const { mode } = draft.value;
  const words = draft.value[mode];
  const own = mine(detail);
  const talks = own && (detail.state === 'open' || detail.state === 'waiting' || detail.state === 'snoozed');

  const set = (change: Partial<Draft>): void => {
    draft.value = { ...draft.value, ...change };
    keep(detail.id, draft.value);
  };
  useEffect(() => {
    if (returned.value?.conversation !== detail.id) return;
    draft.value = draftIn(detail.id);
    returned.value = undefined;
    area.current?.focus();
  }, [returned.value]);
  useLayoutEffect(() => {
    turn = (next) => {
      const element = area.current;
      if (!element) return false;
      set({ mode: next });
      element.value = draft.value[next];
      element.focus();
      return true;
    };
    return () => {
      turn = () => false;
    };
  });
  useEffect(() => {
    if (!wanted.value) return;
    set({ mode: wanted.value });
    // It is only there once the mode is shown.
    const timer = setTimeout(() => {
      wanted.value = undefined;
      area.current?.focus();
    });
    return () => clearTimeout(timer);
  }, [wanted.value]);
  // Another tab may have written in the same draft.
  useEffect(() => {
    const listen = (event: StorageEvent): void => {
      if (event.key?.endsWith(detail.id) && document.activeElement !== area.current) draft.value = draftIn(detail.id);
    };
    addEventListener('storage', listen);
    return () => removeEventListener('storage', listen);
  }, [detail.id]);

  const called = ({ search }: Begun): Person[] => colleaguesCalled(search, colleagues.value, user.value?.id ?? '');

  const seekAtCaret = (): void => {
    const element = area.current;
    const at = draft.value.mode === 'reply' && element && element.selectionStart === element.selectionEnd ? soughtAt(element.value, element.selectionStart) : undefined;
    if (at?.at !== shut.current) shut.current = undefined;
    seeking.value = at && at.at !== shut.current ? at : undefined;
  };

  const nameAtCaret = (): void => {
    const element = area.current;
    if (draft.value.mode === 'reply') return seekAtCaret();
    seeking.value = undefined;
    const { mode: now, mentions } = draft.value;
    const begun = now === 'note' && element && element.selectionStart === element.selectionEnd ? begunAt(element.value, element.selectionStart, mentions) : undefined;
    if (begun?.at !== shut.current) shut.current = undefined;
    naming.value = begun && begun.at !== shut.current && (called(begun).length || !/\s/.test(begun.search)) ? begun : undefined;
  };

  const write = (value: string): void => {
    const now = draft.value.mode;
    const began = !draft.value[now] && value;
    set({ [now]: value, ...(began ? { seen: newestSeen(detail) } : {}), ...(now === 'reply' && !value.trim() ? { translation: undefined } : {}) });
    picking.value = now === 'reply' && value.startsWith('/') ? value.slice(1) : undefined;
    nameAtCaret();
    if (now === 'reply' && talks && Date.now() - typed.current > TYPING_EACH_MS) {
      typed.current = Date.now();
      void api.typing(detail.id).catch(() => undefined);
    }
  };

  // What has been sent or thrown away meanwhile needs no translation any more.
  const look = (): void => void preview(detail, draft.value.reply.trim(), (translation) => draft.value.reply.trim() && set({ translation }), translating);

  const submit = (): void => {
    const content = words.trim();
    if (!content || (mode === 'reply' && !talks)) return;
    const translated = mode === 'reply' && goesTranslated(detail) ? { translateTo: detail.language } : {};
    const seen = translated.translateTo && draft.value.translation;
    // What she has looked at is what goes out.
    if (seen && (seen.of !== content || seen.to !== detail.language)) return look();
    const wording = seen ? { text: seen.text.trim(), original: content } : { text: content };
    if (!wording.text) return;
    send({ key: draft.value.key, conversation: detail.id, kind: mode, ...wording, ...translated, mentions: mode === 'note' ? stillNamed(content, draft.value.mentions) : [], seen: draft.value.seen || newestSeen(detail) });
    // The stored draft stays until the service has the reply: whatever happens, nothing is lost.
    keep(detail.id, draft.value);
    draft.value = { ...draft.value, [mode]: '', ...(mode === 'note' ? { mentions: [] } : { translation: undefined }), key: freshKey(), seen: 0 };
    area.current?.focus();
  };

  const press = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape' && picking.value === undefined && !naming.value && !seeking.value) area.current?.blur();
  };

  const insert = (reply: Canned): void => {
    const { text: wordsOf } = wording(reply, detail.language);
    const filled = fill(wordsOf, variablesFor(detail, user.value!));
    picking.value = undefined;
    set({ reply: filled, seen: draft.value.seen || newestSeen(detail) });
    const element = area.current!;
    element.focus();
    requestAnimationFrame(() => element.setSelectionRange(filled.length, filled.length));
  };

  const put = (value: string, caret: number, change: Partial<Draft> = {}): void => {
    set({ [draft.value.mode]: value, ...change });
    const element = area.current!;
    // At once: what is typed next stands behind it.
    element.value = value;
    element.focus();
    element.setSelectionRange(caret, caret);
    nameAtCaret();
  };

  const mention = (colleague: Person): void => {
    const [value, caret] = withName(draft.value.note, naming.value!, colleague.name);
    const others = draft.value.mentions.filter(({ id }) => id !== colleague.id);
    put(value, caret, { mentions: [...others, colleague] });
  };

  const quote = (said: string): void => {
    const [value, caret] = putIn(area.current!.value, seeking.value!, area.current!.selectionStart, said);
    put(value, caret, { seen: draft.value.seen || newestSeen(detail) });
  };

  const beginSearch = (): void => {
    const { value, selectionStart: at, selectionEnd: end } = area.current!;
    const sign = at === 0 || /\s$/.test(value.slice(0, at)) ? '??' : ' ??';
    put(value.slice(0, at) + sign + value.slice(end), at + sign.length);
  };

  const beginMention = (): void => {
    const element = area.current!;
    const { value, selectionStart: at, selectionEnd: end } = element;
    const sign = at === 0 || /\s$/.test(value.slice(0, at)) ? '@' : ' @';
    put(value.slice(0, at) + sign + value.slice(end), at + sign.length);
  };

  const gaps = mode === 'reply' ? missing(words) : [];
  return (
    <div class={`composer ${mode}`}>
      {picking.value !== undefined && <CannedPicker search={picking.value} detail={detail} onPick={insert} onClose={() => (picking.value = undefined)} area={area.current} />}
      {seeking.value && mode === 'reply' && (
        <ArticlePicker
          search={seeking.value.search}
          detail={detail}
          onPick={quote}
          onClose={() => {
            shut.current = seeking.value?.at;
            seeking.value = undefined;
          }}
          area={area.current}
        />
      )}
      {naming.value && mode === 'note' && (
        <Picker
          label={text('mention')}
          items={called(naming.value)}
          keyOf={({ id }) => id}
          show={({ id, name }) => <><Avatar name={name} id={id} small /><bdi>{name}</bdi></>}
          none={text('mention.none')}
          area={area.current}
          onPick={mention}
          onClose={() => {
            shut.current = naming.value?.at;
            naming.value = undefined;
          }}
        />
      )}
      <div class="modes" role="radiogroup" aria-label={text('mode')}>
        {(['reply', 'note'] as const).map((one) => (
          <label key={one} class={one}>
            <input type="radio" name={`mode-${detail.id}`} checked={mode === one} onChange={() => { set({ mode: one }); naming.value = undefined; seeking.value = undefined; }} />
            <Icon name={one === 'note' ? 'note' : 'reply'} flip={one === 'reply'} />
            {text(one)}
          </label>
        ))}
        <span class="audience">{mode === 'note' ? text('note.only') : text(talks && goesTranslated(detail) ? 'reply.translated' : 'reply.in', { language: languageName(detail.language) })}</span>
      </div>
      {mode === 'reply' && !talks ? (
        <div class="not-mine">
          <span>{notMine(detail)}</span>
          {detail.state === 'queued' && <button type="button" class="primary" onClick={() => void claim(detail.id)}>{text('claim')}</button>}
          {!own && (detail.state === 'assistant' || ((detail.state === 'open' || detail.state === 'waiting') && may('lead-conversations'))) && (
            <button type="button" class="plain" onClick={() => void takeOver(detail.id)}>{text('takeover')}</button>
          )}
        </div>
      ) : (
        <>
          <textarea
            ref={area}
            rows={3}
            dir={words ? 'auto' : isRightToLeft(detail.language) && mode === 'reply' ? 'rtl' : 'auto'}
            aria-label={text(mode === 'note' ? 'note.write' : 'reply.write')}
            placeholder={text(mode === 'note' ? 'note.write' : 'reply.write')}
            value={words}
            onInput={(event) => write(event.currentTarget.value)}
            onKeyDown={press}
            onSelect={nameAtCaret}
            onBlur={() => {
              naming.value = undefined;
              seeking.value = undefined;
            }}
          />
          {mode === 'reply' && goesTranslated(detail) && <TranslationPreview detail={detail} draft={draft.value} set={set} busy={translating.value} onPreview={look} onKeyDown={press} />}
          <div class="tools">
            {mode === 'reply' && (
              <button type="button" class="icon" aria-label={text('canned')} title={`${text('canned')} (/)`} onClick={() => { write('/'); area.current?.focus(); }}>
                <Icon name="canned" />
              </button>
            )}
            {mode === 'reply' && <TranslationTools detail={detail} draft={draft.value} busy={translating.value} onPreview={look} />}
            {mode === 'reply' && (
              <button type="button" class="icon" aria-label={text('articles')} title={`${text('articles')} (??)`} onPointerDown={(event) => event.preventDefault()} onClick={beginSearch}>
                <Icon name="articles" />
              </button>
            )}
            {mode === 'note' && (
              <button type="button" class="icon" aria-label={text('mention')} title={`${text('mention')} (@)`} onPointerDown={(event) => event.preventDefault()} onClick={beginMention}>
                <Icon name="mention" />
              </button>
            )}
            {gaps.length > 0 && <span class="gaps" role="status"><Icon name="warning" />{text('canned.missing', { names: gaps.join(', ') })}</span>}
            <span class="hint"><Key>{MAC ? '⌘' : 'Ctrl'}</Key><Key>↵</Key></span>
            <button type="button" class="primary send" disabled={!words.trim()} onClick={submit}>{text(mode === 'note' ? 'note.add' : 'send')}</button>
          </div>
        </>
      )}
    </div>
  );
}

function notMine(detail: ConversationDetail): string {
  if (detail.state === 'queued') return text('claim.first');
  if (detail.state === 'assistant') return text('assistant.has');
  if (detail.agent) return text('claimed.by', { name: detail.agent.name });
  return text('over');
}
