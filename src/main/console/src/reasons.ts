import { languageName, number, span, text } from './strings';

/** Why a conversation was handed over: in the service's words, else in ours; a rule of the shop's own by its name. */
export function reasonWords({ rule, text: words }: { rule: string; text?: string }): string {
  const ours = text(`reason.${rule}`);
  return words ?? (ours.startsWith('reason.') ? rule.replaceAll('-', ' ') : ours);
}

/** Why she of all, as the service counts it: "language ar +40", "load 1 of 5 +16". */
export function whyWords(reason: string): string {
  const [, kind = '', name = '', points = ''] = /^(\w+) (.*) ([+-]\d+)$/.exec(reason) ?? [];
  const words = text(`why.${kind}`, { name: told(kind, name) });
  return kind === '' || words.startsWith('why.') ? reason : `${words} (${points})`;
}

function told(kind: string, name: string): string {
  const [first = 0, second = 0] = (name.match(/\d+/g) ?? []).map(Number);
  switch (kind) {
    case 'language':
      return languageName(name);
    case 'load':
      return text('why.of', { load: number(first), most: number(second) });
    case 'waits':
      return span(first * 60_000);
    case 'priority':
      return text(`priority.${name}`);
    default:
      return name;
  }
}
