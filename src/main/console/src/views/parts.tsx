import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { othersIn, now, user } from '../desk';
import type { ConversationInfo, Person } from '../contract';
import { pieces } from '../mentions';
import { urgencyOf } from '../queue';
import { languageName, moment, number, span, text } from '../strings';
import { Icon, type IconName } from './icons';

/** A button with a picture; its words are for those who hear or point. */
export function IconButton({ icon, label, onClick, flip, pressed, hotkey, target }: { icon: IconName; label: string; onClick?: () => void; flip?: boolean; pressed?: boolean; hotkey?: string; target?: string }): JSX.Element {
  return (
    <button type="button" class="icon" aria-label={label} title={hotkey ? `${label} (${hotkey})` : label} aria-pressed={pressed} onClick={onClick} {...(target ? { popovertarget: target } : {})}>
      <Icon name={icon} flip={flip ?? false} />
    </button>
  );
}

const COLOURS = 6;

/** The first letters of a name, in a colour that stays with it. */
export function Avatar({ name, id, small = false }: { name: string; id: string; small?: boolean }): JSX.Element {
  const letters = name.split(/\s+/).map((word) => [...word][0] ?? '').slice(0, 2).join('').toUpperCase();
  const colour = [...id].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) >>> 0, 7) % COLOURS;
  return <span class={`avatar c${colour}${small ? ' small' : ''}`} title={name} aria-hidden="true">{letters || '?'}</span>;
}

/** Colleagues who look at a conversation or write in it. */
export function Others({ conversation }: { conversation: string }): JSX.Element | null {
  const others = othersIn(conversation);
  if (!others.length) return null;
  return (
    <span class="others">
      {others.map((other) => (
        <span key={other.id} class={other.activity}>
          <Avatar name={other.name} id={other.id} small />
          <span class="hidden">{text(other.activity === 'typing' ? 'presence.typing' : 'presence.viewing', { name: other.name })}</span>
        </span>
      ))}
    </span>
  );
}

export function LanguageTag({ code }: { code: string }): JSX.Element {
  return <span class="lang" title={languageName(code)}><bdi>{code.toUpperCase()}</bdi> <span>{languageName(code)}</span></span>;
}

/** When something is due: by picture, words and colour. */
export function Due({ row }: { row: ConversationInfo }): JSX.Element | null {
  const urgency = urgencyOf(row, now.value);
  if (!urgency || !row.deadline) return null;
  const left = Date.parse(row.deadline.due) - now.value;
  const words = urgency === 'over' ? text('due.over', { time: span(-left) }) : text('due.in', { time: span(left) });
  return (
    <span class={`due ${urgency}`} title={`${text(`due.${row.deadline.kind}`)}: ${moment(row.deadline.due)}`}>
      <Icon name={urgency === 'fine' ? 'waiting' : 'warning'} />
      {words}
    </span>
  );
}

export function Tag({ children, kind = '' }: { children: ComponentChildren; kind?: string }): JSX.Element {
  return <span class={`tag ${kind}`} dir="auto">{children}</span>;
}

/** What names colleagues: those whom its author chose, wherever else an `@` stands. Their names don't decide its direction. */
export const Mentioning = ({ text: words, mentions }: { text: string; mentions: Person[] }): JSX.Element => (
  <>{pieces(words, mentions).map((piece) => (typeof piece === 'string' ? piece : <b class={piece.id === user.value?.id ? 'mention me' : 'mention'}><bdi>@{piece.name}</bdi></b>))}</>
);

/** A dialog that is open as long as it is there. */
export function Dialog({ title, onClose, children, kind = '' }: { title: string; onClose: () => void; children: ComponentChildren; kind?: string }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  // At once, so that what is typed next goes into it.
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} class={`sheet ${kind}`} aria-label={title} onClose={onClose} onClick={(event) => event.target === dialog.current && onClose()}>
      <header>
        <h2>{title}</h2>
        <IconButton icon="close" label={text('close')} onClick={onClose} />
      </header>
      {children}
    </dialog>
  );
}

/** What a shopper thought of a conversation, and her words to it. */
export const ScoreGiven = ({ score: { score, comment } }: { score: { score: number; comment?: string } }): JSX.Element => (
  <>
    <span role="img" aria-label={`${number(score)} / ${number(5)}`}>{'★'.repeat(score)}{'☆'.repeat(5 - score)}</span>
    {comment && <q dir="auto">{comment}</q>}
  </>
);

export const Key = ({ children }: { children: ComponentChildren }): JSX.Element => <kbd>{children}</kbd>;

