import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { isProblem } from '../problem';
import { text } from '../strings';

export interface Work {
  busy: boolean;
  fault: string;
  run(work: () => Promise<unknown>): void;
}

/** Does one thing at a time, and keeps what went wrong. */
export function useWork(): Work {
  const busy = useSignal(false);
  const fault = useSignal('');
  return {
    busy: busy.value,
    fault: fault.value,
    run(work) {
      if (busy.value) return;
      busy.value = true;
      fault.value = '';
      work()
        .catch((error: unknown) => {
          if (!isProblem(error)) throw error;
          fault.value = error.message || text('unreachable');
        })
        .finally(() => (busy.value = false));
    },
  };
}

/** A form that hands over what is in it. */
export function Form({ onSubmit, work, children }: { onSubmit: (fields: FormData) => Promise<unknown>; work: Work; children: ComponentChildren }): JSX.Element {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const fields = new FormData(event.currentTarget);
        work.run(() => onSubmit(fields));
      }}
    >
      {children}
      {work.fault && <p class="fault" role="alert">{work.fault}</p>}
    </form>
  );
}

export function Field({ name, label, value = '', hint, required = false, type = 'text', lang }: { name: string; label: string; value?: string; hint?: string; required?: boolean; type?: 'text' | 'number' | 'area'; lang?: string }): JSX.Element {
  const common = { name, required, 'aria-describedby': hint ? `hint-${name}` : undefined, ...(lang ? { lang } : {}) };
  return (
    <label class="field">
      <span>{label}</span>
      {type === 'area' ? <textarea {...common} dir="auto" rows={3} defaultValue={value} /> : <input {...common} type={type} dir="auto" defaultValue={value} {...(type === 'number' ? { min: 1 } : {})} />}
      {hint && <small id={`hint-${name}`}>{hint}</small>}
    </label>
  );
}

export function Choices({ name, label, of, chosen = [], words }: { name: string; label: string; of: readonly string[]; chosen?: string[]; words?: (one: string) => string }): JSX.Element {
  return (
    <fieldset class="checks">
      <legend>{label}</legend>
      {of.map((one) => (
        <label key={one} class="check"><input type="checkbox" name={name} value={one} defaultChecked={chosen.includes(one)} />{words ? words(one) : <code>{one}</code>}</label>
      ))}
    </fieldset>
  );
}

/** A button for what cannot be taken back: it asks before it does it. */
export function AskingButton({ onClick, children: label }: { onClick: () => void; children: string }): JSX.Element {
  const asked = useSignal(false);
  const words = asked.value ? text('sure', { what: label }) : label;
  const press = (): void => {
    if (asked.value) onClick();
    asked.value = !asked.value;
  };
  return (
    <>
      <button type="button" class={asked.value ? 'primary danger' : 'plain'} onClick={press} onBlur={() => (asked.value = false)}>{words}</button>
      <span class="hidden" role="status">{asked.value && words}</span>
    </>
  );
}

/** A password or key, which the service does not tell again. */
export function Secret({ of, children }: { of: string; children: string }): JSX.Element {
  return (
    <p class="secret" role="status">
      <span><b><bdi>{of}</bdi></b> <code>{children}</code></span>
      <button type="button" class="plain" onClick={() => void navigator.clipboard.writeText(children)}>{text('secret.copy')}</button>
      <small>{text('secret.once')}</small>
    </p>
  );
}

export const words = (fields: FormData, name: string): string => String(fields.get(name) ?? '').trim();
export const listed = (fields: FormData, name: string): string[] => words(fields, name).split(/[\s,،]+/).filter(Boolean);
