import { h, icon, type Part } from './dom';

/** A page inside the panel, over the log: an article, the options, how to reach the shop. */
export class Sheet {
  readonly element: HTMLElement;
  readonly #page = h('div.page');
  #from: Element | null = null;

  constructor(
    back: string,
    private readonly covered: HTMLElement,
  ) {
    this.element = h('div.sheet', { hidden: true }, h('button.back', { click: () => this.hide() }, icon('arrow'), back), this.#page);
  }

  get shown(): boolean {
    return !this.element.hidden;
  }

  show(title: string, ...parts: Part[]): void {
    if (!this.shown) this.#from = (this.element.getRootNode() as ShadowRoot).activeElement;
    const heading = h('h3.title', { tabindex: -1 }, title);
    this.#page.replaceChildren(h('div', heading, ...parts));
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
