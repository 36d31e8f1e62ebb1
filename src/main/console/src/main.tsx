import { render } from 'preact';
import type { JSX } from 'preact';
import * as api from './api';
import { watchPresence } from './availability';
import { entered, left, start, user } from './desk';
import { listen } from './keyboard';
import { rooms } from './rooms';
import { preferred, speak, text } from './strings';
import { watchTranslation } from './translation';
import { wanted } from './views/composer';
import { OpenRoom } from './views/later';
import { over } from './views/palette';
import { COMMANDS, Shell } from './views/shell';
import { ChoosePassword, SetUpSecondFactor, SignIn, SignInAgain } from './views/sign-in';

function Console(): JSX.Element | null {
  const who = user.value;
  if (who === undefined) return null;
  if (who === null) return <SignIn />;
  if (who.must_change_password) return <ChoosePassword />;
  if (who.must_set_up_second_factor) return <SetUpSecondFactor />;
  if (!who.rights.includes('read-conversations')) return <NoDesk />;
  return (
    <>
      <Shell />
      <SignInAgain />
    </>
  );
}

/** Whoever has another part here than talking with customers. */
function NoDesk(): JSX.Element {
  return (
    <main class="door">
      <div class="card">
        <p>{text('no.desk')}</p>
        <button type="button" class="plain wide" onClick={() => (over.value = 'own')}>{text('own')}</button>
        {rooms().length > 0 && <button type="button" class="primary wide" onClick={() => (over.value = 'office')}>{text('office')}</button>}
        <button type="button" class="plain wide" onClick={() => void api.logout(false).then(left, left)}>{text('signout')}</button>
      </div>
      <OpenRoom />
      <SignInAgain />
    </main>
  );
}

await speak(preferred());
await api.me().then(entered, () => (user.value = null));
start();
watchPresence();
watchTranslation();
listen(() => (user.value?.must_change_password === false && !user.value.must_set_up_second_factor && !wanted.value ? COMMANDS : []), () => user.value && (over.value = 'palette'));
render(<Console />, document.body);
