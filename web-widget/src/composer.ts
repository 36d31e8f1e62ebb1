import { h, iconButton } from './dom';
import type { Strings } from './strings';

/** Where the shopper writes. Grows with the text up to the height that the style sheet allows. */
export class Composer {
  readonly element: HTMLElement;
  readonly input: HTMLTextAreaElement;
  readonly #over = h('p.note.bad', { id: 'over' });
  readonly #button: HTMLElement;

  constructor(
    private readonly strings: Strings,
    private readonly limit: number,
    private readonly send: (text: string) => unknown,
    private readonly draft: (text: string) => void,
  ) {
    const { text } = strings;
    this.input = h('textarea', {
      rows: 1,
      dir: 'auto',
      enterkeyhint: 'send',
      'aria-label': text('message'),
      'aria-describedby': 'over',
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
    this.element = h('div.composer', this.#over, h('div.box', this.input, this.#button));
  }

  fill(text: string): void {
    this.input.value = text;
    this.#changed();
  }

  #submit(): void {
    const text = this.input.value.trim();
    this.input.focus();
    if (!text || text.length > this.limit) return;
    this.fill('');
    this.send(text);
  }

  #changed(): void {
    const { value, style } = this.input;
    const over = value.trim().length - this.limit;
    this.#over.textContent = over > 0 ? this.strings.count('over', over) : '';
    this.#button.classList.toggle('idle', !value.trim() || over > 0);
    style.height = 'auto';
    style.height = `${this.input.scrollHeight}px`;
    this.draft(value);
  }
}
