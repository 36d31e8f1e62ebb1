import type { JSX } from 'preact';
import { setField } from '../acts';
import type { CaseField, ConversationDetail } from '../contract';
import { fields } from '../fields';
import { text } from '../strings';

/** What the shop wants to know of each conversation, to be filled in. */
export function CaseFields({ detail }: { detail: ConversationDetail }): JSX.Element | null {
  if (!fields.value.length) return null;
  return (
    <dl class="case-fields">
      {fields.value.map((field) => (
        <div key={field.key}>
          <dt><label for={`field-${field.key}`}><bdi>{field.label}</bdi>{field.required && <span class="must" title={text('field.required')}> *</span>}</label></dt>
          <dd><Input key={detail.id} field={field} detail={detail} /></dd>
        </div>
      ))}
    </dl>
  );
}

function Input({ field, detail }: { field: CaseField; detail: ConversationDetail }): JSX.Element {
  const value = detail.fields?.[field.key] ?? '';
  const common = { id: `field-${field.key}`, 'aria-required': field.required };
  const set = (given: string): void => {
    if (given.trim() !== value) void setField(detail, field.key, given.trim() || null);
  };
  const options: [string, string][] | undefined = field.type === 'choice' ? (field.choices ?? []).map(({ key, label }) => [key, label]) : field.type === 'yes-no' ? [['yes', text('yes')], ['no', text('no')]] : undefined;
  if (options) {
    return (
      <select {...common} value={value} onChange={(event) => set(event.currentTarget.value)}>
        <option value="">–</option>
        {options.map(([key, label]) => <option key={key} value={key}>{label}</option>)}
      </select>
    );
  }
  return (
    <input
      {...common}
      type="text"
      inputMode={field.type === 'number' ? 'decimal' : 'text'}
      dir="auto"
      maxLength={500}
      value={value}
      onBlur={(event) => set(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && set(event.currentTarget.value)}
    />
  );
}
