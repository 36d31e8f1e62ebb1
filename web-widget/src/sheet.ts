import { h, icon } from './dom';
import type { Strings } from './strings';

/** A page inside the panel, over the log: an article, the options, how to reach the shop. */
export class Sheet {
  readonly element: HTMLElement;
  readonly #title = h('h3', { tabindex: -1, class: 'title', dir: 'auto' });
  readonly #body = h('div', { class: 'body' });
  #back: HTMLElement | null = null;

  constructor(
    strings: Strings,
    private readonly cover: HTMLElement,
  ) {
    const back = h('button', { type: 'button', class: 'back', click: () => this.hide() }, icon('back'), strings.text('back'));
    this.element = h('div', { class: 'sheet', hidden: true }, back, h('div', { class: 'page' }, this.#title, this.#body));
  }

  get shown(): boolean {
    return !this.element.hidden;
  }

  show(title: string, content: (Node | string)[], text: { language?: string; direction?: string } = {}): void {
    if (!this.shown) this.#back = (this.element.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
    this.#title.textContent = title;
    this.#body.replaceChildren(...content);
    const page = this.#body.parentElement!;
    page.lang = text.language ?? '';
    page.dir = text.direction ?? '';
    page.scrollTop = 0;
    this.cover.inert = true;
    this.element.hidden = false;
    this.#title.focus();
  }

  hide(): void {
    this.element.hidden = true;
    this.cover.inert = false;
    this.#back?.focus();
  }
}
