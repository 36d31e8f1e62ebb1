import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { claim, giveBack, resolve } from '../acts';
import * as api from '../api';
import { allowAlerts, desktopAlerts, sound } from '../alerts';
import { setStatus, status } from '../availability';
import type { Availability } from '../contract';
import { current, left, may, message, mine, neighbour, openConversation, openId, sayProblem, user } from '../desk';
import { panelOver } from '../fields';
import { singleKeys, type Command } from '../keyboard';
import { batch, begin, choosing, macros, targets } from '../macros';
import { view } from '../saved-views';
import { VIEWS } from '../queue';
import { clear, selection, toggleHere } from '../selection';
import { remembered } from '../remembered';
import { rooms } from '../rooms';
import { choose, language, offered, ownName, text } from '../strings';
import { whispers } from '../whispers';
import { asking } from './actions';
import { BatchDialog } from './batch-dialog';
import { BlockDialog, blocking } from './block-dialog';
import { compose } from './composer';
import { FilterDialog, filtering } from './filter-dialog';
import { Icon } from './icons';
import { OpenRoom } from './later';
import { InboxButton, openInbox } from './inbox';
import { MacroPicker } from './macro-picker';
import { MergeDialog, merging, others } from './merge-dialog';
import { over, Keys, Palette } from './palette';
import { Avatar, Dialog, IconButton, Key } from './parts';
import { QueuePane, Views } from './queue-pane';
import { redactAny, RedactDialog, redacting } from './redact-dialog';
import { SearchDialog, searching } from './search-dialog';
import { ShopperPanel } from './shopper-panel';
import { ThreadPane } from './thread-pane';

const listWidth = remembered<string>('list-width', '320');
const panelWidth = remembered<string>('panel-width', '300');

const going = (): boolean => ['open', 'waiting', 'snoozed'].includes(current.value?.state ?? '');
const canAct = (): boolean => going() && (mine(current.value) || may('lead-conversations'));
const step = (by: number) => (): void => void openConversation(neighbour(by)?.id ?? openId.value);

export const COMMANDS: Command[] = [
  { id: 'next', label: 'key.next', code: 'KeyJ', run: step(1) },
  { id: 'previous', label: 'key.previous', code: 'KeyK', run: step(-1) },
  { id: 'claim', label: 'claim', code: 'KeyC', run: () => claim(openId.value!), when: () => current.value?.state === 'queued' },
  { id: 'reply', label: 'reply', code: 'KeyR', run: () => compose('reply'), when: () => !!current.value },
  { id: 'note', label: 'note', code: 'KeyN', run: () => compose('note'), when: () => !!current.value },
  { id: 'transfer', label: 'transfer', code: 'KeyT', run: () => (asking.value = 'transfer'), when: canAct },
  { id: 'snooze', label: 'snooze', code: 'KeyS', run: () => (asking.value = 'snooze'), when: canAct },
  { id: 'resolve', label: 'resolve', code: 'KeyE', run: () => resolve(openId.value!), when: canAct },
  { id: 'return', label: 'return', code: 'KeyA', run: () => giveBack(openId.value!), when: canAct },
  { id: 'macro', label: 'macros', code: 'KeyM', run: () => (choosing.value = true), when: () => targets().length > 0 },
  { id: 'select', label: 'key.select', code: 'KeyX', run: toggleHere },
  { id: 'unselect', label: 'select.none', code: 'Escape', run: clear, when: () => selection.value.size > 0 },
  { id: 'redact', label: 'redact', run: redactAny, when: () => !!current.value && may('redact-turns') },
  { id: 'merge', label: 'merge', run: () => (merging.value = current.value), when: () => !!current.value && current.value.state !== 'closed' && others(current.value).length > 0 },
  { id: 'block', label: 'block', run: () => (blocking.value = current.value), when: () => !!current.value && !current.value.blocked && may('block-shoppers') },
  { id: 'list', label: 'key.list', code: 'KeyL', run: () => document.querySelector<HTMLElement>('.list')?.focus() },
  { id: 'filter', label: 'filter', code: 'KeyF', run: () => (filtering.value = true) },
  { id: 'search', label: 'search', code: 'Slash', run: () => (searching.value = true) },
  { id: 'inbox', label: 'inbox', code: 'KeyI', run: openInbox },
  { id: 'panel', label: 'panel', code: 'KeyP', run: () => (panelOver.value = !panelOver.value), when: () => !!current.value },
  ...VIEWS.map((name, i): Command => ({ id: `view-${name}`, label: `view.${name}`, code: `Digit${i + 1}`, run: () => (view.value = name) })),
  { id: 'office', label: 'office', run: () => (over.value = 'office'), when: () => rooms().length > 0 },
  { id: 'reports', label: 'reports', run: () => (over.value = 'reports'), when: () => may('read-reports') },
  { id: 'own', label: 'own', run: () => (over.value = 'own') },
  { id: 'keys', label: 'keys', code: 'Slash', shift: true, run: () => (over.value = 'keys') },
];

/** Each macro by its name, for what is selected or open. */
const macroCommands = (): Command[] => (targets().length ? macros.value.map((macro): Command => ({ id: macro.id, label: 'macro', words: macro.name, run: () => begin(macro) })) : []);

export function Shell(): JSX.Element {
  const style = { '--list': `${listWidth.value}px`, '--panel': `${panelWidth.value}px` };
  return (
    <div class={`shell${openId.value ? ' has-open' : ''}`} style={style}>
      <TopBar />
      <Views />
      <main>
        <QueuePane />
        <Edge width={listWidth} least={260} most={480} label={text('edge.list')} grows={1} />
        <ThreadPane onPanel={() => (panelOver.value = true)} />
        <Edge width={panelWidth} least={240} most={440} label={text('edge.panel')} grows={-1} kind="second" />
        <ShopperPanel />
      </main>
      {panelOver.value && current.value && (
        <Dialog title={text('panel')} onClose={() => (panelOver.value = false)} kind="side"><ShopperPanel /></Dialog>
      )}
      {over.value === 'palette' && <Palette commands={[...COMMANDS, ...macroCommands()]} />}
      {over.value === 'keys' && <Keys commands={COMMANDS} />}
      <OpenRoom />
      {filtering.value && <FilterDialog />}
      {searching.value && <SearchDialog />}
      {redacting.value && <RedactDialog turn={redacting.value} />}
      {merging.value && <MergeDialog detail={merging.value} />}
      {blocking.value && <BlockDialog detail={blocking.value} />}
      {choosing.value && <MacroPicker />}
      {batch.value && <BatchDialog asked={batch.value} />}
      <Toast />
    </div>
  );
}

function TopBar(): JSX.Element {
  const me = user.value!;
  return (
    <header class="top">
      <span class="tile" aria-hidden="true">B</span>
      <h1>Babeldesk</h1>
      <button type="button" class="find" aria-label={text('palette.find')} onClick={() => (over.value = 'palette')}>
        <Icon name="search" />
        <span>{text('palette.find')}</span>
        <Key>Ctrl K</Key>
      </button>
      <InboxButton />
      <label class={`status ${status.value}`}>
        <span class="hidden">{text('status')}</span>
        <select
          value={status.value}
          onChange={(event) => void setStatus(event.currentTarget.value as Availability).catch(sayProblem)}
        >
          {(['online', 'busy', 'away'] as const).map((one) => <option key={one} value={one}>{text(`status.${one}`)}</option>)}
        </select>
      </label>
      <button type="button" class="me" popovertarget="me" aria-label={text('account', { name: me.display_name })}>
        <Avatar name={me.display_name} id={me.id} />
      </button>
      <div id="me" popover="auto" class="menu account">
        <p><b>{me.display_name}</b><small>{me.username}</small></p>
        <label class="check">
          <input type="checkbox" checked={desktopAlerts.value === 'on'} onChange={(event) => (event.currentTarget.checked ? void allowAlerts() : (desktopAlerts.value = 'off'))} />
          {text('alerts.desktop')}
        </label>
        <label class="check">
          <input type="checkbox" checked={sound.value === 'on'} onChange={(event) => (sound.value = event.currentTarget.checked ? 'on' : 'off')} />
          {text('alerts.sound')}
        </label>
        <label class="check">
          <input type="checkbox" checked={whispers.value === 'on'} onChange={(event) => (whispers.value = event.currentTarget.checked ? 'on' : 'off')} />
          {text('whisper.wanted')}
        </label>
        <label class="check">
          <input type="checkbox" checked={singleKeys.value === 'on'} onChange={(event) => (singleKeys.value = event.currentTarget.checked ? 'on' : 'off')} />
          {text('keys.single')}
        </label>
        <label class="row-field">
          <span>{text('language')}</span>
          <select value={language.value} onChange={(event) => void choose(event.currentTarget.value)}>
            {offered.map((code) => <option key={code} value={code} lang={code}>{ownName(code)}</option>)}
          </select>
        </label>
        {may('read-reports') && <button type="button" onClick={() => (over.value = 'reports')}>{text('reports')}</button>}
        {rooms().length > 0 && <button type="button" onClick={() => (over.value = 'office')}>{text('office')}</button>}
        <button type="button" onClick={() => (over.value = 'own')}>{text('own')}</button>
        <button type="button" onClick={() => (over.value = 'keys')}>{text('keys')}<Key>?</Key></button>
        <button type="button" onClick={() => void api.logout(false).then(left, sayProblem)}>{text('signout')}</button>
        <button type="button" onClick={() => void api.logout(true).then(left, sayProblem)}>{text('signout.all')}</button>
      </div>
    </header>
  );
}

const STEP = 20;

/** The edge between two panes, to be moved by pointer or arrows. */
function Edge({ width, least, most, label, grows, kind = 'first' }: { width: typeof listWidth; least: number; most: number; label: string; grows: 1 | -1; kind?: string }): JSX.Element {
  const towardsEnd = (): number => (document.documentElement.dir === 'rtl' ? -grows : grows);
  const to = (wished: number): void => {
    width.value = String(Math.round(Math.max(least, Math.min(most, wished))));
  };
  return (
    <div
      class={`edge ${kind}`}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Number(width.value)}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        to(Number(width.value) + by * towardsEnd());
      }}
      onPointerDown={(event) => {
        const from = event.clientX;
        const before = Number(width.value);
        const edge = event.currentTarget;
        edge.setPointerCapture(event.pointerId);
        edge.onpointermove = (move) => to(before + (move.clientX - from) * towardsEnd());
        edge.onpointerup = () => (edge.onpointermove = null);
      }}
    />
  );
}

const TOAST_MS = 6_000;

function Toast(): JSX.Element {
  const shown = message.value;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Above the dialog that may be open.
    box.current?.hidePopover();
    box.current?.showPopover();
    if (!shown) return undefined;
    const timer = setTimeout(() => (message.value = undefined), TOAST_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <div ref={box} popover="manual" class="toasts" role={shown?.bad ? 'alert' : 'status'}>
      {shown && (
        <p class={`toast${shown.bad ? ' bad' : ''}`}>
          {shown.bad && <Icon name="warning" />}
          <span>{shown.text}</span>
          {shown.action && <button type="button" class="link" onClick={() => { message.value = undefined; shown.action?.run(); }}>{shown.action.label}</button>}
          <IconButton icon="close" label={text('close')} onClick={() => (message.value = undefined)} />
        </p>
      )}
    </div>
  );
}
