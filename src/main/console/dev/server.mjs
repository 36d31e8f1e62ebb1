// A stand-in for the service, to try the console by hand: node dev/server.mjs [PORT] [FOLDER]. Anybody signs in with any
// password but "wrong". What is asked of /dev/… lets things happen: /dev/message, /dev/typing, /dev/expire, /dev/cut, …
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cannedReplies, colleagues, crowd, id, renewed, seeded } from './desk.mjs';

const [port = '7080', folder = fileURLToPath(new URL('../dist/', import.meta.url))] = process.argv.slice(2);
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', json: 'application/json' };
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

let desk = new Map(seeded().map((one) => [one.id, one]));
let log = [];
let streams = new Set();
let notifications = [];
let views = [];
const sessions = new Map();
const keys = new Map();
const statuses = new Map();

function tell(type, data, logged = true) {
  const number = log.length + 1;
  const frame = `${logged ? `id: ${number}\n` : ''}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
  if (logged) log.push(frame);
  streams.forEach((stream) => stream.write(frame));
}

/** To one of them, on all her consoles. */
function tellUnread(agent) {
  const unread = notifications.filter(({ to, read }) => to === agent && !read).length;
  streams.forEach((stream) => stream.agent === agent && stream.write(`event: notifications.updated\ndata: ${JSON.stringify({ unread })}\n\n`));
}

function notify(to, kind, one, agent, text) {
  if (to === agent?.id) return;
  notifications.unshift({ to, id: `ntf_${log.length * 10 + notifications.length}`, kind, conversation: one.id, shopper: { id: one.shopper.id, name: one.shopper.name }, agent, text: text?.slice(0, 140), read: false, created_at: new Date().toISOString() });
  tellUnread(to);
}

function changed(one, fields = {}) {
  Object.assign(one, fields, { version: one.version + 1 });
  tell('conversation.updated', { conversation: one.id, seq: one.turns.length, state: one.state, agent: one.agent });
  return one;
}

function add(one, turn) {
  const made = { id: id('trn'), seq: one.turns.length + 1, created_at: new Date().toISOString(), ...turn };
  one.turns.push(made);
  renewed(one);
  one.version++;
  tell(made.author === 'note' ? 'note.created' : 'turn.created', { conversation: one.id, seq: made.seq, turn: made });
  return made;
}

/** A summary as the log tells it; a model adds what it tells. */
const withoutModel = (summary) => summary && { ...summary, told: undefined };
const row = ({ turns, summary, assigned_because, ...rest }) => rest;
const problem = (status, code, detail, more = {}) => ({ status, body: { type: `urn:babeldesk:problem:${code}`, title: code, status, detail, code, request_id: 'dev', ...more } });
const ok = (body, status = 200) => ({ status, body });

const actions = {
  summary: ({ summary }) => ok({ ...withoutModel(summary), ...(summary.told ? { text: summary.told, by: 'model' } : {}) }),
  suggest: (one) => {
    const asked = one.turns.findLast(({ author }) => author === 'shopper');
    const answered = asked?.text.includes('?') && one.summary?.sources[0];
    return ok({ reply: answered ? 'answered' : 'declined', language: one.language, text: answered ? `${one.summary.sources[0].title}: …` : '', sources: answered ? one.summary.sources : [] });
  },
  claim(one, me) {
    if (one.agent && one.agent.id !== me.id) return problem(409, 'already-claimed', `${one.agent.name} has it.`, { agent: one.agent });
    add(one, { author: 'system', text: `${me.name} joined the chat`, language: 'en' });
    return ok(row(changed(one, { state: 'open', agent: me, assigned_because: ['Claimed'] })));
  },
  messages(one, me, { text, seen_up_to }, key) {
    if (keys.has(key)) return ok(keys.get(key), 201);
    const later = one.turns.some((turn) => turn.seq > seen_up_to && (turn.author === 'shopper' || (turn.author === 'agent' && turn.agent.id !== me.id)));
    if (later) return problem(409, 'stale-view', 'Something new was said.');
    if (text.includes('fail')) return problem(503, 'unavailable', 'The service is busy.');
    const turn = add(one, { author: 'agent', agent: me, text, language: one.language });
    keys.set(key, turn);
    delete one.waits_since;
    delete one.deadline;
    changed(one, { state: 'waiting' });
    return ok(turn, 201);
  },
  notes(one, me, { text, mentions = [] }) {
    const people = mentions.map((name) => colleagues.find((other) => other.id === name)).map((other) => ({ id: other.id, name: other.display_name }));
    const note = add(one, { author: 'note', agent: me, text, language: 'en', ...(people.length ? { mentions: people } : {}) });
    mentions.forEach((name) => notify(name, 'mention', one, me, text));
    return ok(note, 201);
  },
  typing: (one, me) => (tell('presence.updated', { conversation: one.id, agents: [{ ...me, activity: 'typing' }] }, false), ok(undefined, 204)),
  viewing: (one, me) => (tell('presence.updated', { conversation: one.id, agents: [{ ...me, activity: 'viewing' }] }, false), ok(undefined, 204)),
  transfer: (one, me, { agent }) => {
    const to = colleagues.find((other) => other.id === agent);
    if (to) notify(to.id, 'transfer', one, me);
    return ok(row(changed(one, to ? { state: 'open', agent: { id: to.id, name: to.display_name } } : { state: 'queued', agent: undefined })));
  },
  snooze: (one, _, { until }) => ok(row(changed(one, { state: 'snoozed', snoozed_until: until }))),
  resolve: (one, me) => ok(row(changed(one, { state: 'resolved', resolved: { by: me, at: new Date().toISOString() } }))),
  reopen: (one, me) => ok(row(changed(one, { state: 'open', agent: me }))),
  'return-to-assistant': (one) => ok(row(changed(one, { state: 'assistant', agent: undefined }))),
};

function notificationRoute(path, query, { up_to, conversation }, me) {
  const mine = notifications.filter(({ to }) => to === me.id);
  if (path === '/notifications/read') {
    const seen = mine.findIndex(({ id }) => id === up_to);
    mine.slice(seen).forEach((one) => (one.read ||= !conversation || one.conversation === conversation));
    tellUnread(me.id);
  }
  return ok({ data: mine.filter(({ read }) => !read || query.get('unread') !== 'true'), has_more: false, unread: mine.filter(({ read }) => !read).length });
}

function viewRoute(method, name, { name: called, ...filter }, me) {
  const at = views.findIndex(({ id, of }) => id === name && of === me.id);
  const view = { id: name ?? id('viw'), name: called, filter: { states: [], ...filter }, count: 0, of: me.id };
  if (method === 'GET') return ok({ data: views.filter(({ of }) => of === me.id) });
  if (method === 'POST') return (views.push(view), ok(view, 201));
  if (at < 0) return problem(404, 'unknown-view', 'There is no such saved view.');
  views.splice(at, 1, ...(method === 'PUT' ? [view] : []));
  return method === 'PUT' ? ok(view) : ok(undefined, 204);
}

function agentRoute(method, path, query, body, session, key) {
  if (path === '/login') {
    if (body.password === 'wrong') return problem(401, 'sign-in-refused', 'Name and password do not belong together. Check both and try again.');
    const found = colleagues.find(({ username }) => username === body.username) ?? colleagues[0];
    const secret = id('s');
    const made = { ...found, rights: ['own-account', 'see-colleagues', 'read-conversations', 'write-conversations', ...(found.roles.includes('lead') ? ['lead-conversations'] : [])], must_change_password: body.password === 'first' };
    sessions.set(secret, made);
    return { ...ok({ user: made, csrf_token: 'dev' }), cookie: `babeldesk_session=${secret}; Path=/; HttpOnly; SameSite=Lax` };
  }
  const user = sessions.get(session);
  if (!user) return problem(401, 'not-signed-in', 'You are not signed in, or your session has ended. Sign in again.');
  const me = { id: user.id, name: user.display_name };
  if (path === '/me') return ok({ user, csrf_token: 'dev' });
  if (path === '/me/password') return (sessions.set(session, { ...user, must_change_password: false }), ok({ user: sessions.get(session), csrf_token: 'dev' }));
  if (path === '/logout' || path === '/sessions') return (sessions.delete(session), ok(undefined, 204));
  if (path === '/me/status') return (statuses.set(me.id, body.status), ok(undefined, 204));
  if (path === '/presence') return ok({ data: [{ id: me.id, status: statuses.get(me.id) ?? 'online' }] });
  if (path === '/accounts') return ok({ data: colleagues });
  if (path === '/canned-replies') return ok({ data: cannedReplies });
  if (path.startsWith('/notifications')) return notificationRoute(path, query, body, me);
  if (/^\/views\b/.test(path)) return viewRoute(method, path.split('/')[2], body, me);
  if (path === '/conversations') {
    const states = (query.get('state') ?? '').split(',').filter(Boolean);
    const found = [...desk.values()].filter(({ state }) => !states.length || states.includes(state));
    const from = Number(query.get('cursor') ?? 0);
    const limit = Number(query.get('limit') ?? 50);
    return ok({ data: found.slice(from, from + limit).map(row), has_more: found.length > from + limit, ...(found.length > from + limit ? { next_cursor: String(from + limit) } : {}) });
  }
  const [, name, action] = /^\/conversations\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  const one = desk.get(name);
  if (!one) return problem(404, 'unknown-conversation', 'There is no such conversation.');
  if (!action) return method === 'PATCH' ? ok(row(changed(one, body))) : ok({ conversation: row(one), turns: one.turns, summary: withoutModel(one.summary), assigned_because: one.assigned_because });
  return actions[action]?.(one, me, body, key) ?? problem(404, 'not-found', 'There is nothing at this address.');
}

/** Lets something happen that the console did not ask for. */
function happen(what, query) {
  const one = desk.get(query.get('c')) ?? [...desk.values()].find(({ state }) => state === 'open');
  switch (what) {
    case 'reset':
      statuses.clear();
      notifications = [];
      views = [];
      desk = new Map(seeded().map((fresh) => [fresh.id, fresh]));
      break;
    case 'crowd':
      crowd(1000).forEach((fresh) => desk.set(fresh.id, fresh));
      break;
    case 'message':
      one.waits_since = new Date().toISOString();
      changed(one, { state: one.state === 'waiting' ? 'open' : one.state });
      add(one, { author: 'shopper', text: query.get('text') ?? 'Hallo?', language: one.language });
      break;
    case 'mention': {
      const aiko = { id: 'agt_aiko', name: 'Aiko Mori' };
      const text = query.get('text') ?? '@Mara Lind could you look at this one? The lamp is from the same batch.';
      add(one, { author: 'note', agent: aiko, text, language: 'en', mentions: [{ id: 'agt_mara', name: 'Mara Lind' }] });
      notify('agt_mara', 'mention', one, aiko, text);
      break;
    }
    case 'escalate': {
      const [fresh] = crowd(1);
      desk.set(fresh.id, fresh);
      tell('conversation.created', { conversation: fresh.id, seq: 1 });
      break;
    }
    case 'typing':
    case 'viewing':
      tell('presence.updated', { conversation: one.id, agents: [{ id: 'agt_yusuf', name: 'Yusuf Haddad', activity: what }] }, false);
      break;
    case 'shopper-types':
      tell('typing', { conversation: one.id }, false);
      break;
    case 'expire':
      sessions.clear();
      break;
    case 'cut':
      streams.forEach((stream) => stream.destroy());
  }
}

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://dev');
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const session = /babeldesk_session=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
  if (pathname.startsWith('/dev/')) {
    happen(pathname.slice(5), searchParams);
    response.writeHead(204).end();
  } else if (pathname === '/agent/v1/events') {
    if (!sessions.has(session)) return void response.writeHead(401, { 'Content-Type': 'application/problem+json' }).end('{"code":"not-signed-in"}');
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    const from = request.headers['last-event-id'];
    if (from) log.slice(Number(from)).forEach((frame) => response.write(frame));
    response.write(': hb\n\n');
    response.agent = sessions.get(session).id;
    streams.add(response);
    tellUnread(response.agent);
    response.on('close', () => streams.delete(response));
  } else if (pathname.startsWith('/agent/v1')) {
    const body = chunks.length ? JSON.parse(Buffer.concat(chunks).toString()) : {};
    const { status, body: answer, cookie } = agentRoute(request.method, pathname.slice('/agent/v1'.length), searchParams, body, session, request.headers['idempotency-key']);
    response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...(cookie ? { 'Set-Cookie': cookie } : {}) });
    response.end(answer === undefined ? '' : JSON.stringify(answer));
  } else {
    const name = pathname === '/console' ? 'index.html' : pathname.replace('/console/', '');
    const file = await readFile(join(folder, name)).catch(() => undefined);
    if (!file || !/^[\w.-]+$/.test(name)) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': `${TYPES[name.split('.').at(-1)]}; charset=utf-8`, 'Content-Security-Policy': POLICY });
    response.end(file);
  }
}).listen(Number(port), '127.0.0.1', function () {
  console.error(`the console with a stand-in for the service: http://127.0.0.1:${this.address().port}/console`);
});
