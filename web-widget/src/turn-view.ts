import type { Source, Turn } from './contract';
import { h, icon, iconButton } from './dom';
import type { OutboxItem } from './outbox';
import { richText, type LinkHandling } from './rich-text';
import type { Strings } from './strings';

export interface TurnActions extends LinkHandling {
  retry(key: string): void;
  rate(turn: Turn, helpful: boolean): void;
  source(source: Source, turn: Turn): void;
  /** Tells it to those who listen to a screen reader. */
  say(text: string): void;
}

/** Who wrote it and when, over the first of several turns. */
export function byline(turn: Turn, name: string, strings: Strings): Node {
  const date = new Date(turn.created_at ?? Date.now());
  const label = turn.author === 'agent' ? turn.name || name || strings.text('team') : strings.text(turn.author === 'shopper' ? 'you' : 'assistant');
  return h(
    'div',
    { class: 'by' },
    h('span', { class: turn.author === 'shopper' && 'hidden' }, label),
    h('time', { datetime: date.toISOString() }, strings.moment(date, new Date())),
  );
}

export function turnView(turn: Turn, strings: Strings, actions: TurnActions): Node[] {
  const done = turn.status !== 'open';
  const body = h('div', { class: 'body', dir: 'auto', lang: turn.language });
  const show = (original: boolean) => {
    const blocks = done && !original && turn.author !== 'shopper' && turn.blocks;
    body.replaceChildren(blocks && blocks.length ? richText(blocks, actions) : (original && turn.original) || turn.text);
  };
  show(false);
  const parts: (Node | undefined | false)[] = [
    body,
    turn.stopped && h('p', { class: 'note' }, strings.text('stopped')),
    !!turn.original && translationNote(strings, show),
  ];
  if (turn.author === 'assistant' && done) {
    parts.push(!!turn.sources?.length && sources(turn, strings, actions), !turn.stopped && rating(turn, strings, actions));
  }
  return parts.filter((part) => part instanceof Node);
}

/** A message on its way. */
export function pendingView(item: OutboxItem, offline: boolean, strings: Strings, actions: TurnActions): Node[] {
  const body = h('div', { class: 'body', dir: 'auto' }, item.text);
  if (!item.failed) return [body, h('p', { class: 'note' }, strings.text(offline ? 'queued' : 'sending'))];
  const retry = h('button', { type: 'button', class: 'link', click: () => actions.retry(item.key) }, strings.text('retry'));
  return [body, h('p', { class: 'note bad' }, `${strings.text('failed')}. ${item.failed} `, retry)];
}

function translationNote(strings: Strings, show: (original: boolean) => void): Node {
  let original = false;
  const toggle = h('button', {
    type: 'button',
    class: 'link',
    click: () => {
      show((original = !original));
      toggle.textContent = strings.text(original ? 'translation' : 'original');
    },
  }, strings.text('original'));
  return h('p', { class: 'note' }, `${strings.text('translated')} · `, toggle);
}

function sources(turn: Turn, strings: Strings, actions: TurnActions): Node {
  return h(
    'div',
    { class: 'sources' },
    h('p', { class: 'note' }, strings.text('sources')),
    h(
      'ul',
      {},
      ...turn.sources!.map((source) =>
        h(
          'li',
          {},
          h('button', { type: 'button', dir: 'auto', lang: source.language, click: () => actions.source(source, turn) }, icon('page'), h('span', {}, source.title)),
        ),
      ),
    ),
  );
}

function rating(turn: Turn, strings: Strings, actions: TurnActions): Node {
  const note = h('span', {}, strings.text('helpful'));
  const thumbs = [true, false].map((helpful) => {
    const label = strings.text(helpful ? 'helpful.yes' : 'helpful.no');
    const thumb = iconButton('thumb', label, () => {
      if (turn.helpful !== undefined) return;
      turn.helpful = helpful;
      actions.rate(turn, helpful);
      mark();
      actions.say((note.textContent = strings.text('thanks')));
    }, helpful ? 'icon' : 'icon flipped');
    return thumb;
  });
  const mark = () =>
    thumbs.forEach((thumb, i) => {
      const chosen = turn.helpful === (i === 0);
      thumb.setAttribute('aria-pressed', `${chosen}`);
      // Not `disabled`: the focus would be lost.
      if (turn.helpful !== undefined) thumb.setAttribute('aria-disabled', 'true');
    });
  mark();
  return h('div', { class: 'rating', role: 'group', 'aria-label': strings.text('helpful') }, note, ...thumbs);
}
