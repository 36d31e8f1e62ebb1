import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import * as api from '../api';
import type { Turn } from '../contract';
import { current, putTurn, say, touch } from '../desk';
import { text, time } from '../strings';
import { Icon } from './icons';
import { useWork } from './office-parts';
import { Dialog } from './parts';

/** The turn that words are to be taken out of. */
export const redacting = signal<Turn | undefined>(undefined);

const close = (): void => {
  redacting.value = undefined;
};

/** The service counts characters, the browser counts in UTF-16. */
const characters = (words: string, units: number): number => [...words.slice(0, units)].length;

/** The newest, to choose another from. */
export function redactAny(): void {
  redacting.value = current.value?.turns.findLast(({ text: words }) => words);
}

/** She marks what has to go, sees what is left, and says that she means it. */
export function RedactDialog({ turn }: { turn: Turn }): JSX.Element {
  const area = useRef<HTMLTextAreaElement>(null);
  const marked = useSignal<[number, number]>([0, 0]);
  const sure = useSignal(false);
  const work = useWork();
  const [from, to] = marked.value;
  const some = to > from && to - from < turn.text.length;

  const mark = (): void => {
    const { selectionStart, selectionEnd } = area.current!;
    marked.value = [selectionStart, selectionEnd];
  };
  const turns = (current.value?.turns ?? []).filter(({ text: words }) => words);
  const choose = (id: string): void => {
    marked.value = [0, 0];
    redacting.value = turns.find((one) => one.id === id);
  };
  const go = (): void =>
    work.run(async () => {
      const spans = [{ from: characters(turn.text, from), to: characters(turn.text, to) }];
      const left = await api.redact(turn.id, some ? { spans } : { whole: true });
      const open = current.value;
      if (open) {
        putTurn(open.id, left);
        touch(open.id);
      }
      say(text('redact.done'));
      close();
    });

  return (
    <Dialog title={text('redact')} onClose={close} kind="redact">
      <label class="field">
        <span>{text('redact.turn')}</span>
        <select value={turn.id} onChange={(event) => choose(event.currentTarget.value)}>
          {turns.map(({ id, text: words, created_at }) => <option key={id} value={id}>{`${time(created_at)} ${words.slice(0, 60)}`}</option>)}
        </select>
      </label>
      <label class="field">
        <span>{text('redact.mark')}</span>
        <textarea ref={area} readOnly rows={6} dir="auto" lang={turn.language} value={turn.text} autofocus onSelect={mark} onKeyUp={mark} onPointerUp={mark} />
      </label>
      <p role="status" class="sum">{text(some ? 'redact.part' : 'redact.whole')} {some && <q dir="auto" lang={turn.language}>{turn.text.slice(from, to)}</q>}</p>
      <p class="why"><Icon name="warning" /><span>{text('redact.warning')}</span></p>
      <label class="check"><input type="checkbox" checked={sure.value} onChange={(event) => (sure.value = event.currentTarget.checked)} />{text('redact.sure')}</label>
      {work.fault && <p class="fault" role="alert">{work.fault}</p>}
      <footer>
        <button type="button" class="plain" onClick={close}>{text('cancel')}</button>
        <button type="button" class="primary danger" disabled={!sure.value || work.busy} onClick={go}>{text('redact.do')}</button>
      </footer>
    </Dialog>
  );
}
