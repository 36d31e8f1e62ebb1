import { h, icon } from './dom';
import type { Strings } from './strings';

/** The button in the corner of the page. */
export class Launcher {
  readonly #badge = h('span', { class: 'badge', 'aria-hidden': 'true', hidden: true });
  readonly element: HTMLButtonElement;

  constructor(click: () => void) {
    this.element = h('button', { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog', click }, icon('chat'), icon('close'), this.#badge);
  }

  render(open: boolean, unread: number, strings: Strings): void {
    const label = strings.text(open ? 'chat.close' : 'chat.open');
    this.element.setAttribute('aria-expanded', `${open}`);
    this.element.setAttribute('aria-label', unread ? `${label}, ${strings.count('unread', unread)}` : label);
    this.#badge.hidden = !unread;
    this.#badge.textContent = strings.number(Math.min(unread, 99));
  }
}
