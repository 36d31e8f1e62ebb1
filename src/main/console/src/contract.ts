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
  /** Before anything else, once the password is her own. */
  must_set_up_second_factor?: boolean;
}

export interface Me {
  user: User;
  csrf_token?: string;
}

/** A browser in which somebody is signed in. */
export interface Session {
  id: string;
  current: boolean;
  address: string;
  browser: string;
  created_at: string;
  last_used_at: string;
}

export interface SecondFactorState {
  on: boolean;
  required: boolean;
  recovery_codes_left: number;
}

/** What an authenticator app has to know. */
export interface Proposed {
  secret: string;
  uri: string;
  qr: { size: number; path: string };
}

/** How people sign in here. */
export interface WaysIn {
  /** Whether all may with a password, or the first administrator alone. */
  passwords: boolean;
  provider?: { name: string; reachable: boolean };
}

/** Where the words stand that were looked for. */
export interface Found {
  turn: string;
  seq: number;
  author: Author;
  at: string;
  pieces: { text: string; hit: boolean }[];
}

export type FoundRow = ConversationInfo & { found?: Found };

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
  /** Of the shopper. */
  files?: ShownFile[];
  reply?: string;
  status?: 'open' | 'complete';
  created_at: string;
}

export interface ShownFile {
  id: string;
  name: string;
  type: string;
  /** In bytes. */
  size: number;
  /** In pixels; only of a picture. */
  width?: number;
  height?: number;
  alt: string;
  check: 'redrawn' | 'scanned' | 'unscanned';
}

/** Whether texts can be translated now. */
export interface TranslationState {
  available: boolean;
  reason?: 'not-configured' | 'over-budget' | 'failing';
}

/** A text in another language. */
export interface Rendered {
  text: string;
  language: string;
  from: string;
  translated: boolean;
}

export interface Deadline {
  kind: 'first-response' | 'next-response' | 'resolution';
  due: string;
  /** From when on it is close. */
  warn_at?: string;
}

/** What an agent made of a suggestion. */
export type Outcome = 'accepted' | 'edited' | 'rejected';

/** What the assistant would say. */
export interface Suggested {
  /** Of the shopper that it answers. */
  turn?: string;
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
  /** Whether a model may say it in its own words. */
  wordable?: boolean;
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
  /** What is filled in, by the key of the field. */
  fields?: Record<string, string>;
  merged_into?: string;
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

/** Something that the shop wants to know of each conversation. */
export interface CaseField {
  key: string;
  label: string;
  type: 'text' | 'number' | 'choice' | 'yes-no';
  choices?: { key: string; label: string }[];
  required: boolean;
}

/** A conversation that goes on in another. */
export interface Elsewhere {
  id: string;
  created_at: string;
  turns: Turn[];
}

/** That nothing of a shopper is taken. */
export interface Blocked {
  reason: string;
  by: Person;
  since: string;
  /** Without it, for good. */
  until?: string;
}

export interface BlockedShopper extends Blocked {
  shopper: { id: string; name?: string };
  /** The newest of hers. */
  conversation?: string;
}

export interface ConversationDetail extends ConversationInfo {
  blocked?: Blocked;
  merged?: Elsewhere[];
  turns: Turn[];
  summary?: Summary;
  /** By the turn. */
  marks?: Record<string, Mark>;
}

/** As it travels. */
export interface DetailAnswer {
  conversation: ConversationInfo;
  turns: Turn[];
  summary?: Summary;
  assigned_because?: string[];
  marks?: Record<string, Mark>;
  blocked?: Blocked;
  merged?: Elsewhere[];
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

/** What an article says, as a customer would read it. */
export interface ArticleFound {
  article: string;
  language: string;
  title: string;
  heading?: string;
  text: string;
  needs_market: boolean;
  /** Where the shop shows it. */
  page?: string;
}

export interface MacroAction {
  kind: 'reply' | 'note' | 'set-labels' | 'add-labels' | 'remove-labels' | 'priority' | 'field' | 'assign' | 'snooze' | 'resolve' | 'return-to-assistant';
  canned_reply?: string;
  text?: string;
  labels?: string[];
  priority?: Priority;
  /** An account, or `me`. */
  agent?: string;
  team?: string;
  minutes?: number;
  field?: string;
  value?: string;
}

export interface Macro {
  id: string;
  name: string;
  actions: MacroAction[];
}

export interface BulkRun {
  conversations: string[];
  /** At which each of them was seen. */
  versions?: number[];
  dry_run?: boolean;
}

export interface BulkStep {
  action: MacroAction;
  /** False if it is so already. */
  changes: boolean;
  text?: string;
  language?: string;
  state: State;
}

export interface BulkResult {
  conversation: string;
  outcome: 'planned' | 'done' | 'refused';
  version?: number;
  steps?: BulkStep[];
  problem?: { code: string; detail: string; step?: number; agent?: Person };
}

export interface BulkRan {
  done: number;
  refused: number;
  data: BulkResult[];
}

/** What an agent says of a reply of the assistant. */
export type Mark = 'wrong-answer' | 'should-have-answered';

export interface ReportNumber {
  /** What is counted. */
  name: string;
  measure: 'count' | 'share' | 'p50' | 'p90' | 'mean';
  /** Lengths of time in seconds; left out where there is nothing to measure. */
  value?: number;
  count: number;
  whole?: string;
  of?: number;
}

export interface ReportRow {
  key: string;
  label?: string;
  /** A day that is not over yet. */
  partial?: boolean;
  numbers: ReportNumber[];
}

export interface Report {
  name: string;
  from: string;
  to: string;
  time_zone: string;
  by: string;
  partial: boolean;
  /** False while a long log is read for the first time. */
  complete: boolean;
  cutoff?: number;
  numbers: ReportNumber[];
  rows: ReportRow[];
}

/** What stands behind a number. */
export interface Behind extends Page<{ conversation: string; turn?: string; begun_at: string; language: string; market?: string; agent?: string; reason?: string; value?: number }> {
  total: number;
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
