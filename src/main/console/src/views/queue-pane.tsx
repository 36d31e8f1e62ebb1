import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ConversationInfo } from '../contract';
import { connected } from '../feed';
import { counts, held, listed, loaded, now, openConversation, openId, sort } from '../desk';
import { draftsChanged, hasDraft } from '../drafts';
import { SORTS, VIEWS, type Sort, type View } from '../queue';
import { reasonWords } from '../reasons';
import { FILTERED, isOurs, saved, view, viewName } from '../saved-views';
import { activeRow as active, clear, selectAll, selection, selectTo, toggle } from '../selection';
import { count, marketName, number, span, text } from '../strings';
import { BulkBar } from './bulk-bar';
import { Icon, type IconName } from './icons';
import { filtering } from './filter-dialog';
import { searching } from './search-dialog';
import { Due, IconButton, LanguageTag, Others, Tag } from './parts';

const VIEW_ICONS: Record<View, IconName> = {
  mine: 'mine',
  unassigned: 'inbox',
  all: 'all',
  mentions: 'mention',
  waiting: 'waiting',
  snoozed: 'snoozed',
  resolved: 'resolved',
  assistant: 'assistant',
};

export function Views(): JSX.Element {
  return (
    <nav class="views" aria-label={text('views')}>
      {VIEWS.map((name) => (
        <button key={name} type="button" aria-current={view.value === name ? 'true' : undefined} title={name === 'mentions' ? text('mentions.hint') : undefined} onClick={() => (view.value = name)}>
          <Icon name={VIEW_ICONS[name]} />
          <span>{text(`view.${name}`)}</span>
          {name !== 'resolved' && name !== 'assistant' && <Count of={name} />}
        </button>
      ))}
      {saved.value.map(({ id, name }) => (
        <button key={id} type="button" class="saved" aria-current={view.value === id ? 'true' : undefined} title={name} onClick={() => (view.value = id)}>
          <i class="letter" aria-hidden="true">{[...name][0]?.toUpperCase()}</i>
          <span dir="auto">{name}</span>
          <Count of={id} />
        </button>
      ))}
    </nav>
  );
}

function Count({ of }: { of: string }): JSX.Element {
  const there = counts.value[of] ?? 0;
  return <output aria-label={count('conversations', there)}>{number(there)}</output>;
}

/** Views that say in words of their own that nothing is there. */
const EMPTY = ['mine', 'unassigned', 'mentions'];

/** All rows are of one height, so that only those in sight have to be there. */
const ROW = 108;
const BEYOND = 6;

export function QueuePane(): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const top = useSignal(0);
  const height = useSignal(800);
  const rows = listed.value;
  const offered = [...VIEWS, ...saved.value.map(({ id }) => id), ...(view.value === FILTERED ? [FILTERED] : [])];

  useLayoutEffect(() => {
    const element = list.current!;
    const watch = new ResizeObserver(() => (height.value = element.clientHeight));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  // Before anybody can see it: a key pressed in between would be taken back.
  useLayoutEffect(() => {
    if (openId.value) active.value = openId.value;
  }, [openId.value]);

  const focus = (place: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, place))];
    if (!row) return;
    active.value = row.id;
    const element = list.current!;
    const from = rows.indexOf(row) * ROW;
    if (from < element.scrollTop) element.scrollTop = from;
    else if (from + ROW > element.scrollTop + element.clientHeight) element.scrollTop = from + ROW - element.clientHeight;
  };

  const press = (event: KeyboardEvent): void => {
    const place = rows.findIndex(({ id }) => id === active.value);
    const page = Math.max(1, Math.floor(height.value / ROW) - 1);
    const moves: Record<string, number> = { ArrowDown: place + 1, ArrowUp: Math.max(0, place - 1), Home: 0, End: rows.length - 1, PageDown: place + page, PageUp: place - page };
    const to = moves[event.key];
    if (to !== undefined) {
      if (event.shiftKey && active.value && !selection.value.size) toggle(active.value);
      focus(to);
      if (event.shiftKey) selectTo(active.value);
    } else if (event.key === 'Enter' && active.value) void openConversation(active.value);
    else if (event.key === ' ' && active.value) event.shiftKey ? selectTo(active.value) : toggle(active.value);
    else if (event.code === 'KeyA' && (event.ctrlKey || event.metaKey)) selectAll();
    else if (event.key === 'Escape' && selection.value.size) clear();
    else return;
    event.preventDefault();
  };

  const first = Math.max(0, Math.floor(top.value / ROW) - BEYOND);
  const last = Math.min(rows.length, Math.ceil((top.value + height.value) / ROW) + BEYOND);
  const place = rows.findIndex(({ id }) => id === active.value);
  const inSight = rows.slice(first, last).map((row, i) => [row, first + i] as const);
  // The one with the focus is always there, or nobody could hear of it.
  if (place >= 0 && (place < first || place >= last)) inSight.push([rows[place]!, place]);

  return (
    <section class="queue" aria-label={text('queue')}>
      <header>
        <h2 dir="auto">{viewName(view.value)}</h2>
        <select class="views-menu" aria-label={text('views')} value={view.value} onChange={(event) => (view.value = event.currentTarget.value)}>
          {offered.map((name) => <option key={name} value={name}>{`${viewName(name)}${counts.value[name] ? ` (${number(counts.value[name]!)})` : ''}`}</option>)}
        </select>
        <label class="sort">
          <span class="hidden">{text('sort')}</span>
          <select value={sort.value} onChange={(event) => (sort.value = event.currentTarget.value as Sort)}>
            {SORTS.map((name) => <option key={name} value={name}>{text(`sort.${name}`)}</option>)}
          </select>
        </label>
        <IconButton icon="search" label={text('search')} onClick={() => (searching.value = true)} />
        <IconButton icon="filter" label={text('filter')} pressed={!isOurs(view.value)} onClick={() => (filtering.value = true)} />
      </header>
      {!connected.value && <p class="banner" role="status">{text('lost')}</p>}
      <div
        ref={list}
        class="list"
        role="listbox"
        tabIndex={0}
        aria-label={viewName(view.value)}
        aria-multiselectable={selection.value.size > 0}
        aria-activedescendant={place >= 0 ? `row-${active.value}` : undefined}
        onScroll={(event) => (top.value = event.currentTarget.scrollTop)}
        onKeyDown={press}
        onFocus={() => place < 0 && rows[0] && (active.value = rows[0].id)}
        onPointerEnter={(event) => (held.value = event.pointerType === 'mouse')}
        onPointerLeave={() => (held.value = false)}
      >
        {/* What cannot be inside a listbox is not there, rather than hidden. */}
        {rows.length > 0 && <div class="room" role="presentation" style={{ height: `${rows.length * ROW}px` }}>
          {inSight.map(([row, i]) => <Row key={row.id} row={row} place={i} of={rows.length} active={row.id === active.value} />)}
        </div>}
      </div>
      <BulkBar />
      {!rows.length && <p class="empty">{loaded.value ? text(`empty.${EMPTY.includes(view.value) ? view.value : 'other'}`) : text('loading')}</p>}
    </section>
  );
}

function Row({ row, place, of, active }: { row: ConversationInfo; place: number; of: number; active: boolean }): JSX.Element {
  void draftsChanged.value;
  const name = row.shopper.name ?? text('shopper.number', { number: row.shopper.id.slice(-4).toUpperCase() });
  const waits = row.waits_since ? span(now.value - Date.parse(row.waits_since)) : undefined;
  const several = selection.value.size > 0;
  const selected = selection.value.has(row.id);
  const classes = ['row', several ? 'choosing' : '', selected ? 'selected' : '', row.id === openId.value ? 'open' : '', active ? 'active' : '', row.priority].filter(Boolean).join(' ');
  return (
    <div
      id={`row-${row.id}`}
      role="option"
      aria-selected={several ? selected : row.id === openId.value}
      aria-setsize={of}
      aria-posinset={place + 1}
      class={classes}
      style={{ transform: `translateY(${place * ROW}px)`, height: `${ROW}px` }}
      onClick={(event) => (event.shiftKey ? selectTo(row.id) : event.ctrlKey || event.metaKey ? toggle(row.id) : void openConversation(row.id))}
    >
      <div class="line">
        {/* For the pointer; Space and X do the same. */}
        <span
          class="pick"
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            event.shiftKey ? selectTo(row.id) : toggle(row.id);
          }}
        >
          {selected && <Icon name="check" />}
        </span>
        <strong class="name"><bdi>{name}</bdi></strong>
        {row.market && <span class="market" title={marketName(row.market)}>{row.market}</span>}
        <Others conversation={row.id} />
        {waits && <span class="waits" title={text('waits')}>{waits}</span>}
      </div>
      <div class="line snippet">
        {hasDraft(row.id) && <span class="has-draft"><Icon name="draft" /><span class="hidden">{text('draft')}: </span></span>}
        {row.last_author === 'agent' && <span class="by">{text('you.short')}</span>}
        <span dir="auto" lang={row.language}>{row.last_line ?? ''}</span>
      </div>
      <div class="line tags">
        <LanguageTag code={row.language} />
        <Due row={row} />
        {(row.priority === 'urgent' || row.priority === 'high') && <Tag kind={row.priority}>{text(`priority.${row.priority}`)}</Tag>}
      </div>
      <div class="line tags">
        {row.reason && <Tag kind="reason">{reasonWords(row.reason)}</Tag>}
        {row.channel && <Tag>{row.channel}</Tag>}
        {row.labels.map((label) => <Tag key={label}>{label}</Tag>)}
      </div>
    </div>
  );
}
