import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import * as api from '../api';
import type { Colleague } from '../contract';
import { colleagues, say } from '../desk';
import { languageName, text } from '../strings';
import { AskingButton, Choices, Field, Form, listed, Secret, useWork, words } from './office-parts';
import { Avatar, Tag } from './parts';
import { Sessions } from './sessions';

const ROLES = ['agent', 'lead', 'editor', 'publisher', 'admin'] as const;

const reload = async (): Promise<void> => {
  colleagues.value = await api.colleagues();
};

const read = (fields: FormData): Partial<Colleague> => ({
  display_name: words(fields, 'name'),
  languages: listed(fields, 'languages'),
  teams: words(fields, 'teams').split(/[,،]/).map((team) => team.trim()).filter(Boolean),
  roles: fields.getAll('roles').map(String),
});

export function TeamRoom(): JSX.Element {
  const work = useWork();
  const made = useSignal<{ of: string; password: string } | undefined>(undefined);
  const add = async (fields: FormData): Promise<void> => {
    const { account, password } = await api.addAccount({ ...read(fields), username: words(fields, 'username') });
    made.value = { of: account.username ?? account.display_name, password };
    await reload();
  };
  const reset = async ({ id, username = '' }: Colleague): Promise<void> => {
    made.value = { of: username, password: (await api.resetPassword(id)).password };
  };
  return (
    <>
      {made.value && <Secret of={made.value.of}>{made.value.password}</Secret>}
      {colleagues.value.map((one) => <Person key={one.id} person={one} onReset={() => work.run(() => reset(one))} />)}
      <details class="item new">
        <summary>{text('person.new')}</summary>
        <Form onSubmit={add} work={work}>
          <Field name="username" label={text('username')} required />
          <PersonFields />
          <footer><button class="primary" disabled={work.busy}>{text('add')}</button></footer>
        </Form>
      </details>
    </>
  );
}

function PersonFields({ person }: { person?: Colleague }): JSX.Element {
  return (
    <>
      <Field name="name" label={text('person.name')} value={person?.display_name ?? ''} required />
      <Field name="languages" label={text('person.languages')} value={person?.languages.join(', ') ?? ''} hint={text('person.languages.hint')} />
      <Field name="teams" label={text('person.teams')} value={person?.teams.join(', ') ?? ''} hint={text('person.teams.hint')} />
      <Choices name="roles" label={text('person.roles')} of={ROLES} chosen={person?.roles ?? ['agent']} words={(role) => text(`role.${role}`)} />
    </>
  );
}

function Person({ person, onReset }: { person: Colleague; onReset: () => void }): JSX.Element {
  const work = useWork();
  const shown = useSignal(false);
  const change = async (fields: FormData): Promise<void> => {
    await api.changeAccount(person.id, { ...read(fields), active: fields.has('active') });
    await reload();
    say(text('saved'));
  };
  return (
    <details class="item">
      <summary>
        <Avatar name={person.display_name} id={person.id} />
        <span><b><bdi>{person.display_name}</bdi></b> <small><bdi>{person.username}</bdi></small></span>
        <small>{person.languages.map(languageName).join(', ')}</small>
        {person.active ? person.roles.map((role) => <Tag key={role}>{text(`role.${role}`)}</Tag>) : <Tag kind="reason">{text('person.inactive')}</Tag>}
      </summary>
      <Form onSubmit={change} work={work}>
        <PersonFields person={person} />
        <label class="check"><input type="checkbox" name="active" defaultChecked={person.active} />{text('person.active')}</label>
        <footer>
          <AskingButton onClick={() => work.run(() => api.unlink(person.id).then(() => say(text('saved'))))}>{text('person.unlink')}</AskingButton>
          <AskingButton onClick={() => work.run(() => api.resetSecondFactor(person.id).then(() => say(text('saved'))))}>{text('person.factor')}</AskingButton>
          <AskingButton onClick={onReset}>{text('person.reset')}</AskingButton>
          <button class="primary" disabled={work.busy}>{text('save')}</button>
        </footer>
      </Form>
      <details class="where" onToggle={(event) => (shown.value = event.currentTarget.open)}>
        <summary>{text('person.sessions')}</summary>
        {shown.value && <section><Sessions account={person.id} /></section>}
      </details>
    </details>
  );
}
