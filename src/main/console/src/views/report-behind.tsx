import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Behind } from '../contract';
import { openConversation, sayProblem } from '../desk';
import { loadBehind, momentIn, rowName, saidOn, type Asked } from '../reports';
import { count, languageName, marketName, text } from '../strings';
import { Icon } from './icons';
import { over } from './palette';

/** A number whose conversations are to be seen. */
export interface Wanted {
  selection: string;
  axis: string;
  title: string;
  key?: string;
}

/** The conversations behind a number, the newest first. */
export function BehindNumber({ asked, wanted, onBack }: { asked: Asked; wanted: Wanted; onBack: () => void }): JSX.Element {
  const found = useSignal<Behind | undefined>(undefined);
  const head = useRef<HTMLHeadingElement>(null);
  const load = async (): Promise<void> => {
    const before = found.value;
    const page = await loadBehind(asked, wanted.selection, wanted.key, before?.next_cursor);
    found.value = before ? { ...page, data: [...before.data, ...page.data] } : page;
  };
  useEffect(() => {
    head.current?.focus();
    void load().catch(sayProblem);
  }, []);
  const open = (id: string): void => {
    over.value = undefined;
    void openConversation(id);
  };
  return (
    <section class="behind">
      <button type="button" class="plain" onClick={onBack}><Icon name="back" flip />{text('report.back')}</button>
      <h3 ref={head} tabIndex={-1}>{wanted.title}{wanted.key === undefined ? '' : `, ${rowName(asked.by, { key: wanted.key })}`}</h3>
      {found.value && <p role="status">{count('report.behind', found.value.total)}</p>}
      <ul>
        {found.value?.data.map((entry) => (
          <li key={entry.conversation + (entry.turn ?? '')}>
            <button type="button" onClick={() => open(entry.conversation)}>
              <time>{momentIn(asked.zone, entry.begun_at)}</time>
              <span>{[entry.language && languageName(entry.language), entry.market && marketName(entry.market), entry.agent && rowName('agent', { key: entry.agent }), entry.reason && rowName('reason', { key: entry.reason })].filter(Boolean).join(' · ')}</span>
              {entry.value !== undefined && <b>{saidOn(wanted.axis === 'mean' ? 'mean' : 'time', entry.value)}</b>}
            </button>
          </li>
        ))}
      </ul>
      {found.value?.has_more && <button type="button" class="plain" onClick={() => void load().catch(sayProblem)}>{text('audit.more')}</button>}
    </section>
  );
}
