import type { JSX } from 'preact';
import type { Notification } from '../contract';
import { openConversation, sayProblem, user } from '../desk';
import { lookBack, read, recent, toldWords, unread } from '../notifications';
import { count, moment, number, text } from '../strings';
import { Icon } from './icons';
import { Avatar, Mentioning } from './parts';

const ID = 'inbox';
const box = (): HTMLElement | null => document.getElementById(ID);

/** Opens it by key, at the newest. */
export function openInbox(): void {
  box()?.showPopover();
}

/** Tells how much she was told of and has not read, and opens it. */
export function InboxButton(): JSX.Element {
  const left = unread.value.length;
  const label = left ? `${text('inbox')}, ${count('inbox.unread', left)}` : text('inbox');
  return (
    <>
      <button type="button" class="icon bell" popovertarget={ID} aria-label={label} title={`${label} (I)`}>
        <Icon name="bell" />
        {left > 0 && <span class="badge" aria-hidden="true">{left > 99 ? '99+' : number(left)}</span>}
      </button>
      <span class="hidden" role="status">{left ? count('inbox.unread', left) : ''}</span>
      <Inbox />
    </>
  );
}

function Inbox(): JSX.Element {
  const list = recent.value;
  const toggled = (event: { newState: string }): void => {
    if (event.newState === 'open') void lookBack().then(() => box()?.querySelector<HTMLElement>('li button')?.focus(), sayProblem);
  };
  return (
    <div id={ID} popover="auto" class="menu inbox" role="region" aria-label={text('inbox')} onToggle={toggled}>
      <div class="head">
        <h2>{text('inbox')}</h2>
        {unread.value.length > 0 && <button type="button" class="link" onClick={() => void read().catch(sayProblem)}>{text('inbox.read')}</button>}
      </div>
      {list?.length === 0 && <p class="empty">{text('inbox.empty')}</p>}
      {!list && <p class="empty">{text('loading')}</p>}
      {list && list.length > 0 && <ul>{list.map((one) => <Told key={one.id} one={one} />)}</ul>}
    </div>
  );
}

function Told({ one }: { one: Notification }): JSX.Element {
  const shopper = one.shopper.name ?? text('shopper.number', { number: one.shopper.id.slice(-4).toUpperCase() });
  const me = user.value!;
  const open = (): void => {
    box()?.hidePopover();
    void openConversation(one.conversation);
  };
  return (
    <li>
      <button type="button" class={one.read ? 'told' : 'told unread'} onClick={open}>
        {one.agent ? <Avatar name={one.agent.name} id={one.agent.id} /> : <span class="avatar"><Icon name="inbox" /></span>}
        <span>
          <span class="line"><b>{toldWords(one)}</b>{!one.read && <span class="dot"><span class="hidden">{text('inbox.new')}</span></span>}</span>
          {one.text && <q dir="auto"><Mentioning text={one.text} mentions={[{ id: me.id, name: me.display_name }]} /></q>}
          <small><bdi>{shopper}</bdi> · <time>{moment(one.created_at)}</time></small>
        </span>
      </button>
    </li>
  );
}
