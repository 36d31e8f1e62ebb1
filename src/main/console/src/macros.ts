import { signal } from '@preact/signals';
import * as api from './api';
import type { BulkRan, BulkResult, ConversationInfo, Macro, MacroAction } from './contract';
import { canned, colleagues, onEntered, openId, rows } from './desk';
import { freshKey } from './drafts';
import { fields } from './fields';
import { selection } from './selection';
import { span, text } from './strings';

export const macros = signal<Macro[]>([]);

export const loadMacros = async (): Promise<void> => {
  macros.value = await api.macros();
};

onEntered.push(() => void loadMacros().catch(() => undefined));

/** What is about to be done, and in which conversations. */
export interface Batch {
  title: string;
  /** A macro by its id, or actions that have no name. */
  what: { macro: string } | { actions: MacroAction[] };
  conversations: string[];
}

/** What she is asked about before it is done. */
export const batch = signal<Batch | undefined>(undefined);
/** Whether she is choosing a macro. */
export const choosing = signal(false);

/** What is worked on: what is selected, else what is open. */
export const targets = (): string[] => (selection.value.size ? [...selection.value] : openId.value ? [openId.value] : []);

export function begin({ id, name }: Macro): void {
  batch.value = { title: name, what: { macro: id }, conversations: targets() };
}

export function beginActions(title: string, ...actions: MacroAction[]): void {
  batch.value = { title, what: { actions }, conversations: targets() };
}

const send = ({ what }: Batch, conversations: string[], rest: { dry_run?: boolean; versions?: number[] }, key?: string): Promise<BulkRan> =>
  'macro' in what ? api.runMacro(what.macro, { conversations, ...rest }, key) : api.runActions(what.actions, { conversations, ...rest }, key);

export const preview = (asked: Batch): Promise<BulkRan> => send(asked, asked.conversations, { dry_run: true });

/** Does what was seen to be possible, where nothing has changed since. The key makes a second try harmless. */
export function run(asked: Batch, seen: BulkResult[], key: string): Promise<BulkRan> {
  const planned = seen.filter(({ outcome }) => outcome === 'planned');
  return send(asked, planned.map(({ conversation }) => conversation), { versions: planned.map(({ version }) => version!) }, key);
}

export { freshKey };

export const rowOf = (id: string): ConversationInfo | undefined => rows.value.get(id);

/** An action in words. */
export function actionWords(action: MacroAction): string {
  const labels = (action.labels ?? []).join(', ');
  switch (action.kind) {
    case 'reply': {
      const words = canned.value.find(({ id }) => id === action.canned_reply);
      return text('macro.reply', { title: words?.title ?? '?' });
    }
    case 'set-labels':
      return labels ? text('macro.set-labels', { labels }) : text('macro.no-labels');
    case 'add-labels':
      return text('macro.add-labels', { labels });
    case 'remove-labels':
      return text('macro.remove-labels', { labels });
    case 'priority':
      return text('macro.priority', { priority: text(`priority.${action.priority ?? 'normal'}`) });
    case 'field': {
      const field = fields.value.find(({ key }) => key === action.field);
      const value = field?.choices?.find(({ key }) => key === action.value)?.label ?? (field?.type === 'yes-no' ? text(action.value === 'yes' ? 'yes' : 'no') : action.value);
      return text('macro.field', { field: field?.label ?? action.field ?? '', value: value ?? '' });
    }
    case 'assign':
      return action.team ? text('macro.assign.team', { team: action.team }) : action.agent === 'me' ? text('macro.assign.me') : text('macro.assign.agent', { name: colleagues.value.find(({ id }) => id === action.agent)?.display_name ?? '?' });
    case 'snooze':
      return text('macro.snooze', { time: span((action.minutes ?? 0) * 60_000) });
    case 'note':
      return text('note.add');
    case 'resolve':
      return text('resolve');
    default:
      return text('return');
  }
}
