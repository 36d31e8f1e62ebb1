import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import * as api from '../api';
import type { ApiKey, AuditEntry } from '../contract';
import { colleagues, sayProblem, user } from '../desk';
import { moment, text } from '../strings';
import { AskingButton, Choices, Field, Form, Secret, useWork, words } from './office-parts';

const nameOf = (account: string): string => colleagues.value.find(({ id }) => id === account)?.display_name ?? account;

export function KeysRoom(): JSX.Element {
  const work = useWork();
  const keys = useSignal<ApiKey[]>([]);
  const made = useSignal<{ of: string; key: string } | undefined>(undefined);
  const reload = async (): Promise<void> => {
    keys.value = await api.apiKeys();
  };
  useEffect(() => void reload().catch(sayProblem), []);
  const make = async (fields: FormData): Promise<void> => {
    const name = words(fields, 'name');
    const days = Number(fields.get('days'));
    const scopes = fields.getAll('scopes').map(String);
    made.value = { of: name, key: (await api.makeKey({ account: words(fields, 'account'), name, scopes, ...(days ? { expires_in_days: days } : {}) })).key };
    await reload();
  };
  return (
    <>
      {made.value && <Secret of={made.value.of}>{made.value.key}</Secret>}
      {!keys.value.length && <p class="muted">{text('apikey.none')}</p>}
      {keys.value.map((key) => (
        <div key={key.id} class="item line">
          <span><b><bdi>{key.name}</bdi></b> <small><bdi>{nameOf(key.account)}</bdi>{key.expires_at ? `, ${text('apikey.until', { time: moment(key.expires_at) })}` : ''}</small></span>
          <small><code>{key.scopes.join(' ')}</code></small>
          <AskingButton onClick={() => work.run(() => api.revokeKey(key.id).then(reload))}>{text('apikey.revoke', { name: key.name })}</AskingButton>
        </div>
      ))}
      <details class="item new">
        <summary>{text('apikey.new')}</summary>
        <Form onSubmit={make} work={work}>
          <Field name="name" label={text('apikey.name')} required />
          <label class="field">
            <span>{text('apikey.account')}</span>
            <select name="account">{colleagues.value.filter(({ active }) => active).map(({ id, display_name: name }) => <option key={id} value={id} selected={id === user.value?.id}>{name}</option>)}</select>
          </label>
          <Field name="days" label={text('apikey.days')} type="number" value="90" />
          <Choices name="scopes" label={text('apikey.scopes')} of={user.value?.rights ?? []} />
          <footer><button class="primary" disabled={work.busy}>{text('add')}</button></footer>
        </Form>
      </details>
    </>
  );
}

/** Who did what, the newest first. */
export function AuditRoom(): JSX.Element {
  const work = useWork();
  const entries = useSignal<AuditEntry[]>([]);
  const next = useSignal<string | undefined>(undefined);
  const load = async (): Promise<void> => {
    const page = await api.audit(next.value);
    entries.value = [...entries.value, ...page.data];
    next.value = page.has_more ? page.next_cursor : undefined;
  };
  useEffect(() => void load().catch(sayProblem), []);
  const who = (actor: string): string => (actor === 'system' || actor === 'nobody' ? text(`audit.${actor}`) : nameOf(actor));
  return (
    <>
      <div class="wide-table" tabIndex={0} role="region" aria-label={text('office.audit')}>
        <table>
          <thead><tr>{['when', 'who', 'what', 'subject'].map((one) => <th key={one} scope="col">{text(`audit.${one}`)}</th>)}</tr></thead>
          <tbody>
            {entries.value.map((entry) => (
              <tr key={entry.number}>
                <td><time>{moment(entry.at)}</time></td>
                <td><bdi>{who(entry.actor)}</bdi></td>
                <td><code>{entry.action}</code>{entry.detail && <small> <bdi>{entry.detail}</bdi></small>}</td>
                <td><bdi>{nameOf(entry.subject)}</bdi></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {next.value && <button type="button" class="plain" disabled={work.busy} onClick={() => work.run(load)}>{text('audit.more')}</button>}
    </>
  );
}
