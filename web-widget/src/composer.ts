import { h, iconButton } from './dom';
import type { Strings } from './strings';

/** Where the shopper writes. Grows with the text up to the height that the style sheet allows. */
export class Composer {
  readonly element: HTMLElement;
  readonly input: HTMLTextAreaElement;
  readonly #button: HTMLElement;

  constructor(
    { text }: Strings,
    limit: number,
    private readonly host: { send(text: string): unknown; draft(text: string): void },
  ) {
    this.input = h('textarea', {
      rows: 1,
      dir: 'auto',
      enterkeyhint: 'send',
      'aria-label': text('message'),
      maxlength: limit,
      placeholder: text('write'),
      input: () => this.#changed(),
      // Enter sends and Shift+Enter breaks the line; an Enter that ends an input method's word does neither.
      keydown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
        event.preventDefault();
        this.#submit();
      },
    });
    this.#button = iconButton('arrow', text('send'), () => this.#submit(), 'send');
    this.element = h('div.composer', this.input, this.#button);
  }

  fill(text: string): void {
    this.input.value = text;
    this.#changed();
  }

  #submit(): void {
    const text = this.input.value.trim();
    this.input.focus();
    if (!text) return;
    this.fill('');
    this.host.send(text);
  }

  #changed(): void {
    const { value, style } = this.input;
    this.#button.classList.toggle('idle', !value.trim());
    style.height = 'auto';
    style.height = `${this.input.scrollHeight}px`;
    this.host.draft(value);
  }
}
