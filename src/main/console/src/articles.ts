/** What is looked for: behind the last `??` of the line in which the caret stands. */
export interface Sought {
  /** Where the `??` begins. */
  at: number;
  search: string;
}

const LONGEST = 80;

/** Two question marks are also said in earnest: they count at the beginning of a word only, and not before a third. */
export function soughtAt(written: string, caret: number): Sought | undefined {
  const before = written.slice(0, caret);
  const match = /(?:^|[\s(«„“"])\?\?(?!\?)([^?\n]*)$/u.exec(before);
  if (!match || match[1]!.length > LONGEST) return undefined;
  return { at: before.length - match[1]!.length - 2, search: match[1]!.trim() };
}

/** What stands there once the words are put in, and where the caret goes. */
export function putIn(written: string, { at }: Sought, caret: number, words: string): [string, number] {
  return [written.slice(0, at) + words + written.slice(caret), at + words.length];
}
