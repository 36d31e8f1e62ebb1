import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ConversationDetail } from '../contract';
import { mine } from '../desk';
import { text } from '../strings';
import { dismiss, hush, listenTo, whispered, whispers } from '../whispers';
import { propose } from './composer';
import { Icon } from './icons';
import { Tag } from './parts';

/**
 * The assistant whispers an answer to the person who has the conversation, if she wants it. Only she sees it, and it goes
 * nowhere unless she takes it over into what she writes.
 */
export function Whisper({ detail }: { detail: ConversationDetail }): JSX.Element | null {
  const last = detail.turns.findLast(({ author }) => author === 'shopper' || author === 'agent');
  const asked = whispers.value === 'on' && last?.author === 'shopper' && mine(detail) && detail.state === 'open' ? last.id : undefined;
  useEffect(() => {
    if (asked) void listenTo(detail.id, asked);
  }, [asked]);
  const suggested = asked && whispered.value.get(asked);
  if (!suggested) return null;
  return (
    <div class="whisper" role="group" aria-label={text('whisper')}>
      <header>
        <Icon name="spark" />
        <strong>{text('whisper')}</strong>
        {suggested.sources.map(({ article, heading, title }) => <Tag key={article + heading}>{title}</Tag>)}
      </header>
      <p dir="auto" lang={suggested.language}>{suggested.text}</p>
      <div class="choices">
        <button type="button" class="plain" onClick={() => (propose(detail.id, suggested.text), hush(asked))}>{text('whisper.use')}</button>
        <button type="button" class="link" onClick={() => dismiss(detail.id, asked)}>{text('whisper.drop')}</button>
      </div>
    </div>
  );
}
