import type { JSX } from 'preact';
import * as api from '../api';
import type { ConversationDetail, Mark, Turn } from '../contract';
import { current, may, say, sayProblem, touch } from '../desk';
import { text } from '../strings';
import { Icon } from './icons';

/** What can be said of a reply: an answer may be wrong, any other may be one that there was an answer to. */
const markOf = ({ reply }: Turn): Mark | undefined => (reply === 'answered' ? 'wrong-answer' : reply && reply !== 'stopped' ? 'should-have-answered' : undefined);

async function set(conversation: string, turn: string, mark: Mark | undefined): Promise<void> {
  try {
    await api.markTurn(turn, mark);
    const open = current.value;
    if (open?.id === conversation) {
      const { [turn]: _, ...others } = open.marks ?? {};
      current.value = { ...open, marks: mark ? { ...others, [turn]: mark } : others };
    }
    if (mark) say(text('mark.done'), false, { label: text('undo'), run: () => void set(conversation, turn, undefined) });
    touch(conversation);
  } catch (error) {
    sayProblem(error);
  }
}

/** Says of a reply of the assistant that it was wrong, or that it should have answered. The reports of errors count it. */
export function TurnMark({ turn, detail }: { turn: Turn; detail: ConversationDetail }): JSX.Element | null {
  const mark = markOf(turn);
  if (!mark || !may('write-conversations')) return null;
  const isSet = detail.marks?.[turn.id] === mark;
  return (
    <p class={`judged${isSet ? ' is-set' : ''}`}>
      <button type="button" class="link small" aria-pressed={isSet} onClick={() => void set(detail.id, turn.id, isSet ? undefined : mark)}>
        {isSet && <Icon name="warning" />}
        {text(`mark.${mark}`)}
      </button>
    </p>
  );
}
