import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Priority } from '../contract';
import { colleagues, say } from '../desk';
import { beginActions, choosing } from '../macros';
import { clear, selectAll, selection } from '../selection';
import { text } from '../strings';
import { Icon } from './icons';
import { Dialog, IconButton } from './parts';

const PRIORITIES: Priority[] = ['low', 'normal', 'high', 'urgent'];

/** What can be done with all that is selected. */
export function BulkBar(): JSX.Element | null {
  const labelling = useSignal(false);
  const n = selection.value.size;
  if (!n) return null;
  const people = colleagues.value.filter(({ active, roles }) => active && (roles.includes('agent') || roles.includes('lead')));
  const teams = [...new Set(colleagues.value.flatMap((colleague) => colleague.teams))].sort();
  const assign = (to: string): void => {
    const [kind, name = ''] = to.split(/ (.*)/s);
    beginActions(text('assign'), { kind: 'assign', [kind === 'team' ? 'team' : 'agent']: name });
  };
  return (
    <div class="bulk" role="group" aria-label={text('selected.do')}>
      <p>
        <output>{text('selected', { count: n })}</output>
        <button type="button" class="link" onClick={selectAll}>{text('select.all')}</button>
        <IconButton icon="close" label={text('select.none')} onClick={clear} />
      </p>
      <div>
        <button type="button" class="plain" onClick={() => (choosing.value = true)}><Icon name="macro" />{text('macro')}</button>
        <button type="button" class="plain" onClick={() => (labelling.value = true)}>{text('labels')}</button>
        <Menu label={text('priority')} options={PRIORITIES.map((one) => [one, text(`priority.${one}`)])} onPick={(priority) => beginActions(text('priority'), { kind: 'priority', priority: priority as Priority })} />
        <Menu label={text('assign')} options={[['agent me', text('macro.assign.me')], ...teams.map((team): [string, string] => [`team ${team}`, team]), ...people.map(({ id, display_name }): [string, string] => [`agent ${id}`, display_name])]} onPick={assign} />
        <button type="button" class="plain" onClick={() => beginActions(text('resolve'), { kind: 'resolve' })}><Icon name="check" />{text('resolve')}</button>
      </div>
      {labelling.value && <LabelDialog onClose={() => (labelling.value = false)} />}
    </div>
  );
}

/** A choice that does something at once and then stands at its name again. */
function Menu({ label, options, onPick }: { label: string; options: [string, string][]; onPick: (value: string) => void }): JSX.Element {
  return (
    <select
      class="plain"
      aria-label={label}
      value=""
      onChange={(event) => {
        const { value } = event.currentTarget;
        event.currentTarget.value = '';
        if (value) onPick(value);
      }}
    >
      <option value="">{label}</option>
      {options.map(([value, words]) => <option key={value} value={value}>{words}</option>)}
    </select>
  );
}

function LabelDialog({ onClose }: { onClose: () => void }): JSX.Element {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    const labels = String(fields.get('labels') ?? '').split(/[\s,،]+/).filter(Boolean);
    const kind = fields.get('how') === 'remove-labels' ? 'remove-labels' : 'add-labels';
    if (labels.some((label) => label.length > 40)) return say(text('label.long'), true);
    if (!labels.length) return;
    onClose();
    beginActions(text('labels'), { kind, labels });
  };
  return (
    <Dialog title={text('labels')} onClose={onClose} kind="small">
      <form onSubmit={submit}>
        <label class="field">
          <span>{text('labels')}</span>
          <input name="labels" dir="auto" required autofocus aria-describedby="labels-hint" />
          <small id="labels-hint">{text('labels.hint')}</small>
        </label>
        <fieldset class="checks">
          <legend class="hidden">{text('labels')}</legend>
          <label class="check"><input type="radio" name="how" value="add-labels" defaultChecked />{text('add')}</label>
          <label class="check"><input type="radio" name="how" value="remove-labels" />{text('remove')}</label>
        </fieldset>
        <footer><button class="primary">{text('batch.preview')}</button></footer>
      </form>
    </Dialog>
  );
}
