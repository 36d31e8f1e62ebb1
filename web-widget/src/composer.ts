import { button, h, icon } from './dom';
import { text } from './strings';

/** Where the shopper writes. Grows with the text up to the height that the style sheet allows. */
export class Composer {
  readonly input = h('textarea', {
    rows: 1,
    dir: 'auto',
    enterkeyhint: 'send',
    'aria-label': text('message'),
    placeholder: text('write'),
    input: () => this.#changed(),
    // Enter sends and Shift+Enter breaks the line; an Enter that ends an input method's word does neither.
    keydown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      this.#submit();
    },
  });
  readonly #button = button('send', icon('arrow'), () => this.#submit(), { 'aria-label': text('send') });
  readonly element = h('div.composer', this.input, this.#button);

  constructor(
    limit: number,
    private readonly host: { send(text: string): unknown; draft(text: string): void },
  ) {
    this.input.maxLength = limit;
  }

  fill(words: string): void {
    this.input.value = words;
    this.#changed();
  }

  #submit(): void {
    const words = this.input.value.trim();
    this.input.focus();
    if (!words) return;
    this.fill('');
    this.host.send(words);
  }

  #changed(): void {
    const { value, style } = this.input;
    this.#button.classList.toggle('idle', !value.trim());
    style.height = 'auto';
    style.height = `${this.input.scrollHeight}px`;
    this.host.draft(value);
  }
}
