import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import * as api from '../api';
import type { CaseField, Macro, MacroAction, Priority } from '../contract';
import { canned, colleagues, say } from '../desk';
import { fields } from '../fields';
import { actionWords, loadMacros, macros } from '../macros';
import { text } from '../strings';
import { AskingButton, Field, Form, useWork, words } from './office-parts';
import { IconButton } from './parts';

const KINDS: MacroAction['kind'][] = ['reply', 'note', 'add-labels', 'remove-labels', 'set-labels', 'priority', 'field', 'assign', 'snooze', 'resolve', 'return-to-assistant'];
const PRIORITIES: Priority[] = ['low', 'normal', 'high', 'urgent'];
const FRESH: Partial<Record<MacroAction['kind'], Partial<MacroAction>>> = { priority: { priority: 'high' }, assign: { agent: 'me' }, snooze: { minutes: 60 }, note: { text: '' } };

export function MacroRoom(): JSX.Element {
  const work = useWork();
  const fresh = useSignal(0);
  return (
    <>
      <p class="muted">{text('macros.hint')}</p>
      {macros.value.map((one) => <Item key={one.id} macro={one} />)}
      <details class="item new" key={`new-${fresh.value}`}>
        <summary>{text('macro.new')}</summary>
        <MacroForm
          work={work}
          save={async (name, actions) => {
            await api.addMacro({ name, actions });
            await loadMacros();
            fresh.value++;
          }}
          does={text('add')}
        />
      </details>
    </>
  );
}

function Item({ macro }: { macro: Macro }): JSX.Element {
  const work = useWork();
  return (
    <details class="item">
      <summary>
        <b><bdi>{macro.name}</bdi></b>
        <small>{macro.actions.map(actionWords).join(' · ')}</small>
      </summary>
      <MacroForm
        macro={macro}
        work={work}
        save={async (name, actions) => {
          await api.changeMacro({ id: macro.id, name, actions });
          await loadMacros();
          say(text('saved'));
        }}
        remove={() => work.run(() => api.removeMacro(macro.id).then(loadMacros))}
        does={text('save')}
      />
    </details>
  );
}

interface FormProps {
  macro?: Macro;
  work: ReturnType<typeof useWork>;
  save: (name: string, actions: MacroAction[]) => Promise<void>;
  remove?: () => void;
  does: string;
}

function MacroForm({ macro, work, save, remove, does }: FormProps): JSX.Element {
  const actions = useSignal<MacroAction[]>(macro?.actions ?? []);
  const set = (place: number, action: MacroAction): void => {
    actions.value = actions.value.map((one, i) => (i === place ? action : one));
  };
  const move = (place: number): void => {
    const next = [...actions.value];
    next.splice(place - 1, 0, ...next.splice(place, 1));
    actions.value = next;
  };
  const begun = (kind: MacroAction['kind']): MacroAction => ({ kind, ...FRESH[kind], ...(kind === 'reply' ? { canned_reply: canned.value[0]?.id ?? '' } : {}), ...(kind === 'field' ? firstField() : {}) });
  return (
    <Form onSubmit={(fields) => save(words(fields, 'name'), actions.value)} work={work}>
      <Field name="name" label={text('macro.name')} value={macro?.name ?? ''} required />
      <ol class="actions-list">
        {actions.value.map((action, i) => (
          <li key={`${i}-${action.kind}`}>
            <ActionFields action={action} onChange={(next) => set(i, next)} />
            {i > 0 && <IconButton icon="up" label={text('macro.earlier')} onClick={() => move(i)} />}
            <IconButton icon="close" label={text('macro.drop', { action: text(`does.${action.kind}`) })} onClick={() => (actions.value = actions.value.filter((_, at) => at !== i))} />
          </li>
        ))}
      </ol>
      <label class="row-field">
        <span>{text('macro.another')}</span>
        <select
          value=""
          onChange={(event) => {
            const kind = event.currentTarget.value as MacroAction['kind'] | '';
            event.currentTarget.value = '';
            if (kind) actions.value = [...actions.value, begun(kind)];
          }}
        >
          <option value="" />
          {KINDS.filter((kind) => kind !== 'field' || fields.value.length > 0).map((kind) => <option key={kind} value={kind}>{text(`does.${kind}`)}</option>)}
        </select>
      </label>
      <footer>
        {remove && <AskingButton onClick={remove}>{text('remove')}</AskingButton>}
        <button class="primary" disabled={work.busy || !actions.value.length}>{does}</button>
      </footer>
    </Form>
  );
}

/** A field with a value that it takes. */
const valued = (field: CaseField | undefined): Partial<MacroAction> => ({ field: field?.key ?? '', value: field?.choices?.[0]?.key ?? (field?.type === 'yes-no' ? 'yes' : '') });
const firstField = (): Partial<MacroAction> => valued(fields.value[0]);

function FieldAction({ action, onChange }: { action: MacroAction; onChange: (action: MacroAction) => void }): JSX.Element {
  const field = fields.value.find(({ key }) => key === action.field);
  const options: [string, string][] | undefined = field?.choices?.map(({ key, label }) => [key, label]) ?? (field?.type === 'yes-no' ? [['yes', text('yes')], ['no', text('no')]] : undefined);
  return (
    <div class="field pairs">
      <Choice label={text('does.field')} value={action.field ?? ''} of={fields.value.map(({ key, label }) => [key, label])} onChange={(key) => onChange({ kind: 'field', ...valued(fields.value.find((one) => one.key === key)) })} />
      {options
        ? <Choice label={text('macro.value')} value={action.value ?? ''} of={options} onChange={(value) => onChange({ ...action, value })} />
        : <label class="field"><span>{text('macro.value')}</span><input dir="auto" required value={action.value ?? ''} onInput={(event) => onChange({ ...action, value: event.currentTarget.value })} /></label>}
    </div>
  );
}

function ActionFields({ action, onChange }: { action: MacroAction; onChange: (action: MacroAction) => void }): JSX.Element {
  const label = text(`does.${action.kind}`);
  const teams = [...new Set(colleagues.value.flatMap((colleague) => colleague.teams))].sort();
  switch (action.kind) {
    case 'reply':
      return <Choice label={label} value={action.canned_reply ?? ''} of={canned.value.map(({ id, title }) => [id, title])} onChange={(canned_reply) => onChange({ ...action, canned_reply })} />;
    case 'note':
      return (
        <label class="field">
          <span>{label}</span>
          <textarea rows={2} dir="auto" required value={action.text ?? ''} onInput={(event) => onChange({ ...action, text: event.currentTarget.value })} />
        </label>
      );
    case 'add-labels':
    case 'remove-labels':
    case 'set-labels':
      return (
        <label class="field">
          <span>{label}</span>
          <input dir="auto" required={action.kind !== 'set-labels'} defaultValue={(action.labels ?? []).join(', ')} onInput={(event) => onChange({ ...action, labels: event.currentTarget.value.split(/[\s,،]+/).filter(Boolean) })} />
        </label>
      );
    case 'priority':
      return <Choice label={label} value={action.priority ?? 'normal'} of={PRIORITIES.map((one) => [one, text(`priority.${one}`)])} onChange={(priority) => onChange({ ...action, priority: priority as Priority })} />;
    case 'field':
      return <FieldAction action={action} onChange={onChange} />;
    case 'assign':
      return (
        <Choice
          label={label}
          value={action.team ? `team ${action.team}` : 'me'}
          of={[['me', text('macro.assign.me')], ...teams.map((team): [string, string] => [`team ${team}`, team])]}
          onChange={(to) => onChange({ kind: 'assign', ...(to === 'me' ? { agent: 'me' } : { team: to.slice(5) }) })}
        />
      );
    case 'snooze':
      return (
        <label class="field">
          <span>{text('macro.minutes')}</span>
          <input type="number" min={1} required value={action.minutes ?? 60} onInput={(event) => onChange({ ...action, minutes: Number(event.currentTarget.value) })} />
        </label>
      );
    default:
      return <p class="field">{label}</p>;
  }
}

function Choice({ label, value, of, onChange }: { label: string; value: string; of: [string, string][]; onChange: (value: string) => void }): JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {of.map(([one, words]) => <option key={one} value={one}>{words}</option>)}
      </select>
    </label>
  );
}
