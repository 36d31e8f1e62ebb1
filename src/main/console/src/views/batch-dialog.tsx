import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { BulkRan, BulkResult, BulkStep } from '../contract';
import { openConversation, touch } from '../desk';
import { actionWords, batch, freshKey, preview, rowOf, run, type Batch } from '../macros';
import { isProblem } from '../problem';
import { clear } from '../selection';
import { languageName, text } from '../strings';
import { Icon } from './icons';
import { Dialog } from './parts';

const close = (): void => {
  batch.value = undefined;
};

/** First what would happen, conversation by conversation; then what did. */
export function BatchDialog({ asked }: { asked: Batch }): JSX.Element {
  const planned = useSignal<BulkRan | undefined>(undefined);
  const ran = useSignal<BulkRan | undefined>(undefined);
  const fault = useSignal('');
  const busy = useSignal(false);
  const key = useSignal(freshKey());

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    busy.value = true;
    fault.value = '';
    try {
      await work();
    } catch (error) {
      if (!isProblem(error)) throw error;
      fault.value = error.message || text('unreachable');
    } finally {
      busy.value = false;
    }
  };
  const look = (): void =>
    void attempt(async () => {
      planned.value = await preview(asked);
    });
  const go = (): void =>
    void attempt(async () => {
      const came = await run(asked, planned.value!.data, key.value);
      ran.value = came;
      came.data.forEach(({ conversation }) => touch(conversation));
      clear();
      if (!came.refused && !planned.value!.refused) close();
    });
  useEffect(look, [asked]);
  // What comes next is at hand as soon as there is something to decide.
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), [planned.value, ran.value]);

  /** Looks again at those that did not work. */
  const again = (failed: BulkResult[]): void => {
    batch.value = { ...asked, conversations: failed.map(({ conversation }) => conversation) };
    planned.value = undefined;
    ran.value = undefined;
    key.value = freshKey();
  };

  const failed = [...(ran.value?.data ?? []), ...(ran.value ? (planned.value?.data ?? []) : [])].filter(({ outcome }) => outcome === 'refused');
  return (
    <Dialog title={asked.title} onClose={close} kind="batch">
      {fault.value && <p class="fault" role="alert">{fault.value}</p>}
      {!planned.value && !fault.value && <p class="empty" role="status">{text('loading')}</p>}
      {planned.value && !ran.value && (
        <>
          <p role="status" class="sum">
            {text('batch.would', { count: planned.value.done })}
            {planned.value.refused > 0 && <> {text('batch.cannot', { count: planned.value.refused })}</>}
          </p>
          <ol class="results">{planned.value.data.map((one) => <Result key={one.conversation} result={one} />)}</ol>
        </>
      )}
      {ran.value && (
        <>
          <p role="status" class="sum">
            {text('batch.done', { count: ran.value.done })}
            {failed.length > 0 && <> {text('batch.failed', { count: failed.length })}</>}
          </p>
          <ol class="results">{failed.map((one) => <Result key={one.conversation} result={one} />)}</ol>
        </>
      )}
      <footer>
        {ran.value
          ? failed.length > 0 && <button type="button" class="plain" onClick={() => again(failed)}>{text('batch.again')}</button>
          : <button type="button" class="plain" onClick={close}>{text('cancel')}</button>}
        {ran.value
          ? <button ref={next} type="button" class="primary" onClick={close}>{text('close')}</button>
          : planned.value
            ? <button ref={next} type="button" class="primary" disabled={busy.value || !planned.value.done} onClick={go}>{text('batch.do')}</button>
            : fault.value && <button type="button" class="primary" onClick={look}>{text('retry')}</button>}
      </footer>
    </Dialog>
  );
}

function Result({ result: { conversation, outcome, steps = [], problem } }: { result: BulkResult }): JSX.Element {
  const row = rowOf(conversation);
  const name = row?.shopper.name ?? text('shopper.number', { number: (row?.shopper.id ?? conversation).slice(-4).toUpperCase() });
  const open = (): void => {
    close();
    void openConversation(conversation);
  };
  return (
    <li class={outcome}>
      <button type="button" class="link" onClick={open}><bdi>{name}</bdi></button>
      {problem && <p class="why"><Icon name="warning" /><span>{problem.detail}</span></p>}
      {steps.length > 0 && <ul>{steps.map((step, i) => <Step key={i} step={step} />)}</ul>}
    </li>
  );
}

function Step({ step: { action, changes, text: words, language } }: { step: BulkStep }): JSX.Element {
  return (
    <li class={changes ? undefined : 'muted'}>
      <span>{actionWords(action)}</span>
      {!changes && <small> {text('macro.already')}</small>}
      {words && <q dir="auto" lang={language} title={languageName(language ?? '')}>{words}</q>}
    </li>
  );
}
