import type { Canned, ConversationDetail, User } from './contract';

/** A canned reply in the shopper's language, else in English, else in whatever it has. */
export function wording({ texts }: Canned, language: string): { text: string; language: string } {
  const found = [language, 'en', ...Object.keys(texts)].find((code) => texts[code] !== undefined) ?? language;
  return { text: texts[found] ?? '', language: found };
}

const VARIABLE = /\{\{([a-z_.]+)\}\}/g;

/** What a canned reply may name. One that is not known stays visible, so that nobody sends it unnoticed. */
export function variablesFor({ shopper }: ConversationDetail, user: User): Record<string, string | undefined> {
  return { 'shopper.name': shopper.name, 'agent.name': user.display_name };
}

export const fill = (text: string, variables: Record<string, string | undefined>): string =>
  text.replace(VARIABLE, (whole, name: string) => variables[name] ?? whole);

/** The variables in a text that nobody has filled. */
export const missing = (text: string): string[] => [...text.matchAll(VARIABLE)].map(([, name]) => name!);
