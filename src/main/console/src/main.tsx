import { render } from 'preact';
import type { JSX } from 'preact';
import * as api from './api';
import { watchPresence } from './availability';
import { entered, start, user } from './desk';
import { listen } from './keyboard';
import { preferred, speak, text } from './strings';
import { wanted } from './views/composer';
import { over } from './views/palette';
import { COMMANDS, Shell } from './views/shell';
import { ChoosePassword, SignIn, SignInAgain } from './views/sign-in';

function Console(): JSX.Element | null {
  const who = user.value;
  if (who === undefined) return null;
  if (who === null) return <SignIn />;
  if (who.must_change_password) return <ChoosePassword />;
  if (!who.rights.includes('read-conversations')) return <main class="door"><p class="card">{text('no.desk')}</p></main>;
  return (
    <>
      <Shell />
      <SignInAgain />
    </>
  );
}

await speak(preferred());
await api.me().then(entered, () => (user.value = null));
start();
watchPresence();
listen(() => (user.value?.must_change_password === false && !wanted.value ? COMMANDS : []), () => user.value && (over.value = 'palette'));
render(<Console />, document.body);
