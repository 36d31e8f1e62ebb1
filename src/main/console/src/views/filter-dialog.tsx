import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Filter, Priority } from '../contract';
import { rows, say, user } from '../desk';
import { ACTIVE, passes } from '../queue';
import { filterOf, isOurs, lookThrough, remove, save, saved, view } from '../saved-views';
import { count, languageName, text } from '../strings';
import { Form, useWork } from './office-parts';
import { Dialog } from './parts';

/** Whether she is asked what to look for. */
export const filtering = signal(false);

const PRIORITIES: Priority[] = ['urgent', 'high', 'normal', 'low'];

const close = (): void => {
  filtering.value = false;
};

/** What to look for, beginning with what is looked at; with a name it becomes one of her views. */
export function FilterDialog(): JSX.Element {
  const filter = useSignal<Filter>(filterOf(view.value));
  const hers = isOurs(view.value) ? undefined : saved.value.find(({ id }) => id === view.value);
  const name = useSignal(hers?.name ?? '');
  const work = useWork();
  const all = [...rows.value.values()];
  const found = all.filter((row) => passes(row, filter.value, user.value?.id ?? '')).length;

  const set = (field: 'assignee' | 'language' | 'label' | 'priority', value: string): void => {
    const { [field]: _, ...rest } = filter.value;
    filter.value = { ...rest, ...(value ? { [field]: value } : {}) };
  };
  const toggle = (state: Filter['states'][number], on: boolean): void => {
    filter.value = { ...filter.value, states: ACTIVE.filter((one) => (one === state ? on : filter.value.states.includes(one))) };
  };
  const submit = async (): Promise<void> => {
    const called = name.value.trim();
    if (called) {
      await save(called, filter.value, hers?.id);
      say(text('saved'));
    } else lookThrough(filter.value);
    close();
  };
  const offered = (of: string[], chosen: string | undefined): string[] => [...new Set([...of, ...(chosen ? [chosen] : [])])].sort();

  return (
    <Dialog title={text('filter')} onClose={close} kind="filter">
      <Form onSubmit={submit} work={work}>
        <fieldset class="checks">
          <legend>{text('filter.state')}</legend>
          {ACTIVE.map((state) => (
            <label key={state} class="check">
              <input type="checkbox" checked={filter.value.states.includes(state)} onChange={(event) => toggle(state, event.currentTarget.checked)} />
              {text(`state.${state}`)}
            </label>
          ))}
        </fieldset>
        <div class="pairs">
          <Choice label={text('filter.assignee')} value={filter.value.assignee} of={['me', 'none']} words={(one) => text(one === 'me' ? 'view.mine' : 'view.unassigned')} onChange={(value) => set('assignee', value)} />
          <Choice label={text('priority')} value={filter.value.priority} of={PRIORITIES} words={(one) => text(`priority.${one}`)} onChange={(value) => set('priority', value)} />
          <Choice label={text('language')} value={filter.value.language} of={offered(all.map(({ language }) => language), filter.value.language)} words={languageName} onChange={(value) => set('language', value)} />
          <Choice label={text('filter.label')} value={filter.value.label} of={offered(all.flatMap(({ labels }) => labels), filter.value.label)} words={(one) => one} onChange={(value) => set('label', value)} />
        </div>
        <p role="status" class="muted">{count('conversations', found)}</p>
        <label class="field">
          <span>{text('filter.name')}</span>
          <input dir="auto" maxLength={60} value={name.value} required={!!hers} aria-describedby="filter-name" onInput={(event) => (name.value = event.currentTarget.value)} />
          <small id="filter-name">{text('filter.name.hint')}</small>
        </label>
        <footer>
          {hers && <button type="button" class="plain" disabled={work.busy} onClick={() => work.run(() => remove(hers.id).then(close))}>{text('remove')}</button>}
          <button class="primary" disabled={work.busy}>{text(name.value.trim() ? 'save' : 'filter.show')}</button>
        </footer>
      </Form>
    </Dialog>
  );
}

function Choice({ label, value = '', of, words, onChange }: { label: string; value: string | undefined; of: readonly string[]; words: (one: string) => string; onChange: (value: string) => void }): JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{text('filter.any')}</option>
        {of.map((one) => <option key={one} value={one}>{words(one)}</option>)}
      </select>
    </label>
  );
}
