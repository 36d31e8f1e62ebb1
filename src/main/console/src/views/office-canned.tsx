import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import * as api from '../api';
import type { Canned } from '../contract';
import { canned, say } from '../desk';
import { language, languageName, offered, text } from '../strings';
import { AskingButton, Field, Form, useWork, words } from './office-parts';

const VARIABLES = '{{shopper.name}}, {{agent.name}}';

const reload = async (): Promise<void> => {
  canned.value = await api.canned();
};

function read(fields: FormData): Omit<Canned, 'id'> {
  const texts = [...fields.keys()].filter((key) => key.startsWith('text-')).map((key) => [key.slice(5), words(fields, key)] as const);
  return { shortcut: words(fields, 'shortcut'), title: words(fields, 'title'), texts: Object.fromEntries(texts.filter(([, written]) => written)) };
}

export function CannedRoom(): JSX.Element {
  const work = useWork();
  const fresh = useSignal(0);
  const add = async (fields: FormData): Promise<void> => {
    await api.addCanned(read(fields));
    await reload();
    fresh.value++;
  };
  return (
    <>
      {canned.value.map((one) => <Reply key={one.id} reply={one} />)}
      <details class="item new" key={fresh.value}>
        <summary>{text('canned.new')}</summary>
        <Form onSubmit={add} work={work}>
          <ReplyFields />
          <footer><button class="primary" disabled={work.busy}>{text('add')}</button></footer>
        </Form>
      </details>
    </>
  );
}

function ReplyFields({ reply }: { reply?: Canned }): JSX.Element {
  const languages = useSignal(Object.keys(reply?.texts ?? { [language.value]: '' }));
  const others = offered.filter((code) => !languages.value.includes(code));
  return (
    <>
      <Field name="shortcut" label={text('canned.shortcut')} value={reply?.shortcut ?? ''} required />
      <Field name="title" label={text('canned.title')} value={reply?.title ?? ''} required />
      {languages.value.map((code) => (
        <Field key={code} name={`text-${code}`} type="area" lang={code} label={text('canned.text', { language: languageName(code) })} value={reply?.texts[code] ?? ''} />
      ))}
      <small>{text('canned.variables', { names: VARIABLES })}</small>
      {others.length > 0 && (
        <label class="row-field">
          <span>{text('canned.another')}</span>
          <select value="" onChange={(event) => (languages.value = [...languages.value, event.currentTarget.value])}>
            <option value="" />
            {others.map((code) => <option key={code} value={code}>{languageName(code)}</option>)}
          </select>
        </label>
      )}
    </>
  );
}

function Reply({ reply }: { reply: Canned }): JSX.Element {
  const work = useWork();
  const change = async (fields: FormData): Promise<void> => {
    await api.changeCanned({ id: reply.id, ...read(fields) });
    await reload();
    say(text('saved'));
  };
  return (
    <details class="item">
      <summary>
        <code>/{reply.shortcut}</code>
        <b><bdi>{reply.title}</bdi></b>
        <small>{Object.keys(reply.texts).map(languageName).join(', ')}</small>
      </summary>
      <Form onSubmit={change} work={work}>
        <ReplyFields reply={reply} />
        <footer>
          <AskingButton onClick={() => work.run(() => api.removeCanned(reply.id).then(reload))}>{text('remove')}</AskingButton>
          <button class="primary" disabled={work.busy}>{text('save')}</button>
        </footer>
      </Form>
    </details>
  );
}
