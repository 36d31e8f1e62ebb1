// The shapes that travel between widget and server. All of it comes from the network: fields that
// are not known here are ignored, and nothing is taken for granted but ids.

export type ConversationState = 'assistant' | 'queued' | 'open' | 'waiting' | 'snoozed' | 'resolved' | 'closed';

export interface RichNode {
  type: string;
  text?: string;
  href?: string;
  level?: number;
  children?: RichNode[];
  items?: RichNode[][];
  head?: RichNode[][];
  rows?: RichNode[][][];
}

export interface Source {
  article: string;
  title: string;
  language?: string;
  heading?: string;
}

/** A file that a shopper added to a message. */
export interface Attachment {
  id: string;
  name: string;
  type: string;
  size: number;
  /** Below `/files/` of the chat server. */
  url: string;
  alt?: string;
  width?: number;
  height?: number;
}

export interface Suggestion {
  label: string;
  question: string;
}

export interface Turn {
  id: string;
  seq: number;
  author: 'shopper' | 'assistant' | 'agent' | 'system';
  text: string;
  blocks?: RichNode[];
  language?: string;
  sources?: Source[];
  suggestions?: Suggestion[];
  files?: Attachment[];
  /** What kind of reply it is: answered, asked_back, declined, needs_person. */
  reply?: string;
  status?: 'open' | 'complete';
  created_at?: string;
  /** The name of the agent who wrote it. */
  name?: string;
  /** What the agent wrote, where `text` is a machine translation of it. */
  original?: string;
  helpful?: boolean;
  /** Set here: the shopper stopped the answer. */
  stopped?: boolean;
  /** Set here: the idempotency key of a turn that was sent from this page. */
  key?: string;
}

export interface ConversationInfo {
  id: string;
  state: ConversationState;
  agent?: { name?: string } | null;
  queue_position?: number | null;
  /** What she is asked to rate it by, in its language. */
  csat_question?: string;
}

export interface WidgetConfig {
  name: string;
  locale: string;
  direction: 'ltr' | 'rtl';
  theme?: Theme;
  greeting: string;
  disclosure: string;
  privacy_url?: string;
  /** How else the shop is reached. */
  contact: { blocks: RichNode[] };
  hours: { text: string; open: boolean };
  limits: { text_length: number; file_bytes: number };
  /** `mail`: a transcript can be sent by mail. */
  features: { handoff: boolean; files: boolean; mail: boolean };
  suggestions: string[];
  /** The languages that the menu offers. */
  locales: string[];
  strings: Record<string, string>;
}

export interface Theme {
  accent?: string;
  font?: string;
  radius?: string;
  offset?: string;
  layer?: string;
  position?: string;
  mode?: string;
}

export interface Session {
  token: string;
  visitor_secret?: string;
  conversation_id?: string;
  /** The shopper's address, if the shop vouches for it. */
  email?: string;
  config: WidgetConfig;
}

export interface ArticleText {
  title: string;
  language: string;
  direction?: 'ltr' | 'rtl';
  blocks: RichNode[];
}
