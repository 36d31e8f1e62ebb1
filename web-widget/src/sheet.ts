import { button, h, icon, type Part } from './dom';
import { text } from './strings';

/** A page inside the panel, over the log: an article, the options, how to reach the shop. */
export class Sheet {
  readonly #page = h('div.page');
  readonly element = h('div.sheet', { hidden: true }, button('back', icon('arrow'), () => this.hide(), text('back')), this.#page);
  #from: Element | null = null;

  constructor(private readonly covered: HTMLElement) {}

  get shown(): boolean {
    return !this.element.hidden;
  }

  show(title: string, ...parts: Part[]): void {
    if (!this.shown) this.#from = (this.element.getRootNode() as ShadowRoot).activeElement;
    const heading = h('h3.greeting', { tabindex: -1 }, title);
    this.#page.replaceChildren(heading, h('div', ...parts));
    this.element.hidden = false;
    this.covered.inert = true;
    heading.focus();
  }

  hide(): void {
    this.element.hidden = true;
    this.covered.inert = false;
    (this.#from as HTMLElement | null)?.focus();
  }
}
