import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import * as api from '../api';
import type { Me } from '../contract';
import { entered, left, sayProblem, user } from '../desk';
import { isProblem, type Problem } from '../problem';
import { choose, language, offered, ownName, text } from '../strings';
import { SecondFactor } from './second-factor';
import { hindered, ProviderButton, useWays } from './provider';

/** Runs a form's work once at a time, and shows what went wrong beside it. */
function useWork(): { busy: boolean; fault: string; needsCode: boolean; run: (work: () => Promise<Me>) => (event: Event) => void } {
  const busy = useSignal(false);
  const fault = useSignal('');
  const needsCode = useSignal(false);
  return {
    busy: busy.value,
    fault: fault.value,
    needsCode: needsCode.value,
    run: (work) => (event) => {
      event.preventDefault();
      if (busy.value) return;
      busy.value = true;
      fault.value = '';
      work()
        .then(entered)
        .catch((error: unknown) => {
          if (!isProblem(error)) throw error;
          needsCode.value ||= error.code === 'code-required';
          fault.value = error.message || text('unreachable');
        })
        .finally(() => (busy.value = false));
    },
  };
}

const value = (event: Event, name: string): string => String(new FormData(event.currentTarget as HTMLFormElement).get(name) ?? '');

function Field({ name, label, type = 'text', complete, hint, first }: { name: string; label: string; type?: string; complete: string; hint?: string; first?: boolean }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  // Before anybody can see it: later it would take the keys from whoever has gone on to another field.
  useLayoutEffect(() => {
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
            <option key={code} value={code} lang={code}>{ownName(code)}</option>
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
  const { busy, fault, needsCode, run } = useWork();
  const ways = useWays();
  const insists = useSignal(false);
  const provider = ways?.provider;
  return (
    <Door title={text('signin')} lead={text('signin.lead')}>
      {hindered() && <Fault>{hindered()}</Fault>}
      {provider && <ProviderButton provider={provider} />}
      {provider && ways.passwords && <p class="or">{text('provider.or')}</p>}
      {ways && (ways.passwords || insists.value) && (
        <form onSubmit={(event) => run(() => api.login(value(event, 'username'), value(event, 'password'), value(event, 'code')))(event)}>
          <Field name="username" label={text('username')} complete="username" first />
          <Field name="password" label={text('password')} type="password" complete="current-password" />
          {needsCode && <Field name="code" label={text('code')} complete="one-time-code" first />}
          <Fault>{fault}</Fault>
          <button class={`wide ${provider ? 'plain' : 'primary'}`} disabled={busy}>{text('signin')}</button>
        </form>
      )}
      {ways && !ways.passwords && !insists.value && <button type="button" class="link" onClick={() => (insists.value = true)}>{text('provider.password')}</button>}
    </Door>
  );
}

/** A slip in a field that shows no letters would lock her out. */
export async function chosenTwice(fields: FormData): Promise<Me> {
  const given = (name: string): string => String(fields.get(name) ?? '');
  if (given('chosen') !== given('repeated')) throw { status: 0, code: 'passwords-differ', message: text('password.differ'), retryAfter: 0 } satisfies Problem;
  return api.changePassword(given('current'), given('chosen'));
}

export const PasswordFields = ({ first = false }: { first?: boolean }): JSX.Element => (
  <>
    <Field name="current" label={text('password.current')} type="password" complete="current-password" first={first} />
    <Field name="chosen" label={text('password.new')} type="password" complete="new-password" hint={text('password.hint')} />
    <Field name="repeated" label={text('password.repeat')} type="password" complete="new-password" />
  </>
);

/** Whoever got her password from somebody else chooses one of her own before anything. */
export function ChoosePassword(): JSX.Element {
  const { busy, fault, run } = useWork();
  return (
    <Door title={text('choose')} lead={text('choose.lead')}>
      <form onSubmit={(event) => run(() => chosenTwice(new FormData(event.currentTarget as HTMLFormElement)))(event)}>
        <input type="text" autocomplete="username" value={user.value?.username} hidden readOnly />
        <PasswordFields first />
        <Fault>{fault}</Fault>
        <button class="primary wide" disabled={busy}>{text('choose.do')}</button>
        <button type="button" class="plain wide" onClick={() => void api.logout(false).then(left, left)}>{text('signout')}</button>
      </form>
    </Door>
  );
}

/** Whose role needs more than a password sees to it before anything. */
export function SetUpSecondFactor(): JSX.Element {
  return (
    <Door title={text('factor.must')} lead={text('factor.must.lead')}>
      <div class="factor"><SecondFactor onDone={() => void api.me().then(entered, sayProblem)} /></div>
      <button type="button" class="plain wide" onClick={() => void api.logout(false).then(left, left)}>{text('signout')}</button>
    </Door>
  );
}

/** The session is over: she signs in on top of her work, which stays as it is. */
export function SignInAgain(): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const { busy, fault, needsCode, run } = useWork();
  const ways = useWays();
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
        <form onSubmit={(event) => run(() => api.login(user.value?.username ?? '', value(event, 'password'), value(event, 'code')))(event)}>
          <input type="text" autocomplete="username" value={user.value?.username} hidden readOnly />
          <Field name="password" label={text('password.of', { name: user.value?.display_name ?? '' })} type="password" complete="current-password" first />
          {needsCode && <Field name="code" label={text('code')} complete="one-time-code" first />}
          <Fault>{fault}</Fault>
          <button class="primary wide" disabled={busy}>{text('signin')}</button>
        </form>
      )}
      {api.expired.value && ways?.provider && <ProviderButton provider={ways.provider} />}
    </dialog>
  );
}
