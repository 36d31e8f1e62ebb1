import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import * as api from '../api';
import type { ConversationDetail, Suggested } from '../contract';
import { mine } from '../desk';
import { text } from '../strings';
import { propose } from './composer';
import { Icon } from './icons';
import { Tag } from './parts';

/** What the assistant would say to a turn of the shopper; undefined while it is asked, or where it has no answer. */
const whispered = signal<ReadonlyMap<string, Suggested | undefined>>(new Map());

const keep = (turn: string, suggested: Suggested | undefined): void => {
  whispered.value = new Map(whispered.value).set(turn, suggested);
};

/**
 * The assistant whispers an answer to the person who has the conversation. Only she sees it, and it goes nowhere unless
 * she takes it over into what she writes.
 */
export function Whisper({ detail }: { detail: ConversationDetail }): JSX.Element | null {
  const last = detail.turns.findLast(({ author }) => author === 'shopper' || author === 'agent');
  const asked = last?.author === 'shopper' && mine(detail) && detail.state === 'open' ? last.id : undefined;
  useEffect(() => {
    if (!asked || whispered.peek().has(asked)) return;
    keep(asked, undefined);
    // Nothing was lost that she had: without a whisper she writes as ever.
    void api.suggest(detail.id).then((suggested) => suggested.reply === 'answered' && keep(asked, suggested)).catch(() => undefined);
  }, [asked]);
  const suggested = asked && whispered.value.get(asked);
  if (!suggested) return null;
  const drop = (): void => keep(asked, undefined);
  return (
    <div class="whisper" role="group" aria-label={text('whisper')}>
      <header>
        <Icon name="spark" />
        <strong>{text('whisper')}</strong>
        {suggested.sources.map(({ article, heading, title }) => <Tag key={article + heading}>{title}</Tag>)}
      </header>
      <p dir="auto" lang={suggested.language}>{suggested.text}</p>
      <div class="choices">
        <button type="button" class="plain" onClick={() => (propose(detail.id, suggested.text), drop())}>{text('whisper.use')}</button>
        <button type="button" class="link" onClick={drop}>{text('whisper.drop')}</button>
      </div>
    </div>
  );
}
