import { render } from 'preact';
import type { JSX } from 'preact';
import * as api from './api';
import { watchPresence } from './availability';
import { entered, left, start, user } from './desk';
import { listen } from './keyboard';
import { preferred, speak, text } from './strings';
import { wanted } from './views/composer';
import { over } from './views/palette';
import { COMMANDS, Shell } from './views/shell';
import { Office, rooms } from './views/office';
import { ChoosePassword, SignIn, SignInAgain } from './views/sign-in';

function Console(): JSX.Element | null {
  const who = user.value;
  if (who === undefined) return null;
  if (who === null) return <SignIn />;
  if (who.must_change_password) return <ChoosePassword />;
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
        {rooms().length > 0 && <button type="button" class="primary wide" onClick={() => (over.value = 'office')}>{text('office')}</button>}
        <button type="button" class="plain wide" onClick={() => void api.logout(false).then(left, left)}>{text('signout')}</button>
      </div>
      {over.value === 'office' && <Office />}
      <SignInAgain />
    </main>
  );
}

await speak(preferred());
await api.me().then(entered, () => (user.value = null));
start();
watchPresence();
listen(() => (user.value?.must_change_password === false && !wanted.value ? COMMANDS : []), () => user.value && (over.value = 'palette'));
render(<Console />, document.body);
