import { button, h, icon } from './dom';
import { count, locale, text } from './strings';
import styles from './widget.css';

/**
 * The widget's place in the page: a shadow tree that the page's styles do not reach, with the launcher
 * and the dialog. Hangs on the root element, so that it survives pages that exchange their body.
 */
export class Frame {
  readonly host = h('div');
  readonly dialog = h('dialog', { 'aria-labelledby': 'name' });
  readonly #badge = h('b.badge', { 'aria-hidden': true });
  readonly launcher: HTMLElement;
  readonly #root: HTMLElement;

  constructor(signal: AbortSignal, toggle: () => void, escape: () => void) {
    this.launcher = button('launcher', icon('chat'), toggle, this.#badge, { 'aria-haspopup': 'dialog' });
    this.#root = h('section.root', this.dialog, this.launcher);
    const sheet = new CSSStyleSheet();
    const shadow = this.host.attachShadow({ mode: 'open' });
    sheet.replaceSync(styles);
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(this.#root);

    const leave = (event: Event) => {
      event.preventDefault();
      escape();
    };
    // The browser's own way to close a modal dialog, as Android's back gesture.
    this.dialog.addEventListener('cancel', leave);
    this.#root.addEventListener('keydown', (event) => {
      // What is typed here is no shortcut of the page.
      event.stopPropagation();
      if (event.key === 'Escape' && !event.isComposing) leave(event);
    });
    // The part of the window that the on-screen keyboard leaves.
    visualViewport!.addEventListener('resize', () => {
      this.#root.style.setProperty('--height', `${visualViewport!.height}px`);
      this.#root.style.setProperty('--top', `${visualViewport!.offsetTop}px`);
    }, { signal });
  }

  get fullScreen(): boolean {
    return matchMedia('(max-width: 480px), (max-height: 420px)').matches;
  }

  /** Full screen is modal, so that focus stays inside; in the corner the page stays usable. */
  show(): void {
    const { dialog } = this;
    dialog.close();
    if (this.fullScreen && dialog.querySelector('.inside')) dialog.showModal();
    else dialog.show();
  }

  render(open: boolean, hidden: boolean, unread: number): void {
    const { launcher } = this;
    const label = text(open ? 'close' : 'open') || 'Chat';
    launcher.hidden = hidden;
    launcher.ariaExpanded = `${open}`;
    launcher.ariaLabel = unread ? `${label}, ${count('unread', unread)}` : label;
    this.#badge.textContent = unread ? `${unread}` : '';
  }

  look(direction: string, accent: string, position: string, mode: string): void {
    const root = this.#root;
    root.lang = locale;
    root.dir = direction;
    root.ariaLabel = text('log') || 'Chat';
    root.classList.toggle('start', position === 'start');
    root.style.colorScheme = /^(light|dark)$/.test(mode) ? mode : 'light dark';
    if (accent) root.style.setProperty('--brand', accent);
  }
}
