import type { Theme } from './contract';
import { h, icon } from './dom';
import type { Strings } from './strings';
import styles from './widget.css';

const FULL_SCREEN = '(max-width: 480px), (max-height: 420px)';

/**
 * The widget's place in the page: a shadow tree that the page's styles do not reach, with the launcher
 * and the dialog. Hangs on the root element, so that it survives pages that exchange their body.
 */
export class Frame {
  readonly host = h('div');
  readonly dialog = h('dialog', { 'aria-labelledby': 'name' });
  readonly #badge = h('span.badge', { 'aria-hidden': 'true' });
  readonly launcher: HTMLButtonElement;
  readonly #root: HTMLElement;
  readonly #full = matchMedia(FULL_SCREEN);

  constructor(signal: AbortSignal, toggle: () => void, escape: () => void) {
    this.launcher = h('button.launcher', { 'aria-haspopup': 'dialog', click: toggle }, icon('chat'), icon('close'), this.#badge);
    this.#root = h('section.root', this.dialog, this.launcher);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    const shadow = this.host.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(this.#root);
    this.#full.addEventListener('change', () => this.dialog.open && this.show(), { signal });
    for (const type of ['resize', 'scroll']) visualViewport!.addEventListener(type, () => this.#fit(), { signal });
    this.#root.addEventListener('keydown', (event) => {
      // What is typed here is no shortcut of the page.
      event.stopPropagation();
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      escape();
    });
    // The browser's own way to close a modal dialog, as Android's back gesture.
    this.dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      escape();
    });
  }

  get fullScreen(): boolean {
    return this.#full.matches;
  }

  /** Full screen is modal, so that focus stays inside; in the corner the page stays usable. */
  show(): void {
    const { dialog } = this;
    dialog.close();
    if (this.fullScreen && dialog.querySelector('.inside')) dialog.showModal();
    else dialog.show();
    this.#fit();
  }

  render(open: boolean, hidden: boolean, unread: number, strings: Strings): void {
    const label = strings.text(open ? 'close' : 'open') || 'Chat';
    this.#root.classList.toggle('opened', open);
    this.launcher.hidden = hidden;
    this.launcher.ariaExpanded = `${open}`;
    this.launcher.ariaLabel = unread ? `${label}, ${strings.count('unread', unread)}` : label;
    this.#badge.hidden = !unread;
    this.#badge.textContent = `${unread}`;
  }

  speak(locale: string, direction: string, label: string): void {
    this.#root.lang = locale;
    this.#root.dir = direction;
    this.#root.ariaLabel = label;
  }

  look({ accent, position, mode }: Theme): void {
    const { style, classList } = this.#root;
    if (accent) style.setProperty('--brand', accent);
    if (position) classList.toggle('start', position === 'start');
    if (mode) style.colorScheme = mode === 'auto' ? 'light dark' : mode;
  }

  /** The part of the window that the on-screen keyboard leaves. */
  #fit(): void {
    const { style } = this.#root;
    style.setProperty('--height', `${visualViewport!.height}px`);
    style.setProperty('--top', `${visualViewport!.offsetTop}px`);
  }
}
