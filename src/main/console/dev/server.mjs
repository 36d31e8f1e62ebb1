// A stand-in for the service, to try the console by hand: node dev/server.mjs [PORT] [FOLDER]. Anybody signs in with any
// password but "wrong". What is asked of /dev/… lets things happen: /dev/message, /dev/typing, /dev/expire, /dev/cut, …
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { articles, cannedReplies, colleagues, crowd, id, quiet, renewed, seeded, translated } from './desk.mjs';
import { shopperFile } from './files.mjs';
import { macroRoute, resetMacros } from './macros.mjs';
import { behind, report } from './reports.mjs';

const [port = '7080', folder = fileURLToPath(new URL('../dist/', import.meta.url))] = process.argv.slice(2);
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', json: 'application/json' };
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

let desk = new Map(seeded().map((one) => [one.id, one]));
let log = [];
let streams = new Set();
let notifications = [];
let views = [];
/** What the service says of its language model: it has none until /dev/model says otherwise. */
let model = { available: false, reason: 'not-configured' };
let blocked = new Map();
let provider;
let secondFactor = {};
const seenAt = (name, browser) => ({ id: name, current: false, address: '192.0.2.17', browser, created_at: new Date(Date.now() - 9e7).toISOString(), last_used_at: new Date().toISOString() });
const others = () => [seenAt('ses_phone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'), seenAt('ses_office', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0')];
let elsewhere = others();
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
const withoutModel = (summary) => summary && { ...summary, told: undefined, wordable: !!summary.told };
const row = ({ turns, summary, assigned_because, marks, merged, ...rest }) => rest;
const problem = (status, code, detail, more = {}) => ({ status, body: { type: `urn:babeldesk:problem:${code}`, title: code, status, detail, code, request_id: 'dev', ...more } });
const ok = (body, status = 200) => ({ status, body });

const shopFields = [
  { key: 'order', label: 'Order number', type: 'text', required: false },
  { key: 'outcome', label: 'Outcome', type: 'choice', required: false, choices: [{ key: 'refund', label: 'Refund' }, { key: 'replacement', label: 'Replacement' }] },
  { key: 'gift', label: 'A gift', type: 'yes-no', required: false },
];

/** What has to be filled in first. */
function lacking(one) {
  const missing = shopFields.filter(({ key, required }) => required && !one.fields?.[key]);
  const detail = `Fill in first: ${missing.map(({ label }) => label).join(', ')}.`;
  return missing.length ? problem(409, 'fields-missing', detail, { errors: missing.map(({ key }) => ({ pointer: `/fields/${key}`, code: 'fields-missing', detail })) }) : undefined;
}

const withTranslation = (text, to, answer) => {
  if (!model.available) return problem(409, 'translation-off', 'Translation is off.');
  return text.includes('untranslatable') ? problem(503, 'translation-failed', 'This could not be translated reliably. Nothing was sent.') : answer(translated(text, to));
};

const actions = {
  summary: ({ summary }) => ok({ ...withoutModel(summary), ...(summary.told ? { text: summary.told, by: 'model' } : {}) }),
  suggest: (one) => {
    const asked = one.turns.findLast(({ author }) => author === 'shopper');
    const answered = asked?.text.includes('?') && one.summary?.sources[0];
    return ok({ turn: asked?.id, reply: answered ? 'answered' : 'declined', language: one.language, text: answered ? `${one.summary.sources[0].title}: …` : '', sources: answered ? one.summary.sources : [] });
  },
  claim(one, me) {
    if (one.agent && one.agent.id !== me.id) return problem(409, 'already-claimed', `${one.agent.name} has it.`, { agent: one.agent });
    add(one, { author: 'system', text: `${me.name} joined the chat`, language: 'en' });
    return ok(row(changed(one, { state: 'open', agent: me, assigned_because: ['Claimed'] })));
  },
  messages(one, me, { text, seen_up_to, translate_to, original }, key) {
    if (keys.has(key)) return ok(keys.get(key), 201);
    const later = one.turns.some((turn) => turn.seq > seen_up_to && (turn.author === 'shopper' || (turn.author === 'agent' && turn.agent.id !== me.id)));
    if (later) return problem(409, 'stale-view', 'Something new was said.');
    if (text.includes('fail')) return problem(503, 'unavailable', 'The service is busy.');
    if (translate_to && !original) return withTranslation(text, translate_to, (words) => actions.messages(one, me, { text: words, seen_up_to, translate_to, original: text }, key));
    const turn = add(one, { author: 'agent', agent: me, text, language: one.language, ...(original ? { original: { text: original, language: 'de' } } : {}) });
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
  resolve: (one, me) => lacking(one) ?? ok(row(changed(one, { state: 'resolved', resolved: { by: me, at: new Date().toISOString() } }))),
  reopen: (one, me) => ok(row(changed(one, { state: 'open', agent: me }))),
  merge(one, me, { into }) {
    const target = desk.get(into);
    if (target?.shopper.id !== one.shopper.id) return problem(409, 'other-shopper', 'Only two different conversations of the same customer can be merged.');
    add(one, { author: 'system', text: 'This conversation goes on in your other chat with us.', language: 'en' });
    changed(one, { state: 'closed', agent: undefined, merged_into: into });
    add(target, { author: 'note', agent: me, text: `Another conversation of the same customer goes on here: ${one.id}`, language: 'en' });
    target.merged = [...(target.merged ?? []), { id: one.id, created_at: one.created_at, turns: one.turns }];
    return ok(row(changed(target, { labels: [...new Set([...target.labels, ...one.labels])] })));
  },
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

function mark(turn, given) {
  const one = [...desk.values()].find(({ turns }) => turns.some(({ id }) => id === turn));
  if (!one) return problem(404, 'unknown-message', 'There is no such message.');
  one.marks = { ...one.marks, [turn]: given ?? undefined };
  tell('turn.marked', { conversation: one.id, turn, mark: given });
  return ok({ turn, ...(given ? { mark: given } : {}) });
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

function blockRoute(method, shopper, { reason, until }, me) {
  const hers = [...desk.values()].filter((one) => one.shopper.id === shopper);
  const shown = ([id, kept]) => ({ ...kept, shopper: { id, name: [...desk.values()].find((one) => one.shopper.id === id)?.shopper.name } });
  if (method === 'GET') return ok({ data: [...blocked].map(shown) });
  if (!hers.length) return problem(404, 'unknown-shopper', 'There is no such customer.');
  if (method === 'POST') blocked.set(shopper, { reason, until, by: me, since: new Date().toISOString() });
  else blocked.delete(shopper);
  hers.forEach((one) => changed(one, method === 'POST' ? { state: 'closed', agent: undefined } : {}));
  return method === 'POST' ? ok(shown([shopper, blocked.get(shopper)])) : ok(undefined, 204);
}

/** Takes words out of a turn; all who look at it are told. */
function redactRoute(name, { whole, spans = [] }) {
  const one = [...desk.values()].find(({ turns }) => turns.some(({ id }) => id === name));
  const turn = one?.turns.find(({ id }) => id === name);
  if (!turn) return problem(404, 'unknown-message', 'There is no such message.');
  const letters = [...turn.text];
  [...spans].sort((first, second) => second.from - first.from).forEach(({ from, to }) => letters.splice(from, to - from, '[removed]'));
  Object.assign(turn, { text: whole ? '[removed]' : letters.join(''), original: undefined });
  renewed(one);
  tell('turn.updated', { conversation: one.id, seq: turn.seq, turn });
  return ok(turn);
}

function agentRoute(method, path, query, body, session, key) {
  if (path === '/login') {
    if (body.password === 'wrong') return problem(401, 'sign-in-refused', 'Name and password do not belong together. Check both and try again.');
    const found = colleagues.find(({ username }) => username === body.username) ?? colleagues[0];
    const secret = id('s');
    const made = { ...found, rights: ['own-account', 'see-colleagues', 'read-conversations', 'write-conversations', 'redact-turns', ...(found.roles.includes('lead') ? ['lead-conversations', 'read-reports', 'block-shoppers'] : [])], must_change_password: body.password === 'first' };
    sessions.set(secret, made);
    return { ...ok({ user: made, csrf_token: 'dev' }), cookie: `babeldesk_session=${secret}; Path=/; HttpOnly; SameSite=Lax` };
  }
  if (path === '/sign-in') return ok({ passwords: true, ...(provider ? { provider } : {}) });
  if (path === '/single-sign-on') return provider?.reachable ? ok({ url: '/agent/v1/single-sign-on/callback' }) : problem(503, 'single-sign-on-unreachable', 'The sign-in provider cannot be reached at the moment.');
  if (path === '/single-sign-on/callback') return { ...ok(undefined, 303), headers: { Location: '/console?sign-in=no-account' } };
  const user = sessions.get(session);
  if (!user) return problem(401, 'not-signed-in', 'You are not signed in, or your session has ended. Sign in again.');
  const me = { id: user.id, name: user.display_name };
  if (path === '/me') return ok({ user, csrf_token: 'dev' });
  if (path === '/me/password') return (sessions.set(session, { ...user, must_change_password: false }), ok({ user: sessions.get(session), csrf_token: 'dev' }));
  if (path === '/me/second-factor') return secondFactorRoute(method, body);
  if (path === '/me/second-factor/off') return body.code === '123456' ? (delete secondFactor.on, ok(undefined, 204)) : problem(422, 'code-wrong', 'This code is wrong or was used already.');
  if (path.startsWith('/sessions') && (method === 'GET' || path !== '/sessions' || query.has('others'))) return sessionRoute(method, path.split('/')[2]);
  if (path === '/logout' || path === '/sessions') return (sessions.delete(session), ok(undefined, 204));
  if (path === '/me/status') return (statuses.set(me.id, body.status), ok(undefined, 204));
  if (path === '/presence') return ok({ data: [{ id: me.id, status: statuses.get(me.id) ?? 'online' }] });
  if (path === '/accounts') return ok({ data: colleagues });
  if (path === '/translation') return ok(model);
  if (path === '/translate') return withTranslation(body.text, body.to, (text) => ok({ text, language: body.to, from: body.from ?? 'de', translated: true }));
  if (path.startsWith('/turns/') && path.endsWith('/translation')) {
    const turn = [...desk.values()].flatMap(({ turns }) => turns).find(({ id }) => id === path.split('/')[2]);
    if (!turn) return problem(404, 'unknown-message', 'There is no such message.');
    return withTranslation(turn.text, query.get('to'), (text) => ok({ text, language: query.get('to'), from: turn.language, translated: true }));
  }
  if (path === '/fields') return ok({ data: shopFields });
  if (path === '/canned-replies') return ok({ data: cannedReplies });
  if (path === '/articles') return ok({ data: articles(query.get('q').toLowerCase(), query.get('lang')) });
  if (path.startsWith('/notifications')) return notificationRoute(path, query, body, me);
  if (/^\/views\b/.test(path)) return viewRoute(method, path.split('/')[2], body, me);
  const several = macroRoute(method, path, body, user, key, { desk, changed, add, problem, ok, lacking });
  if (several) return several;
  const [, wanted, list] = /^\/reports\/(\w+)(\/conversations)?$/.exec(path) ?? [];
  if (wanted) return ok(list ? behind(query, [...desk.keys()]) : report(wanted, query));
  const [, turn] = /^\/turns\/([^/]+)\/mark$/.exec(path) ?? [];
  if (turn) return mark(turn, body.mark);
  if (path === '/conversations') {
    const states = (query.get('state') ?? '').split(',').filter(Boolean);
    const words = query.get('q');
    const found = [...desk.values()]
      .filter(({ state, language }) => (!states.length || states.includes(state)) && [language, null].includes(query.get('lang')))
      .flatMap((one) => (words ? lookIn(one, words) : [one]));
    const from = Number(query.get('cursor') ?? 0);
    const limit = Number(query.get('limit') ?? 50);
    return ok({ data: found.slice(from, from + limit).map((one) => (words ? one : row(one))), has_more: found.length > from + limit, ...(found.length > from + limit ? { next_cursor: String(from + limit) } : {}) });
  }
  if (path === '/blocked-shoppers' || path.startsWith('/shoppers/')) return blockRoute(method, path.split('/')[2], body, me);
  const redacted = /^\/turns\/([^/]+)\/redact$/.exec(path);
  if (redacted) return redactRoute(redacted[1], body);
  const [, name, action] = /^\/conversations\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  const one = desk.get(name);
  if (!one) return problem(404, 'unknown-conversation', 'There is no such conversation.');
  if (!action) return method === 'PATCH' ? ok(row(changed(one, { ...body, ...(body.fields ? { fields: Object.fromEntries(Object.entries({ ...one.fields, ...body.fields }).filter(([, value]) => value !== null)) } : {}) }))) : ok({ conversation: row(one), turns: one.turns, blocked: blocked.get(one.shopper.id), marks: one.marks, merged: one.merged, summary: withoutModel(one.summary), assigned_because: one.assigned_because });
  if (/^suggest\/\w+\/outcome$/.test(action)) return ok(undefined, 204);
  return actions[action]?.(one, me, body, key) ?? problem(404, 'not-found', 'There is nothing at this address.');
}

/** A conversation with the turn in which the words stand as they are. */
function lookIn(one, words) {
  const turn = one.turns.find(({ text }) => text.includes(words));
  if (!turn) return one.shopper.name?.includes(words) ? [row(one)] : [];
  const [before, ...rest] = turn.text.split(words);
  const pieces = [{ text: before, hit: false }, { text: words, hit: true }, { text: rest.join(words), hit: false }].filter(({ text }) => text);
  return [{ ...row(one), found: { turn: turn.id, seq: turn.seq, author: turn.author, at: turn.created_at, pieces } }];
}

function secondFactorRoute(method, { code, current_password: password }) {
  if (method === 'GET') return ok({ on: secondFactor.on ?? false, required: false, recovery_codes_left: secondFactor.on ? 10 : 0 });
  if (method === 'POST' && password === 'wrong') return problem(422, 'password-wrong', 'The present password is not right.');
  if (method === 'POST') return ok({ secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x', qr: { size: 21, path: 'M0 0h7v7h-7zM1 1v5h5v-5zM14 0h7v7h-7zM0 14h7v7h-7zM9 9h3v3h-3zM14 14h2v2h-2zM18 18h3v3h-3z' } });
  if (code !== '123456') return problem(422, 'code-wrong', 'This code is wrong or was used already. Wait for the next one and try again.');
  secondFactor.on = true;
  return ok({ recovery_codes: Array.from({ length: 10 }, (_, i) => `abcd-efgh-jklm-nop${i % 8}`) });
}

function sessionRoute(method, name) {
  if (method === 'DELETE') elsewhere = name ? elsewhere.filter(({ id: one }) => one !== name) : [];
  return method === 'GET' ? ok({ data: [{ ...seenAt('ses_here', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'), current: true }, ...elsewhere] }) : ok(undefined, 204);
}

/** Lets something happen that the console did not ask for. */
function happen(what, query) {
  const one = desk.get(query.get('c')) ?? [...desk.values()].find(({ state }) => state === 'open');
  switch (what) {
    case 'reset':
      statuses.clear();
      notifications = [];
      views = [];
      model = { available: false, reason: 'not-configured' };
      blocked = new Map();
      shopFields.forEach((field) => (field.required = false));
      resetMacros();
      provider = undefined;
      secondFactor = {};
      elsewhere = others();
      desk = new Map(seeded().map((fresh) => [fresh.id, fresh]));
      break;
    case 'model':
      model = query.get('off') ? { available: false, reason: query.get('off') } : { available: true };
      break;
    case 'require':
      shopFields.forEach((field) => (field.required = field.key !== 'gift'));
      break;
    case 'twin': {
      // The same shopper writes once more.
      const [fresh] = crowd(1);
      Object.assign(fresh, { language: one.language, labels: ['twin'], shopper: { ...one.shopper, earlier: [{ id: one.id, state: one.state, created_at: one.created_at, last_line: one.last_line }] } });
      desk.set(fresh.id, fresh);
      one.shopper = { ...one.shopper, earlier: [{ id: fresh.id, state: fresh.state, created_at: fresh.created_at, last_line: fresh.last_line }] };
      tell('conversation.created', { conversation: fresh.id, seq: 1 });
      changed(one);
      break;
    }
    case 'crowd':
      crowd(1000).forEach((fresh) => desk.set(fresh.id, fresh));
      break;
    case 'quiet':
      quiet(60).forEach((fresh) => desk.set(fresh.id, fresh));
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
    case 'provider':
      provider = { name: 'Example ID', reachable: query.get('reachable') !== 'no' };
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
  } else if (shopperFile(pathname)) {
    const { type, disposition, content } = shopperFile(pathname);
    response.writeHead(200, { 'Content-Type': type, 'Content-Disposition': disposition }).end(content);
  } else if (pathname.startsWith('/agent/v1')) {
    const body = chunks.length ? JSON.parse(Buffer.concat(chunks).toString()) : {};
    const { status, body: answer, cookie, headers = {} } = agentRoute(request.method, pathname.slice('/agent/v1'.length), searchParams, body, session, request.headers['idempotency-key']);
    response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...(cookie ? { 'Set-Cookie': cookie } : {}), ...headers });
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
