import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import * as api from '../api';
import type { Blocked, ConversationDetail } from '../contract';
import { may, openId, say, touch } from '../desk';
import { moment, text } from '../strings';
import { Icon } from './icons';
import { Form, useWork, words } from './office-parts';
import { Dialog } from './parts';

/** Whose conversation it is whom she wants to keep out. */
export const blocking = signal<ConversationDetail | undefined>(undefined);

const close = (): void => {
  blocking.value = undefined;
};

const DAY_MS = 86_400_000;
const LENGTHS = [['block.day', 1], ['block.week', 7], ['block.month', 30], ['block.ever', 0]] as const;

export function BlockDialog({ detail }: { detail: ConversationDetail }): JSX.Element {
  const work = useWork();
  const days = useSignal(7);
  const go = async (fields: FormData): Promise<void> => {
    const until = days.value ? new Date(Date.now() + days.value * DAY_MS).toISOString() : undefined;
    await api.block(detail.shopper.id, words(fields, 'reason'), until);
    touch(detail.id);
    say(text('block.done'));
    close();
  };
  return (
    <Dialog title={text('block')} onClose={close} kind="small">
      <Form onSubmit={go} work={work}>
        <label class="field">
          <span>{text('block.reason')}</span>
          <textarea name="reason" rows={2} dir="auto" required maxLength={500} autofocus aria-describedby="block-hint" />
          <small id="block-hint">{text('note.only')}</small>
        </label>
        <fieldset class="checks">
          <legend>{text('block.length')}</legend>
          {LENGTHS.map(([key, of]) => (
            <label key={key} class="check"><input type="radio" name="length" checked={days.value === of} onChange={() => (days.value = of)} />{text(key)}</label>
          ))}
        </fieldset>
        <p class="why"><Icon name="warning" /><span>{text('block.warning')}</span></p>
        <footer>
          <button type="button" class="plain" onClick={close}>{text('cancel')}</button>
          <button class="primary danger" disabled={work.busy}>{text('block.do')}</button>
        </footer>
      </Form>
    </Dialog>
  );
}

/** Since when a shopper is kept out and why; whoever may lets her in again or keeps her out. */
export function BlockState({ detail }: { detail: ConversationDetail }): JSX.Element | null {
  const { blocked } = detail;
  if (blocked) {
    return (
      <div class="blocked" role="note">
        <p><Icon name="block" /><b>{blockWords(blocked)}</b></p>
        <p><bdi>{blocked.reason}</bdi> <small><bdi>{blocked.by.name}</bdi>, {moment(blocked.since)}</small></p>
        {may('block-shoppers') && <button type="button" class="link" onClick={() => void unblock(detail.shopper.id, detail.id)}>{text('unblock')}</button>}
      </div>
    );
  }
  return may('block-shoppers') ? <button type="button" class="link block" onClick={() => (blocking.value = detail)}>{text('block')}</button> : null;
}

export const blockWords = ({ until }: Pick<Blocked, 'until'>): string => (until ? text('blocked.until', { time: moment(until) }) : text('blocked'));

export async function unblock(shopper: string, conversation?: string): Promise<void> {
  await api.unblock(shopper).then(
    () => {
      say(text('unblock.done'));
      const read = conversation ?? openId.value;
      if (read) touch(read);
    },
    (error: { message?: string }) => say(error.message || text('unreachable'), true),
  );
}
