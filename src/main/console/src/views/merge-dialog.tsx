import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import * as api from '../api';
import type { ConversationDetail, Elsewhere } from '../contract';
import { openConversation, putRow, say, touch } from '../desk';
import { RichText } from '../rich-text';
import { moment, text, time } from '../strings';
import { useWork } from './office-parts';
import { Files } from './files';
import { Icon } from './icons';
import { Dialog } from './parts';

/** The conversation that is to go on in another. */
export const merging = signal<ConversationDetail | undefined>(undefined);

const close = (): void => {
  merging.value = undefined;
};

/** Those of the same shopper in which it could go on. */
export const others = ({ shopper }: ConversationDetail): NonNullable<ConversationDetail['shopper']['earlier']> => (shopper.earlier ?? []).filter(({ state }) => state !== 'closed');

export function MergeDialog({ detail }: { detail: ConversationDetail }): JSX.Element {
  const chosen = useSignal(others(detail)[0]?.id ?? '');
  const work = useWork();
  const go = (): void =>
    work.run(async () => {
      putRow(await api.merge(detail.id, chosen.value));
      touch(detail.id);
      say(text('merge.done'));
      close();
      await openConversation(chosen.value);
    });
  return (
    <Dialog title={text('merge')} onClose={close} kind="small">
      <fieldset class="choices">
        <legend>{text('merge.into')}</legend>
        {others(detail).map((one) => (
          <label key={one.id}>
            <input type="radio" name="into" checked={chosen.value === one.id} onChange={() => (chosen.value = one.id)} />
            <span><b dir="auto">{one.last_line ?? text('conversation')}</b><small>{moment(one.created_at)} · {text(`state.${one.state}`)}</small></span>
          </label>
        ))}
      </fieldset>
      <p class="why"><Icon name="warning" /><span>{text('merge.warning')}</span></p>
      {work.fault && <p class="fault" role="alert">{work.fault}</p>}
      <footer>
        <button type="button" class="plain" onClick={close}>{text('cancel')}</button>
        <button type="button" class="primary" disabled={!chosen.value || work.busy} onClick={go}>{text('merge.do')}</button>
      </footer>
    </Dialog>
  );
}

/** What was said in the conversations that go on in this one, and where this one goes on. */
export function MergedParts({ detail }: { detail: ConversationDetail }): JSX.Element {
  const { merged = [], merged_into: into } = detail;
  return (
    <>
      {merged.map((one) => <Part key={one.id} part={one} />)}
      {into && <p class="system"><button type="button" class="link" onClick={() => void openConversation(into)}>{text('merge.elsewhere')}</button></p>}
    </>
  );
}

function Part({ part: { id, created_at, turns } }: { part: Elsewhere }): JSX.Element {
  const who = { shopper: text('shopper'), assistant: text('assistant'), agent: text('agent'), note: text('note'), system: '' };
  return (
    <details class="merged">
      <summary><Icon name="merge" /><span>{text('merge.from', { time: moment(created_at) })}</span><Icon name="down" /></summary>
      {turns.map((turn) => (
        <div key={turn.id} class={turn.author}>
          <small>{turn.author !== 'system' && <bdi>{turn.agent?.name ?? who[turn.author]}</bdi>} {time(turn.created_at)}</small>
          <div dir="auto" lang={turn.language}>{turn.blocks ? <RichText nodes={turn.blocks} /> : <p>{turn.text}</p>}</div>
          {turn.files && <Files files={turn.files} conversation={id} />}
        </div>
      ))}
      <button type="button" class="link small" onClick={() => void openConversation(id)}>{text('merge.open')}</button>
    </details>
  );
}
