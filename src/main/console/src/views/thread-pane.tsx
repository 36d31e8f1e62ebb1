import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import * as api from '../api';
import type { ConversationDetail, Summary, Turn } from '../contract';
import { current, may, mine, newestSeen, now, openConversation, openId, othersIn, shopperTypes, wantedTurn } from '../desk';
import { pending, remove, sendAnyway, sendAsWritten, sendNow, UNDO_MS, type Pending } from '../outbox';
import { RichText } from '../rich-text';
import { reasonWords } from '../reasons';
import { count, day, language, moment, text, time } from '../strings';
import { Actions } from './actions';
import { Composer, takeBack } from './composer';
import { Files } from './files';
import { Icon, type IconName } from './icons';
import { MergedParts } from './merge-dialog';
import { Avatar, Due, IconButton, LanguageTag, Mentioning, Others, ScoreGiven, Tag } from './parts';
import { redacting } from './redact-dialog';
import { TranslationToggle, useTranslation } from './translation';
import { TurnMark } from './turn-mark';
import { Whisper } from './whisper';

const nameOf = (detail: ConversationDetail): string => detail.shopper.name ?? text('shopper.number', { number: detail.shopper.id.slice(-4).toUpperCase() });

export function ThreadPane({ onPanel }: { onPanel: () => void }): JSX.Element {
  const detail = current.value;
  if (!openId.value) return <Nothing />;
  if (!detail) return <section class="thread loading" aria-busy="true" aria-label={text('thread')}><p class="empty">{text('loading')}</p></section>;
  return (
    <section class="thread" aria-label={text('thread')}>
      <header>
        <span class="only-narrow"><IconButton icon="back" flip label={text('back')} onClick={() => void openConversation(undefined)} /></span>
        <div class="who">
          <h2><bdi>{nameOf(detail)}</bdi></h2>
          <p>
            <span class={`state ${detail.state}`}>{stateWords(detail)}</span>
            <LanguageTag code={detail.language} />
            <Due row={detail} />
            <Others conversation={detail.id} />
            <TranslationToggle detail={detail} />
          </p>
        </div>
        <Actions detail={detail} />
        <span class="only-medium"><IconButton icon="panel" label={text('panel')} onClick={onPanel} hotkey="P" /></span>
      </header>
      {detail.summary && <SummaryCard key={`summary-${detail.id}`} summary={detail.summary} detail={detail} />}
      <Log detail={detail} key={detail.id} />
      <Collision detail={detail} />
      <Whisper detail={detail} />
      <Composer detail={detail} key={`composer-${detail.id}`} />
    </section>
  );
}

function stateWords(detail: ConversationDetail): string {
  if (detail.state === 'resolved' && detail.resolved) {
    const { by, at } = detail.resolved;
    return by ? text('resolved.by', { name: by.name, time: moment(at) }) : text('resolved.at', { time: moment(at) });
  }
  if (detail.state === 'snoozed' && detail.snoozed_until) return text('snoozed.until', { time: moment(detail.snoozed_until) });
  if (detail.agent && (detail.state === 'open' || detail.state === 'waiting')) {
    return mine(detail) ? text(`state.${detail.state}.mine`) : text('state.with', { name: detail.agent.name });
  }
  return text(`state.${detail.state}`);
}

function Nothing(): JSX.Element {
  return (
    <section class="thread nothing" aria-label={text('thread')}>
      <svg class="drawing" viewBox="0 0 120 90" aria-hidden="true">
        <rect x="14" y="14" width="62" height="38" rx="14" />
        <path d="M30 28h30M30 38h18" />
        <rect class="second" x="46" y="40" width="60" height="34" rx="14" />
        <path class="second" d="M62 57h28" />
      </svg>
      <p>{text('nothing')}</p>
      <p class="muted">{text('nothing.hint')}</p>
    </section>
  );
}

function Log({ detail }: { detail: ConversationDetail }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const found = useRef<string | undefined>(undefined);
  const waiting = pending.value.filter(({ conversation }) => conversation === detail.id);
  const types = now.value - shopperTypes.value < 6_000 && detail.state !== 'assistant';
  const newest = detail.turns.at(-1);

  useLayoutEffect(() => {
    const element = box.current!;
    if (atEnd.current) element.scrollTop = element.scrollHeight;
  }, [detail.turns.length, waiting.length, types]);
  // What she looked for is in sight as soon as it is there.
  useLayoutEffect(() => {
    const wanted = wantedTurn.value && box.current!.querySelector(`[data-turn="${CSS.escape(wantedTurn.value)}"]`);
    // Once: what comes later does not take her back to it.
    if (!wanted || found.current === wantedTurn.value) return;
    found.current = wantedTurn.value;
    atEnd.current = false;
    wanted.scrollIntoView({ block: 'center' });
  }, [detail.id, wantedTurn.value, detail.turns.length]);
  // What stands below may take room away: the newest turn stays in sight.
  useEffect(() => {
    const element = box.current!;
    const sized = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    sized.observe(element);
    return () => sized.disconnect();
  }, []);

  return (
    <>
      <div
        ref={box}
        class="log"
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={text('thread')}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => (atEnd.current = scrollHeight - scrollTop - clientHeight < 40)}
      >
        <MergedParts detail={detail} />
        {detail.turns.map((turn, i) => [newDay(turn, detail.turns[i - 1]), <TurnView key={turn.id} turn={turn} before={detail.turns[i - 1]} detail={detail} />])}
        {detail.score && <p class="system given">{text('score')}: <ScoreGiven score={detail.score} /></p>}
        {waiting.map((item) => <PendingView key={item.key} item={item} detail={detail} />)}
        {types && <p class="types"><i /><i /><i /> {text('shopper.types')}</p>}
      </div>
      {/* Each finished turn of this conversation is heard once. */}
      <p class="hidden" role="status">{newest && newest.author === 'shopper' ? `${nameOf(detail)}: ${newest.text}` : ''}</p>
    </>
  );
}

function newDay(turn: Turn, before: Turn | undefined): JSX.Element | undefined {
  const date = day(turn.created_at);
  return before && day(before.created_at) === date ? undefined : <p key={`day-${turn.id}`} class="day"><time>{date}</time></p>;
}

/** Summaries in a model's words, by conversation, its last turn and the language they are in. */
const inWords = new Map<string, Summary>();

/** What the next person has to know, on top. All of it is written by a program, and says so. */
function SummaryCard({ summary, detail }: { summary: Summary; detail: ConversationDetail }): JSX.Element {
  // The log's own words are there at once; a model's may follow.
  const said = `${detail.id} ${detail.turns.at(-1)?.id} ${language.value}`;
  const worded = useSignal<Summary | undefined>(inWords.get(said));
  useEffect(() => {
    // Without a model there is nothing more to be told, and what was told is not asked again.
    if (!summary.wordable || inWords.has(said)) return undefined;
    let here = true;
    const tell = (newer: Summary): void => {
      inWords.set(said, newer);
      if (here) worded.value = newer;
    };
    void api.summary(detail.id).then(tell).catch(() => undefined);
    return () => {
      here = false;
    };
  }, [detail.id]);
  const { wanted, tried, sources = [], facts = [], mood } = summary;
  const told = worded.value?.text;
  return (
    <details class="summary" open={detail.state === 'queued'}>
      <summary>
        <Icon name="spark" />
        <strong>{text('summary')}</strong>
        <span class="gist" lang={told ? summary.language : detail.language} dir="auto">{told ?? wanted}</span>
        <Tag kind="machine">{text(told ? 'summary.model' : 'summary.log')}</Tag>
        <Icon name="down" />
      </summary>
      {told && <p class="told" lang={summary.language} dir="auto">{told}</p>}
      <dl>
        <Line title={text('summary.wanted')}><span lang={detail.language} dir="auto">{wanted}</span></Line>
        {detail.reason && <Line title={text('summary.why')}><bdi>{reasonWords(detail.reason)}</bdi></Line>}
        {tried.length > 0 && <Line title={text('summary.tried')}><ul lang={summary.language}>{tried.map((one, i) => <li key={i}><bdi>{one}</bdi></li>)}</ul></Line>}
        {sources.length > 0 && <Line title={text('summary.sources')}>{sources.map(({ article, title, heading }) => <Tag key={article}>{heading && heading !== title ? `${title} · ${heading}` : title}</Tag>)}</Line>}
        {facts.map(({ name, value }) => <Line key={name} title={name}><bdi>{value}</bdi></Line>)}
        {mood && <Line title={text('summary.mood')}><span class={`mood ${mood.label}`}>{text(`mood.${mood.label}`)}{mood.trend ? `, ${text(`trend.${mood.trend}`)}` : ''}</span></Line>}
      </dl>
    </details>
  );
}

const Line = ({ title, children }: { title: string; children: ComponentChildren }): JSX.Element => (
  <div>
    <dt>{title}</dt>
    <dd>{children}</dd>
  </div>
);

const MARKS: Partial<Record<Turn['author'], IconName>> = { note: 'note', assistant: 'spark' };

function TurnView({ turn, before, detail }: { turn: Turn; before: Turn | undefined; detail: ConversationDetail }): JSX.Element {
  const shown = useTranslation(turn, detail.id);
  if (turn.author === 'system') return <p class="system"><bdi>{turn.text}</bdi> <time>{time(turn.created_at)}</time></p>;
  const name = {
    shopper: nameOf(detail),
    assistant: text('assistant'),
    agent: turn.agent?.name ?? text('agent'),
    note: turn.agent?.name ?? text('agent'),
  }[turn.author];
  const follows = before?.author === turn.author && before.agent?.id === turn.agent?.id;
  const icon = MARKS[turn.author];
  return (
    <article data-turn={turn.id} class={`turn ${turn.author}${follows ? ' follows' : ''}${wantedTurn.value === turn.id ? ' wanted' : ''}`} aria-label={text('said', { name })}>
      {!follows && (
        <header>
          {turn.author !== 'assistant' && <Avatar name={name} id={turn.agent?.id ?? detail.shopper.id} small />}
          {icon && <Icon name={icon} />}
          <b><bdi>{name}</bdi></b>
          {turn.author === 'note' && <Tag kind="note">{text('note.only')}</Tag>}
          <time title={moment(turn.created_at)}>{time(turn.created_at)}</time>
        </header>
      )}
      <div class="body" dir="auto" lang={shown.language}>
        {turn.mentions?.length && shown.whole ? <p><Mentioning text={turn.text} mentions={turn.mentions} /></p> : turn.blocks && shown.whole ? <RichText nodes={turn.blocks} /> : <p>{shown.text}</p>}
      </div>
      {turn.files && <Files files={turn.files} conversation={detail.id} />}
      {turn.text && turn.status !== 'open' && may('redact-turns') && (
        // By keys it is a command, so that the messages are no stops on the way to the composer.
        <button type="button" class="icon redact" tabIndex={-1} aria-label={text('redact')} title={text('redact')} onClick={() => (redacting.value = turn)}><Icon name="erase" /></button>
      )}
      {turn.status === 'open' && <p class="types"><i /><i /><i /></p>}
      {shown.foot}
      {turn.sources && turn.sources.length > 0 && (
        <p class="sources">
          <span>{text('sources')}</span> {turn.sources.map((source) => <Tag key={source.article + (source.heading ?? '')}>{source.title}</Tag>)}
        </p>
      )}
      {turn.author === 'assistant' && <TurnMark turn={turn} detail={detail} />}
    </article>
  );
}

function PendingView({ item, detail }: { item: Pending; detail: ConversationDetail }): JSX.Element {
  const left = Math.max(0, Math.ceil((item.due - now.value) / 1000));
  const later = detail.turns.filter(({ seq, author }) => seq > item.seen && (author === 'shopper' || author === 'agent'));
  return (
    <article class={`turn ${item.kind === 'note' ? 'note' : 'agent'} pending ${item.phase}`} aria-label={text('sending')}>
      <div class="body" dir="auto"><p>{item.text}</p></div>
      <p class="fate" role={item.phase === 'undo' || item.phase === 'sending' ? undefined : 'alert'}>
        {item.phase === 'undo' && (
          <>
            <span class="countdown" style={{ animationDuration: `${UNDO_MS}ms` }} aria-hidden="true" />
            <span>{text('undo.left', { seconds: left })}</span>
            <button type="button" class="link" onClick={() => takeBack(remove(item.key))}>{text('undo')}</button>
            <button type="button" class="link" onClick={() => sendNow(item)}>{text('send.now')}</button>
          </>
        )}
        {item.phase === 'sending' && text(item.translateTo && !item.original ? 'sending.translated' : 'sending')}
        {item.phase === 'failed' && (
          <>
            <Icon name="warning" />
            <span>{item.problem?.message || text('unreachable')}</span>
            <button type="button" class="link" onClick={() => sendNow(item)}>{text('retry')}</button>
            <button type="button" class="link" onClick={() => takeBack(remove(item.key))}>{text('edit')}</button>
            {item.translateTo && !item.original && item.problem?.code.startsWith('translation-') && (
              <button type="button" class="link" onClick={() => sendAsWritten(item)}>{text('send.written')}</button>
            )}
          </>
        )}
        {item.phase === 'stale' && (
          <>
            <Icon name="warning" />
            <span>{count('stale', later.length || 1)}</span>
            <button type="button" class="link" onClick={() => takeBack(remove(item.key))}>{text('edit')}</button>
            <button type="button" class="link" onClick={() => sendAnyway(item, newestSeen(detail))}>{text('send.anyway')}</button>
          </>
        )}
      </p>
    </article>
  );
}

/** Two must not answer at once. */
function Collision({ detail }: { detail: ConversationDetail }): JSX.Element | null {
  const typing = othersIn(detail.id).filter(({ activity }) => activity === 'typing');
  if (!typing.length) return null;
  return (
    <p class="collision" role="status">
      <Icon name="warning" />
      {text('collision', { name: typing.map(({ name }) => name).join(', ') })}
    </p>
  );
}
