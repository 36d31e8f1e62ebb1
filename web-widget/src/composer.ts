import { h, iconButton } from './dom';
import type { Strings } from './strings';

export interface ComposerListener {
  send(text: string): void;
  draft(text: string): void;
}

/** Where the shopper writes. Grows with the text up to the height that the style sheet allows. */
export class Composer {
  readonly input: HTMLTextAreaElement;
  readonly element: HTMLElement;
  readonly #send: HTMLButtonElement;
  readonly #note = h('p', { class: 'note', id: 'over' });

  constructor(
    private readonly strings: Strings,
    private readonly limit: number,
    private readonly listener: ComposerListener,
  ) {
    this.input = h('textarea', {
      rows: 1,
      dir: 'auto',
      enterkeyhint: 'send',
      'aria-label': strings.text('message'),
      'aria-describedby': 'over',
      placeholder: strings.text('write'),
      input: () => this.#changed(),
      keydown: (event: KeyboardEvent) => this.#key(event),
    });
    this.#send = iconButton('send', strings.text('send'), () => this.#submit(), 'send');
    this.element = h('div', { class: 'composer' }, this.#note, h('div', { class: 'box' }, this.input, this.#send));
  }

  fill(text: string): void {
    this.input.value = text;
    this.#changed();
  }

  /** Enter sends and Shift+Enter breaks the line; an Enter that ends an input method's word does neither. */
  #key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#submit();
  }

  #submit(): void {
    const text = this.input.value.trim();
    this.input.focus();
    if (!text || text.length > this.limit) return;
    this.fill('');
    this.listener.send(text);
  }

  #changed(): void {
    const { input } = this;
    const over = input.value.trim().length - this.limit;
    this.#note.textContent = over > 0 ? this.strings.count('over', over) : '';
    this.#send.classList.toggle('idle', !input.value.trim() || over > 0);
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight}px`;
    this.listener.draft(input.value);
  }
}
