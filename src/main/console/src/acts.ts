import { batch } from '@preact/signals';
import * as api from './api';
import type { ConversationInfo } from './contract';
import { current, neighbour, openConversation, openId, putRow, say, sayProblem, touch } from './desk';
import { focusField } from './fields';
import { isProblem, type Problem } from './problem';
import { text } from './strings';

// What an agent does with a conversation.

async function act(work: () => Promise<ConversationInfo | void>, done?: string, undo?: () => void): Promise<boolean> {
  try {
    const row = await work();
    if (row?.id) {
      batch(() => {
        putRow(row);
        if (current.value?.id === row.id) current.value = { ...current.value, ...row };
      });
    }
    if (done) say(done, false, undo && { label: text('undo'), run: undo });
    return true;
  } catch (error) {
    if (isProblem(error) && error.code === 'already-claimed') {
      touch(openId.value ?? '');
      sayClaimed(error);
      return false;
    }
    sayProblem(error);
    if (isProblem(error) && error.code === 'fields-missing') focusField((error.body?.['errors'] as { pointer: string }[] | undefined)?.[0]?.pointer ?? '');
    return false;
  }
}

function sayClaimed(problem: Problem): void {
  const agent = problem.body?.['agent'] as { name?: string } | undefined;
  say(agent?.name ? text('claimed.by', { name: agent.name }) : problem.message, true);
}

export const claim = (id: string): Promise<boolean> => act(() => api.claim(id));
/** From the assistant, or as a lead from a colleague. */
export const takeOver = (id: string): Promise<boolean> => act(() => api.claim(id, true));
export const giveBack = (id: string): Promise<boolean> => act(() => api.giveBack(id), text('done.returned'));
export const snooze = (id: string, until: Date): Promise<boolean> => act(() => api.snooze(id, until.toISOString()), text('done.snoozed'), () => void reopen(id));
export const reopen = (id: string): Promise<boolean> => act(() => api.reopen(id));
export const resolve = (id: string): Promise<boolean> => act(() => api.resolve(id), text('done.resolved'), () => void reopen(id));
export const transfer = (id: string, to: { agent?: string; team?: string; note?: string }): Promise<boolean> => act(() => api.transfer(id, to), text('done.transferred'));

type Arranged = { priority?: ConversationInfo['priority']; labels?: string[]; fields?: Record<string, string | null> };

/** Where something else has changed meanwhile, on top of that: only what is named is set. */
async function arranged({ id, version }: ConversationInfo, fields: Arranged): Promise<ConversationInfo> {
  try {
    return await api.change(id, version, fields);
  } catch (error) {
    if (!isProblem(error) || error.code !== 'version-outdated') throw error;
    return api.change(id, (await api.conversation(id)).version, fields);
  }
}

export const setLabels = (row: ConversationInfo, labels: string[]): Promise<boolean> => act(() => arranged(row, { labels }));

export const setField = (row: ConversationInfo, key: string, value: string | null): Promise<boolean> => act(() => arranged(row, { fields: { [key]: value } }));

export const setPriority = (row: ConversationInfo, priority: ConversationInfo['priority']): Promise<boolean> => act(() => arranged(row, { priority }));

export async function resolveAndNext(id: string): Promise<void> {
  const next = neighbour(1) ?? neighbour(-1);
  if (await resolve(id)) await openConversation(next?.id === id ? undefined : next?.id);
}
