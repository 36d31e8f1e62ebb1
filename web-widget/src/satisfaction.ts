import { h } from './dom';
import type { Strings } from './strings';

/** The question how the chat was: one to five stars, and a few words if the shopper likes. */
export function satisfactionCard(strings: Strings, send: (score: number, comment: string) => void): HTMLElement {
  let score = 0;
  const comment = h('textarea', { rows: 2, dir: 'auto', 'aria-label': strings.text('csat.comment'), placeholder: strings.text('csat.comment') });
  const more = h(
    'div',
    { hidden: true },
    comment,
    h('button', { type: 'button', class: 'solid', click: () => send(score, comment.value.trim()) }, strings.text('csat.send')),
  );
  const stars = [1, 2, 3, 4, 5].map((value) =>
    h('button', {
      type: 'button',
      'aria-label': strings.text('csat.score', { score: strings.number(value) }),
      'aria-pressed': 'false',
      click: () => {
        score = value;
        more.hidden = false;
        stars.forEach((star, i) => {
          star.setAttribute('aria-pressed', `${i + 1 === value}`);
          star.className = i < value ? 'full' : '';
        });
      },
    }, '★'),
  );
  return h('div', { class: 'card', role: 'group', 'aria-label': strings.text('csat') }, h('p', {}, strings.text('csat')), h('div', { class: 'stars' }, ...stars), more);
}
