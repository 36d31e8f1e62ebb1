import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import * as api from '../api';
import type { Me } from '../contract';
import { entered, left, user } from '../desk';
import { isProblem } from '../problem';
import { choose, language, languageName, offered, text } from '../strings';

/** Runs a form's work once at a time, and shows what went wrong beside it. */
function useWork(): { busy: boolean; fault: string; run: (work: () => Promise<Me>) => (event: Event) => void } {
  const busy = useSignal(false);
  const fault = useSignal('');
  return {
    busy: busy.value,
    fault: fault.value,
    run: (work) => (event) => {
      event.preventDefault();
      if (busy.value) return;
      busy.value = true;
      fault.value = '';
      work()
        .then(entered)
        .catch((error: unknown) => {
          if (!isProblem(error)) throw error;
          fault.value = error.message || text('unreachable');
        })
        .finally(() => (busy.value = false));
    },
  };
}

const value = (event: Event, name: string): string => String(new FormData(event.currentTarget as HTMLFormElement).get(name) ?? '');

function Field({ name, label, type = 'text', complete, hint, first }: { name: string; label: string; type?: string; complete: string; hint?: string; first?: boolean }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (first) input.current?.focus();
  }, [first]);
  return (
    <label class="field">
      <span>{label}</span>
      <input ref={input} name={name} type={type} autocomplete={complete} required dir={type === 'text' ? 'auto' : 'ltr'} aria-describedby={hint ? `${name}-hint` : undefined} />
      {hint && <small id={`${name}-hint`}>{hint}</small>}
    </label>
  );
}

function Door({ title, lead, children }: { title: string; lead?: string; children: ComponentChildren }): JSX.Element {
  return (
    <main class="door">
      <div class="card">
        <span class="tile" aria-hidden="true">B</span>
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
        {children}
      </div>
      <label class="tongue">
        <span class="hidden">{text('language')}</span>
        <select value={language.value} onChange={(event) => void choose(event.currentTarget.value)}>
          {offered.map((code) => (
            <option key={code} value={code} lang={code}>{new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? languageName(code)}</option>
          ))}
        </select>
      </label>
    </main>
  );
}

function Fault({ children }: { children: string }): JSX.Element {
  return <p class="fault" role="alert">{children}</p>;
}

export function SignIn(): JSX.Element {
  const { busy, fault, run } = useWork();
  return (
    <Door title={text('signin')} lead={text('signin.lead')}>
      <form onSubmit={(event) => run(() => api.login(value(event, 'username'), value(event, 'password')))(event)}>
        <Field name="username" label={text('username')} complete="username" first />
        <Field name="password" label={text('password')} type="password" complete="current-password" />
        <Fault>{fault}</Fault>
        <button class="primary wide" disabled={busy}>{text('signin')}</button>
      </form>
    </Door>
  );
}

/** Whoever got her password from somebody else chooses one of her own before anything. */
export function ChoosePassword(): JSX.Element {
  const { busy, fault, run } = useWork();
  return (
    <Door title={text('choose')} lead={text('choose.lead')}>
      <form onSubmit={(event) => run(() => api.changePassword(value(event, 'current'), value(event, 'chosen')))(event)}>
        <input type="text" autocomplete="username" value={user.value?.username} hidden readOnly />
        <Field name="current" label={text('password.current')} type="password" complete="current-password" first />
        <Field name="chosen" label={text('password.new')} type="password" complete="new-password" hint={text('password.hint')} />
        <Fault>{fault}</Fault>
        <button class="primary wide" disabled={busy}>{text('choose.do')}</button>
        <button type="button" class="plain wide" onClick={() => void api.logout(false).then(left, left)}>{text('signout')}</button>
      </form>
    </Door>
  );
}

/** The session is over: she signs in on top of her work, which stays as it is. */
export function SignInAgain(): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const { busy, fault, run } = useWork();
  useEffect(() => {
    const element = dialog.current!;
    if (api.expired.value && !element.open) element.showModal();
    if (!api.expired.value && element.open) element.close();
  });
  return (
    <dialog ref={dialog} class="again" aria-labelledby="again-title" onCancel={(event) => event.preventDefault()}>
      <h2 id="again-title">{text('again')}</h2>
      <p class="lead">{text('again.lead')}</p>
      {api.expired.value && (
        <form onSubmit={(event) => run(() => api.login(user.value?.username ?? '', value(event, 'password')))(event)}>
          <input type="text" autocomplete="username" value={user.value?.username} hidden readOnly />
          <Field name="password" label={text('password.of', { name: user.value?.display_name ?? '' })} type="password" complete="current-password" first />
          <Fault>{fault}</Fault>
          <button class="primary wide" disabled={busy}>{text('signin')}</button>
        </form>
      )}
    </dialog>
  );
}
