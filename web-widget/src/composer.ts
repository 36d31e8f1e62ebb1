import { h, tool } from './dom';
import { text } from './strings';
import type { Vault } from './vault';

export type Composer = ReturnType<typeof createComposer>;

/** Where the shopper writes. Grows with the text up to the height that the style sheet allows. */
export function createComposer(limit: number, { vault, send }: { readonly vault: Vault; send(text: string): unknown }, ...tools: (Node | false)[]) {
  const input = h('textarea', {
    rows: 1,
    maxlength: limit,
    enterkeyhint: 'send',
    'aria-label': text('message'),
    placeholder: text('write'),
    input: changed,
    // Enter sends and Shift+Enter breaks the line; an Enter that ends an input method's word does neither.
    keydown(event: KeyboardEvent) {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      submit();
    },
  });
  const submitter = tool('_send', 'arrow', 'send', submit);

  function fill(words: string): void {
    input.value = words;
    changed();
  }

  function submit(): void {
    const words = input.value.trim();
    input.focus();
    if (!words) return;
    fill('');
    send(words);
  }

  function changed(): void {
    const { value, style } = input;
    submitter.classList.toggle('_idle', !value.trim());
    // Of nothing, `auto` would make left to right.
    input.dir = value && 'auto';
    style.height = 'auto';
    style.height = `${input.scrollHeight}px`;
    vault.set('draft', value);
  }

  return { input, fill, element: h('div.composer', ...tools, input, submitter) };
}
