// Macros for the stand-in: what they do, and the same done to several conversations at once.
import { cannedReplies, colleagues, id } from './desk.mjs';

const seeded = () => [
  { id: 'mac_1', name: 'Refund started', actions: [{ kind: 'assign', agent: 'me' }, { kind: 'reply', canned_reply: 'cnd_2' }, { kind: 'add-labels', labels: ['refund'] }, { kind: 'resolve' }] },
  { id: 'mac_2', name: 'Greet by name', actions: [{ kind: 'assign', agent: 'me' }, { kind: 'reply', canned_reply: 'cnd_1' }] },
  { id: 'mac_3', name: 'Wait for the warehouse', actions: [{ kind: 'note', text: 'Asked the warehouse.' }, { kind: 'priority', priority: 'normal' }, { kind: 'snooze', minutes: 1440 }] },
];

let macros = seeded();
const answers = new Map();

export function resetMacros() {
  macros = seeded();
  answers.clear();
}

const refusal = (code, detail, step, more = {}) => ({ outcome: 'refused', problem: { code, detail, step, ...more } });

/** What would become of a conversation, action by action; what stands in the way ends it. */
function planned(one, actions, me, leads, lacking) {
  const next = { state: one.state, agent: one.agent, labels: one.labels, priority: one.priority, fields: one.fields };
  const steps = [];
  const turns = [];
  for (const [step, action] of actions.entries()) {
    const before = JSON.stringify(next);
    const foreign = next.agent && next.agent.id !== me.id && !leads;
    const said = {};
    if (['reply', 'snooze', 'resolve', 'return-to-assistant', 'assign'].includes(action.kind) && foreign) return refusal('already-claimed', `${next.agent.name} has this conversation.`, step, { agent: next.agent });
    switch (action.kind) {
      case 'reply': {
        const text = cannedReplies.find((reply) => reply.id === action.canned_reply)?.texts[one.language];
        if (!text) return refusal('text-not-in-language', `This canned reply has no text in ${one.language}.`, step);
        if (text.includes('{{shopper.name}}') && !one.shopper.name) return refusal('variable-missing', 'Not known of this customer: shopper.name. Write the reply yourself.', step);
        if (next.agent?.id !== me.id) return refusal('wrong-state', 'This cannot be done with the conversation as it is now.', step);
        Object.assign(said, { text: text.replace('{{shopper.name}}', one.shopper.name).replace('{{agent.name}}', me.name), language: one.language });
        turns.push({ author: 'agent', agent: me, ...said });
        next.state = 'waiting';
        break;
      }
      case 'note':
        Object.assign(said, { text: action.text, language: 'en' });
        turns.push({ author: 'note', agent: me, ...said });
        break;
      case 'set-labels':
        next.labels = action.labels;
        break;
      case 'add-labels':
        next.labels = [...new Set([...next.labels, ...action.labels])];
        break;
      case 'remove-labels':
        next.labels = next.labels.filter((label) => !action.labels.includes(label));
        break;
      case 'field':
        next.fields = { ...next.fields, [action.field]: action.value };
        break;
      case 'priority':
        next.priority = action.priority;
        break;
      case 'assign': {
        const to = colleagues.find((other) => other.id === action.agent);
        Object.assign(next, action.team ? { state: 'queued', agent: undefined, team: action.team } : { state: 'open', agent: to ? { id: to.id, name: to.display_name } : me });
        break;
      }
      case 'snooze':
        if (!['open', 'waiting'].includes(next.state)) return refusal('wrong-state', 'This cannot be done with the conversation as it is now.', step);
        Object.assign(next, { state: 'snoozed', snoozed_until: new Date(Date.now() + action.minutes * 60_000).toISOString() });
        break;
      default:
        if (action.kind === 'resolve' && lacking(next)) return refusal('fields-missing', lacking(next).body.detail, step);
        next.state = action.kind === 'resolve' ? 'resolved' : 'assistant';
        next.agent = undefined;
    }
    steps.push({ action, changes: Boolean(said.text) || JSON.stringify(next) !== before, ...said, state: next.state });
  }
  return { outcome: 'planned', version: one.version, steps, next, turns };
}

function run({ desk, changed, add, lacking }, actions, { conversations, versions, dry_run }, me, leads) {
  const data = conversations.map((name, i) => {
    const one = desk.get(name);
    const { next, turns, ...plan } = planned(one, actions, me, leads, lacking);
    if (plan.outcome === 'refused' || dry_run) return { conversation: name, ...plan };
    if (versions && versions[i] !== one.version) return { conversation: name, ...refusal('version-outdated', 'This has changed since you saw it. Look at it again.') };
    turns.forEach((turn) => add(one, turn));
    changed(one, next);
    return { conversation: name, outcome: 'done', version: one.version };
  });
  const refused = data.filter(({ outcome }) => outcome === 'refused').length;
  return { dry_run: Boolean(dry_run), done: data.length - refused, refused, data };
}

/** What is asked of macros, or nothing if it is something else. */
export function macroRoute(method, path, body, user, key, tools) {
  const { problem, ok } = tools;
  const me = { id: user.id, name: user.display_name };
  const leads = user.roles.includes('lead');
  const [, name, running] = /^\/macros(?:\/([^/]+))?(\/run)?$/.exec(path) ?? [];
  const macro = macros.find((one) => one.id === name);
  if (running || path === '/bulk') {
    if (!answers.has(key) || !key) {
      const ran = run(tools, running ? macro.actions : body.actions, body, me, leads);
      if (!key) return ok(ran);
      answers.set(key, ran);
    }
    return ok(answers.get(key));
  }
  if (!/^\/macros(\/|$)/.test(path)) return undefined;
  if (method === 'GET') return ok({ data: [...macros].sort((one, other) => one.name.localeCompare(other.name)) });
  if (method === 'POST') {
    const made = { id: id('mac'), ...body };
    macros.push(made);
    return ok(made, 201);
  }
  if (!macro) return problem(404, 'unknown-macro', 'There is no such macro.');
  if (method === 'DELETE') macros = macros.filter((one) => one !== macro);
  return method === 'DELETE' ? ok(undefined, 204) : ok(Object.assign(macro, body));
}
