import type { Colleague, Person } from './contract';

export interface Begun {
  /** Where the `@` stands. */
  at: number;
  search: string;
}

const LONGEST = 40;
const BEGUN = new RegExp(`(?:^|[^\\p{Script=Latin}\\p{N}._+-])@([^@\\n]{0,${LONGEST}})$`, 'u');

/** What she has typed of a colleague's name before the caret; an address such as a@b begins none. */
export function begunAt(text: string, caret: number, chosen: Person[]): Begun | undefined {
  const before = text.slice(0, caret);
  const search = BEGUN.exec(before)?.[1];
  if (search === undefined || /^\s/.test(search) || chosen.some(({ name }) => search.startsWith(name))) return undefined;
  return { at: caret - search.length - 1, search };
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Those at the desk whose name, or a word of it, begins so. */
export function colleaguesCalled(search: string, colleagues: Colleague[], me: string): Person[] {
  const wanted = plain(search).trim();
  return colleagues
    .filter(({ id, active, roles }) => active && id !== me && (roles.includes('agent') || roles.includes('lead')))
    .filter(({ display_name }) => [plain(display_name), ...plain(display_name).split(/\s+/)].some((part) => part.startsWith(wanted)))
    .map(({ id, display_name }) => ({ id, name: display_name }));
}

/** A text with the name put in for what was typed of it, and where the caret is then. */
export function withName(text: string, { at, search }: Begun, name: string): [text: string, caret: number] {
  const rest = text.slice(at + 1 + search.length);
  const put = `@${name}${/^\s/.test(rest) ? '' : ' '}`;
  return [text.slice(0, at) + put + rest, at + put.length];
}

/** Those of the chosen whom the text still names. */
export const stillNamed = (text: string, chosen: Person[]): Person[] => chosen.filter(({ name }) => text.includes(`@${name}`));

/** A note's text in pieces: what is said, and whom it names. Only those who were chosen are names in it. */
export function pieces(text: string, mentions: Person[]): (string | Person)[] {
  const byLength = [...mentions].sort((one, other) => other.name.length - one.name.length);
  const found: (string | Person)[] = [];
  for (let from = 0, i = 0; ; i++) {
    const person = text[i] === '@' ? byLength.find(({ name }) => text.startsWith(name, i + 1)) : undefined;
    if (!person && i < text.length) continue;
    if (i > from) found.push(text.slice(from, i));
    if (!person) return found;
    found.push(person);
    i += person.name.length;
    from = i + 1;
  }
}
