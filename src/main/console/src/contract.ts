// What travels between the console and the service: docs/openapi.yaml in types. Only this file and `api.ts` know it.

import type { RichNode } from '../../../../web-widget/src/contract';

export type { RichNode };

export type State = 'assistant' | 'queued' | 'open' | 'waiting' | 'snoozed' | 'resolved' | 'closed';
export type Priority = 'low' | 'normal' | 'high' | 'urgent';
export type Author = 'shopper' | 'assistant' | 'agent' | 'note' | 'system';
export type Availability = 'online' | 'busy' | 'away';

export interface User {
  id: string;
  username: string;
  display_name: string;
  languages: string[];
  teams: string[];
  roles: string[];
  rights: string[];
  must_change_password: boolean;
}

export interface Me {
  user: User;
  csrf_token?: string;
}

export interface Colleague {
  id: string;
  /** Only for those who manage accounts. */
  username?: string;
  display_name: string;
  languages: string[];
  teams: string[];
  roles: string[];
  active: boolean;
}

export interface ApiKey {
  id: string;
  account: string;
  name: string;
  scopes: string[];
  created_at: string;
  expires_at?: string;
}

export interface AuditEntry {
  number: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  detail: string;
}

/** Somebody who is at the desk right now. */
export interface AtDesk {
  id: string;
  status: Availability;
}

export interface Person {
  id: string;
  name: string;
}

export interface Source {
  article: string;
  language: string;
  title: string;
  heading?: string;
}

export interface Turn {
  id: string;
  seq: number;
  author: Author;
  agent?: Person;
  text: string;
  blocks?: RichNode[];
  language?: string;
  sources?: Source[];
  original?: { text: string; language: string };
  translated?: boolean;
  /** Of a note: the colleagues who were told of it. */
  mentions?: Person[];
  reply?: string;
  status?: 'open' | 'complete';
  created_at: string;
}

export interface Deadline {
  kind: 'first-response' | 'next-response' | 'resolution';
  due: string;
  /** From when on it is close. */
  warn_at?: string;
}

/** What the assistant would say. */
export interface Suggested {
  text: string;
  language: string;
  reply: string;
  sources: Source[];
}

export interface Summary {
  language: string;
  /** In a model's words. */
  text?: string;
  wanted: string;
  tried: string[];
  sources?: Source[];
  facts?: { name: string; value: string }[];
  mood?: { label: 'negative' | 'neutral' | 'positive'; trend?: 'falling' | 'steady' | 'rising' };
  by?: 'model' | 'log';
}

export interface ShopperInfo {
  id: string;
  name?: string;
  email?: string;
  verified: boolean;
  locale?: string;
  market?: string;
  time_zone?: string;
  page?: string;
  consent?: string;
  earlier?: { id: string; state: State; created_at: string; last_line?: string }[];
}

export interface ConversationInfo {
  id: string;
  version: number;
  state: State;
  language: string;
  market?: string;
  shopper: ShopperInfo;
  agent?: Person;
  team?: string;
  priority: Priority;
  labels: string[];
  /** Why it was handed over: the rule's name, and in words. */
  reason?: { rule: string; text?: string };
  /** Why her of all. */
  assigned_because?: string[];
  channel?: string;
  last_line?: string;
  last_author?: Author;
  waits_since?: string;
  deadline?: Deadline;
  snoozed_until?: string;
  resolved?: { by?: Person; at: string };
  score?: { score: number; comment?: string };
  created_at: string;
  updated_at: string;
}

export interface ConversationDetail extends ConversationInfo {
  turns: Turn[];
  summary?: Summary;
}

/** As it travels. */
export interface DetailAnswer {
  conversation: ConversationInfo;
  turns: Turn[];
  summary?: Summary;
  assigned_because?: string[];
}

export interface Page<T> {
  data: T[];
  next_cursor?: string;
  has_more?: boolean;
}

export interface Presence extends Person {
  activity: 'viewing' | 'typing';
}

export interface Canned {
  id: string;
  shortcut: string;
  title: string;
  /** By language. */
  texts: Record<string, string>;
}

/** Something that she is told of, whatever she looks at. */
export interface Notification {
  id: string;
  kind: 'mention' | 'transfer' | 'assignment';
  conversation: string;
  shopper: { id: string; name?: string };
  /** Who caused it; nobody where it was the service. */
  agent?: Person;
  /** The beginning of the note that names her. */
  text?: string;
  read: boolean;
  created_at: string;
}

/** What a view lets through; what is left out lets everything through. */
export interface Filter {
  states: State[];
  assignee?: 'me' | 'none';
  language?: string;
  label?: string;
  priority?: Priority;
}

export interface SavedView {
  id: string;
  name: string;
  filter: Filter;
}

/** What arrives on the stream, by its type. What belongs to a conversation names it. */
export interface DeskEvent {
  conversation?: string;
  seq?: number;
  turn?: Turn | string;
  text?: string;
  state?: State;
  agents?: Presence[];
  agent?: Person;
  name?: string;
  activity?: 'viewing' | 'typing';
}
