import type { JSX } from 'preact';
import { say, user } from '../desk';
import { text } from '../strings';
import { Form, useWork } from './office-parts';
import { over } from './palette';
import { Dialog } from './parts';
import { SecondFactor } from './second-factor';
import { Sessions } from './sessions';
import { chosenTwice, PasswordFields } from './sign-in';

/** Her own way in: password, second factor, and where she is signed in. */
export function Account(): JSX.Element {
  const work = useWork();
  const change = async (fields: FormData): Promise<void> => {
    await chosenTwice(fields);
    say(text('own.password.done'));
    over.value = undefined;
  };
  return (
    <Dialog title={text('own')} onClose={() => (over.value = undefined)} kind="own">
      <section>
        <h3>{text('sessions')}</h3>
        <Sessions />
      </section>
      <section>
        <h3>{text('factor')}</h3>
        <SecondFactor />
      </section>
      <section>
        <h3>{text('own.password')}</h3>
        <Form onSubmit={change} work={work}>
          <input type="text" autocomplete="username" value={user.value?.username} hidden readOnly />
          <PasswordFields />
          <footer><button class="primary" disabled={work.busy}>{text('save')}</button></footer>
        </Form>
      </section>
    </Dialog>
  );
}
