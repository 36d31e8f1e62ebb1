import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { claim, giveBack, reopen, resolve, resolveAndNext, snooze, transfer } from '../acts';
import type { ConversationDetail } from '../contract';
import { colleagues, may, mine, user } from '../desk';
import { choosing } from '../macros';
import { day, languageName, text, time } from '../strings';
import { Icon } from './icons';
import { Avatar, Dialog, IconButton } from './parts';

/** Which dialog is open over the conversation. */
export const asking = signal<'transfer' | 'snooze' | undefined>(undefined);

/** What can be done with the conversation, the likely first. */
export function Actions({ detail }: { detail: ConversationDetail }): JSX.Element {
  const own = mine(detail);
  const { id, state } = detail;
  const going = state === 'open' || state === 'waiting' || state === 'snoozed';
  const canAct = own || may('lead-conversations');
  return (
    <div class="actions">
      {state === 'queued' && <button type="button" class="plain" onClick={() => void claim(id)} title="C">{text('claim')}</button>}
      {going && canAct && (
        <>
          <IconButton icon="transfer" label={text('transfer')} hotkey="T" onClick={() => (asking.value = 'transfer')} />
          {state !== 'snoozed' && <IconButton icon="snoozed" label={text('snooze')} hotkey="S" onClick={() => (asking.value = 'snooze')} />}
          <button type="button" class="plain resolve" onClick={() => void resolve(id)} title="E"><Icon name="check" />{text('resolve')}</button>
        </>
      )}
      {state === 'resolved' && <button type="button" class="plain" onClick={() => void reopen(id)}>{text('reopen')}</button>}
      {state !== 'closed' && <IconButton icon="macro" label={text('macros')} hotkey="M" onClick={() => (choosing.value = true)} />}
      {(going || state === 'queued') && (
        <>
          <IconButton icon="more" label={text('more')} target="more" />
          <div id="more" popover="auto" class="menu">
            {going && canAct && <button type="button" onClick={() => void resolveAndNext(id)}><Icon name="check" />{text('resolve.next')}</button>}
            {state !== 'snoozed' && canAct && <button type="button" onClick={() => void giveBack(id)}><Icon name="assistant" />{text('return')}</button>}
            {state === 'queued' && <button type="button" onClick={() => (asking.value = 'transfer')}><Icon name="transfer" />{text('transfer')}</button>}
          </div>
        </>
      )}
      {asking.value === 'transfer' && <Transfer detail={detail} />}
      {asking.value === 'snooze' && <Snooze detail={detail} />}
    </div>
  );
}

const close = (): void => {
  asking.value = undefined;
};

function Transfer({ detail }: { detail: ConversationDetail }): JSX.Element {
  const chosen = useSignal('');
  const others = colleagues.value.filter(({ id, active, roles }) => active && id !== user.value?.id && (roles.includes('agent') || roles.includes('lead')));
  const teams = [...new Set(colleagues.value.flatMap((colleague) => colleague.teams))].sort();
  // Whoever speaks the shopper's language comes first.
  others.sort((one, other) => Number(other.languages.includes(detail.language)) - Number(one.languages.includes(detail.language)));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const note = String(new FormData(event.currentTarget as HTMLFormElement).get('note') ?? '').trim();
    const [kind, name] = chosen.value.split(/ (.*)/s);
    void transfer(detail.id, { [kind === 'team' ? 'team' : 'agent']: name ?? '', ...(note ? { note } : {}) });
    close();
  };
  return (
    <Dialog title={text('transfer')} onClose={close}>
      <form onSubmit={submit}>
        <fieldset class="choices">
          <legend class="hidden">{text('transfer.to')}</legend>
          {teams.map((team) => (
            <label key={team}>
              <input type="radio" name="to" required checked={chosen.value === `team ${team}`} onChange={() => (chosen.value = `team ${team}`)} />
              <Icon name="inbox" />
              <span><b>{team}</b><small>{text('team')}</small></span>
            </label>
          ))}
          {others.map((other) => (
            <label key={other.id}>
              <input type="radio" name="to" required checked={chosen.value === `agent ${other.id}`} onChange={() => (chosen.value = `agent ${other.id}`)} />
              <Avatar name={other.display_name} id={other.id} />
              <span>
                <b>{other.display_name}</b>
                <small>{other.languages.map(languageName).join(', ')}</small>
              </span>
              {other.languages.includes(detail.language) && <span class="tag good">{text('speaks', { language: languageName(detail.language) })}</span>}
            </label>
          ))}
          {!others.length && !teams.length && <p class="empty">{text('transfer.nobody')}</p>}
        </fieldset>
        <label class="field">
          <span>{text('transfer.note')}</span>
          <textarea name="note" rows={3} dir="auto" />
          <small>{text('note.only')}</small>
        </label>
        <footer><button class="primary" disabled={!chosen.value}>{text('transfer.do')}</button></footer>
      </form>
    </Dialog>
  );
}

/** Times that agents mean when they say "later", in their own time zone. */
export function presets(now: Date): [string, Date][] {
  const at = (days: number, hour: number): Date => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const untilMonday = ((8 - now.getDay()) % 7) || 7;
  return [
    ['snooze.hour', new Date(now.getTime() + 3_600_000)],
    ['snooze.three', new Date(now.getTime() + 3 * 3_600_000)],
    ['snooze.tomorrow', at(1, 9)],
    ['snooze.monday', at(untilMonday, 9)],
  ];
}

function Snooze({ detail }: { detail: ConversationDetail }): JSX.Element {
  const go = (until: Date): void => {
    void snooze(detail.id, until);
    close();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    go(new Date(String(new FormData(event.currentTarget as HTMLFormElement).get('until'))));
  };
  const local = (date: Date): string => new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  return (
    <Dialog title={text('snooze')} onClose={close} kind="small">
      <div class="choices">
        {presets(new Date()).map(([key, until]) => (
          <button key={key} type="button" class="choice" onClick={() => go(until)}>
            <span>{text(key)}</span>
            <time>{`${day(until.getTime())}, ${time(until.getTime())}`}</time>
          </button>
        ))}
      </div>
      <form onSubmit={submit}>
        <label class="field">
          <span>{text('snooze.at')}</span>
          <input type="datetime-local" name="until" required min={local(new Date())} />
          <small>{Intl.DateTimeFormat().resolvedOptions().timeZone}. {text('snooze.hint')}</small>
        </label>
        <footer><button class="primary">{text('snooze')}</button></footer>
      </form>
    </Dialog>
  );
}
