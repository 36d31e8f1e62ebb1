import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import * as api from '../api';
import type { Proposed, SecondFactorState } from '../contract';
import { sayProblem } from '../desk';
import { count, text } from '../strings';
import { Form, useWork, words } from './office-parts';

const CodeField = (): JSX.Element => (
  <label class="field">
    <span>{text('code')}</span>
    <input name="code" required autocomplete="one-time-code" dir="ltr" maxLength={40} />
  </label>
);

/** Sets up codes from an app beside the password, and shows what is left of those on paper. */
export function SecondFactor({ onDone }: { onDone?: () => void }): JSX.Element {
  const work = useWork();
  const state = useSignal<SecondFactorState | undefined>(undefined);
  const proposed = useSignal<Proposed | undefined>(undefined);
  const codes = useSignal<string[] | undefined>(undefined);
  const reload = async (): Promise<void> => {
    state.value = await api.secondFactor();
  };
  useEffect(() => void reload().catch(sayProblem), []);
  if (codes.value) {
    const kept = (): void => {
      codes.value = undefined;
      proposed.value = undefined;
      onDone ? onDone() : void reload().catch(sayProblem);
    };
    return (
      <>
        <p role="status">{text('factor.codes.hint')}</p>
        <ul class="codes" dir="ltr" aria-label={text('factor.codes')}>{codes.value.map((code) => <li key={code}><code>{code}</code></li>)}</ul>
        <footer>
          <button type="button" class="plain" onClick={() => void navigator.clipboard.writeText(codes.value!.join('\n'))}>{text('secret.copy')}</button>
          <button type="button" class="primary" onClick={kept}>{text('factor.codes.kept')}</button>
        </footer>
      </>
    );
  }
  if (proposed.value) {
    const { secret, qr } = proposed.value;
    return (
      <Form work={work} onSubmit={async (fields) => (codes.value = (await api.confirmSecondFactor(words(fields, 'code'))).recovery_codes)}>
        <p>{text('factor.scan')}</p>
        <svg class="qr" role="img" aria-label={text('factor.qr')} viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`} shape-rendering="crispEdges"><path d={qr.path} /></svg>
        <p>{text('factor.secret')} <code class="grouped" dir="ltr">{secret.match(/.{1,4}/g)!.join(' ')}</code></p>
        <CodeField />
        <footer><button class="primary" disabled={work.busy}>{text('factor.confirm')}</button></footer>
      </Form>
    );
  }
  if (state.value?.on) {
    return (
      <Form work={work} onSubmit={async (fields) => (await api.giveUpSecondFactor(words(fields, 'code')), await reload())}>
        <p role="status">{count('factor.left', state.value.recovery_codes_left)}</p>
        <CodeField />
        <footer><button class="plain" disabled={work.busy}>{text('factor.off')}</button></footer>
      </Form>
    );
  }
  return (
    <Form work={work} onSubmit={async (fields) => (proposed.value = await api.proposeSecondFactor(String(fields.get('current') ?? '')))}>
      <p>{text('factor.lead')}</p>
      <label class="field">
        <span>{text('password.current')}</span>
        <input name="current" type="password" autocomplete="current-password" required dir="ltr" />
      </label>
      <footer><button class="primary" disabled={work.busy}>{text('factor.begin')}</button></footer>
    </Form>
  );
}
