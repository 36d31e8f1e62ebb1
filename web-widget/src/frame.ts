import { hexColour, palette, SURFACES } from './colours';
import type { Theme } from './contract';
import { h } from './dom';
import styles from './widget.css';

const FULL_SCREEN = '(max-width: 480px), (max-height: 420px)';
const STANDARD_ACCENT = '#0e6b5e';

/**
 * The widget's place in the page: a shadow tree that the page's styles do not reach, the dialog, and
 * how both look. Hangs on the root element, so that it survives pages that exchange their body.
 */
export class Frame {
  readonly host = h('div', { 'data-babeldesk': true });
  readonly dialog = h('dialog', { 'aria-labelledby': 'name' });
  readonly root: HTMLElement;
  readonly #full = matchMedia(FULL_SCREEN);
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  #theme: Theme = {};

  constructor(
    launcher: HTMLElement,
    offset: number,
    zIndex: number,
    signal: AbortSignal,
    closed: () => void,
  ) {
    this.root = h('section', { class: 'root' }, this.dialog, launcher);
    const shadow = this.host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(this.root);
    this.host.style.setProperty('--z', `${zIndex}`);
    this.#set({ offset: `${offset}px` });

    this.#dark.addEventListener('change', () => this.look({}), { signal });
    this.#full.addEventListener('change', () => this.dialog.open && this.show(), { signal });
    for (const type of ['resize', 'scroll']) visualViewport?.addEventListener(type, () => this.#fit(), { signal });
    // The browser's own way to close a modal dialog, as Android's back gesture.
    this.dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      closed();
    });
    // What is typed here is no shortcut of the page.
    for (const type of ['keydown', 'keyup', 'keypress']) this.root.addEventListener(type, (event) => event.stopPropagation());
  }

  get fullScreen(): boolean {
    return this.#full.matches;
  }

  get focused(): boolean {
    return document.activeElement === this.host;
  }

  /** Full screen is modal, so that focus stays inside; in the corner the page stays usable. */
  show(): void {
    const { dialog } = this;
    dialog.close();
    if (this.fullScreen) dialog.showModal();
    else dialog.show();
    this.root.classList.add('opened');
    this.#fit();
  }

  hide(): void {
    this.dialog.close();
    this.root.classList.remove('opened');
  }

  speak(locale: string, direction: string, label: string): void {
    this.root.lang = locale;
    this.root.dir = direction;
    this.root.setAttribute('aria-label', label);
  }

  /** Changes what is given and keeps the rest. */
  look(theme: Theme): void {
    for (const [key, value] of Object.entries(theme)) if (value) this.#theme = { ...this.#theme, [key]: value };
    const { mode = 'auto', position, accent } = this.#theme;
    const name = mode === 'dark' || (mode !== 'light' && this.#dark.matches) ? 'dark' : 'light';
    const surface = SURFACES[name];
    const { fill, on, ink } = palette(hexColour(accent) ?? STANDARD_ACCENT, surface);
    this.root.dataset.theme = name;
    this.root.classList.toggle('start', position === 'start');
    this.#set({ surface, accent: fill, 'on-accent': on, 'accent-ink': ink });
  }

  /** The part of the window that the on-screen keyboard leaves. */
  #fit(): void {
    if (visualViewport) this.#set({ height: `${visualViewport.height}px`, top: `${visualViewport.offsetTop}px` });
  }

  #set(properties: Record<string, string>): void {
    for (const [name, value] of Object.entries(properties)) this.root.style.setProperty(`--${name}`, value);
  }
}
