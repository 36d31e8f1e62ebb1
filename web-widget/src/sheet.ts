import { button, h, icon, type Part } from './dom';
import { text } from './strings';

export type Sheet = ReturnType<typeof createSheet>;

/** A page inside the panel, over the log: an article, the options, how to reach the shop. */
export function createSheet(covered: HTMLElement) {
  const page = h('div._page');
  const element = h('div.sheet', { hidden: true }, button('back', icon('arrow'), hide, text('back')), page);
  let from: Element | null;

  function hide(): void {
    element.hidden = true;
    covered.inert = false;
    (from as HTMLElement | null)?.focus();
  }

  return {
    element,

    get shown(): boolean {
      return !element.hidden;
    },

    show(title: string, ...parts: Part[]): void {
      if (element.hidden) from = (element.getRootNode() as ShadowRoot).activeElement;
      const heading = h('h3._greeting', { tabindex: -1 }, title);
      page.replaceChildren(heading, h('div', ...parts));
      element.hidden = false;
      covered.inert = true;
      heading.focus();
    },
    hide,
  };
}
