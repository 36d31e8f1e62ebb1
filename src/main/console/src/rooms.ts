import { may } from './desk';

/** What there is to look after besides conversations, and the right that it takes. */
const ROOMS = [
  { name: 'team', right: 'manage-accounts' },
  { name: 'canned', right: 'lead-conversations' },
  { name: 'macros', right: 'lead-conversations' },
  { name: 'blocked', right: 'block-shoppers' },
  { name: 'keys', right: 'manage-accounts' },
  { name: 'audit', right: 'read-audit' },
] as const;

export type Room = (typeof ROOMS)[number]['name'];

/** Hers. */
export const rooms = (): Room[] => ROOMS.filter(({ right }) => may(right)).map(({ name }) => name);
