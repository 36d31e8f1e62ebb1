import { remembered } from './remembered';

/** Single keys can be turned off, for those who speak to their computer (WCAG 2.1.4). */
export const singleKeys = remembered<'on' | 'off'>('keys', 'on', ['on', 'off']);

export interface Command {
  id: string;
  /** The text's key. */
  label: string;
  /** What it is called, where that is no text of ours. */
  words?: string;
  /** The physical key, `KeyR`: the same place on every keyboard. */
  code?: string;
  shift?: boolean;
  run: () => unknown;
  /** Left out where it makes no sense now. */
  when?: () => boolean;
}

/** What is written on a key of a US keyboard. */
export function keyName({ code = '', shift = false }: Command): string {
  const plain = code.replace(/^Key|^Digit/, '').replace('Slash', shift ? '?' : '/').replace('ArrowDown', '↓').replace('ArrowUp', '↑');
  return shift && code !== 'Slash' ? `⇧${plain}` : plain;
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && (target as HTMLInputElement).type !== 'radio';

/** Runs commands by their keys, never while somebody writes or a dialog is open. Mod+K opens the palette from anywhere. */
export function listen(commands: () => Command[], palette: () => void): void {
  addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') {
      event.preventDefault();
      palette();
      return;
    }
    if (event.ctrlKey || event.metaKey || singleKeys.value === 'off' || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    const command = commands().find(({ code, shift = false, when }) => code === event.code && shift === event.shiftKey && (!when || when()));
    if (!command) return;
    event.preventDefault();
    command.run();
  });
}
