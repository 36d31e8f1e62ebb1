import type { Theme } from './contract';
import { button, h, icon } from './dom';
import { count, locale, text } from './strings';
import styles from './widget.css';

export type Frame = ReturnType<typeof createFrame>;

/**
 * The widget's place in the page: a shadow tree that the page's styles do not reach, with the launcher
 * and the dialog. Hangs on the root element, so that it survives pages that exchange their body.
 */
export function createFrame(signal: AbortSignal, toggle: () => void, escape: () => void) {
  const host = h('div');
  const dialog = h('dialog', { 'aria-labelledby': 'name' });
  const badge = h('b._badge', { 'aria-hidden': true });
  const launcher = button('launcher', icon('chat'), toggle, icon('close'), badge, { 'aria-haspopup': 'dialog' });
  const root = h('section._root', dialog, launcher);
  const sheet = new CSSStyleSheet();
  const shadow = host.attachShadow({ mode: 'open' });
  sheet.replaceSync(styles);
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(root);
  document.documentElement.append(host);

  const leave = (event: Event) => {
    event.preventDefault();
    escape();
  };
  // The browser's own way to close a modal dialog, as Android's back gesture.
  dialog.addEventListener('cancel', leave);
  root.addEventListener('keydown', (event) => {
    // What is typed here is no shortcut of the page.
    event.stopPropagation();
    if (event.key === 'Escape' && !event.isComposing) leave(event);
  });
  // The part of the window that the on-screen keyboard leaves. Zoomed in, a window can become a small one.
  visualViewport!.addEventListener('resize', () => {
    root.style.setProperty('--height', `${visualViewport!.height}px`);
    root.style.setProperty('--top', `${visualViewport!.offsetTop}px`);
    if (dialog.open) frame.show();
  }, { signal });
  signal.onabort = () => host.remove();

  const frame = {
    host,
    dialog,
    launcher,

    get fullScreen(): boolean {
      return matchMedia('(max-width: 480px), (max-height: 420px)').matches;
    },

    /** Full screen is modal, so that focus stays inside; in the corner the page stays usable. */
    show(): void {
      const modal = frame.fullScreen && !!dialog.querySelector('._inside');
      if (dialog.open && modal === dialog.matches(':modal')) return;
      const focused = shadow.activeElement as HTMLElement | null;
      dialog.close();
      // In the corner it opens without taking the focus, as show() would.
      if (modal) dialog.showModal();
      else dialog.open = true;
      focused?.focus();
    },

    render(open: boolean, hidden: boolean, unread: number): void {
      const label = text(open ? 'close' : 'open') || 'Chat';
      launcher.hidden = hidden;
      launcher.ariaExpanded = `${open}`;
      launcher.ariaLabel = unread ? `${label}, ${count('unread', unread)}` : label;
      badge.textContent = unread ? `${unread}` : '';
    },

    look(direction: string, { position = '', mode = '', ...variables }: Theme): void {
      root.lang = locale;
      root.dir = direction;
      root.ariaLabel = text('log') || 'Chat';
      root.className = `_root ${position}`;
      root.style.colorScheme = /^(light|dark)$/.test(mode) ? mode : 'light dark';
      for (const [name, value] of Object.entries(variables)) {
        // What is no colour would leave the widget without one.
        if (name !== 'accent' || CSS.supports('color', value)) host.style.setProperty(`--babeldesk-${name}`, value);
      }
    },
  };
  return frame;
}
