// A stand-in for the real server, to try the widget in a browser: `npm run dev`, then open the address
// that it prints. It answers from a few scripted replies and forgets everything when it stops.
//
// Query of the demo page: lang, market, accent, position, mode, consent, csp=1 (strict policy).
// POST /dev/{cut,down,up,handoff,agent,resolve,expire} plays trouble and people.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const port = Number(process.argv[2] ?? 7071);
const LANGUAGES = ['en', 'zh', 'es', 'fr', 'de', 'it', 'pt', 'ru', 'ar', 'ja', 'ko', 'tr'];

const TALK = {
  en: ['Hello! Ask me about orders, delivery, returns, refunds and payment at Larkwell.', 'You are chatting with an automated assistant. It answers from the policies of Larkwell and can make mistakes.', ['How long do I have to return something?', 'Where is my parcel?', 'Which payment methods do you take?'],
    ['Return window', 'You can return any item within *30 days* of delivery.', ['Unused and in its original packaging', 'With the receipt or the order number LW-204481'], 'The refund reaches you within 5 working days.', 'How do I send it back?']],
  de: ['Hallo! Fragen Sie mich zu Bestellung, Lieferung, Rückgabe, Erstattung und Zahlung bei Larkwell.', 'Sie chatten mit einem automatischen Assistenten. Er antwortet auf Grundlage der Richtlinien von Larkwell und kann Fehler machen.', ['Wie lange kann ich etwas zurückgeben?', 'Wo ist mein Paket?', 'Welche Zahlungsarten gibt es?'],
    ['Rückgabefrist', 'Sie können jeden Artikel innerhalb von *30 Tagen* nach der Lieferung zurückgeben.', ['Unbenutzt und in der Originalverpackung', 'Mit Kaufbeleg oder der Bestellnummer LW-204481'], 'Die Erstattung erreicht Sie innerhalb von 5 Werktagen.', 'Wie schicke ich es zurück?']],
  es: ['¡Hola! Pregúntame sobre pedidos, envíos, devoluciones, reembolsos y pagos en Larkwell.', 'Estás chateando con un asistente automático. Responde según las políticas de Larkwell y puede cometer errores.', ['¿Cuánto tiempo tengo para devolver algo?', '¿Dónde está mi paquete?'],
    ['Plazo de devolución', 'Puedes devolver cualquier artículo en un plazo de *30 días* desde la entrega.', ['Sin usar y en su embalaje original', 'Con el recibo o el número de pedido LW-204481'], 'El reembolso te llega en 5 días laborables.', '¿Cómo lo envío?']],
  ar: ['مرحبًا! اسألني عن الطلبات والتوصيل والإرجاع واسترداد المبلغ والدفع في Larkwell.', 'أنت تتحدث مع مساعد آلي. يجيب استنادًا إلى سياسات متجر Larkwell وقد يرتكب أخطاء.', ['ما المدة المتاحة للإرجاع؟', 'أين شحنتي؟', 'ما طرق الدفع المتاحة؟'],
    ['مدة الإرجاع', 'يمكنك إرجاع أي منتج خلال *30 يومًا* من الاستلام.', ['غير مستعمل وفي عبوته الأصلية', 'مع الإيصال أو رقم الطلب LW-204481'], 'يصلك المبلغ خلال 5 أيام عمل.', 'كيف أعيد المنتج؟']],
  ja: ['こんにちは。Larkwellのご注文、配送、返品、返金、お支払いについてお答えします。', 'このチャットでは自動アシスタントがお答えします。Larkwellのポリシーに基づいて回答しますが、間違えることもあります。', ['返品はいつまでできますか？', '荷物は今どこですか？', '使える支払い方法は？'],
    ['返品期間', '商品はお届けから*30日以内*であれば返品できます。', ['未使用で、元の箱に入っていること', '領収書または注文番号 LW-204481 があること'], '返金は5営業日以内に行われます。', '返送の方法は？']],
};
const talk = (language) => TALK[language] ?? TALK.en;

const state = { down: false, conversations: new Map(), clients: new Set(), next: 1, tokens: 1, expired: new Set() };

function config(locale) {
  const wanted = locale.split('-')[0];
  const language = LANGUAGES.includes(wanted) ? wanted : 'en';
  const [greeting, disclosure, suggestions] = talk(language);
  return {
    site: 'demo', name: 'Larkwell', locale: language, direction: language === 'ar' ? 'rtl' : 'ltr', theme: {},
    greeting, disclosure, suggestions, privacy_url: 'https://larkwell.example/privacy',
    contact: { email: 'help@larkwell.example', phone: '+44 20 7946 0958', url: 'https://larkwell.example/contact' },
    hours: { time_zone: 'Europe/Berlin', text: '8:00–20:00', open: true },
    limits: { text_length: 4000 }, features: { files: false, handoff: true, identity: false }, markets: [],
    strings: JSON.parse(readFileSync(join(root, 'strings', `${language}.json`), 'utf8')),
  };
}

const t = (text) => ({ type: 'text', text });
const p = (text) => ({ type: 'p', children: text.split('*').map((part, i) => (i % 2 ? { type: 'strong', children: [t(part)] } : t(part))) });

function answer(language, question) {
  const [title, sentence, items, after, next] = talk(language)[3];
  const blocks = [p(sentence), { type: 'ul', items: items.map((item) => [p(item)]) }, { type: 'p', children: [t(`${after} `), { type: 'link', href: 'article:returns/return-window', children: [t(title)] }] }];
  if (/table|tabelle|表/i.test(question)) {
    blocks.push({ type: 'table', head: [[t('Country')], [t('Days')], [t('Price')]], rows: [['Germany', '2–3', '4,90 €'], ['Japan', '7–10', '￥1,800'], ['Saudi Arabia', '5–8', '45.00 SAR']].map((row) => row.map((cell) => [t(cell)])) });
  }
  if (/xss/i.test(question)) {
    blocks.push({ type: 'script', text: 'alert(1)', children: [t('<img src=x onerror=alert(1)>')] }, { type: 'p', children: [{ type: 'link', href: 'javascript:alert(1)', children: [t('click')] }] });
  }
  return {
    text: [sentence, ...items, after].join(' ').replaceAll('*', ''), blocks,
    sources: [{ article: 'returns/return-window', language, title, heading: title }, { article: 'returns/refunds', language, title: next, heading: '' }],
    suggestions: [{ label: next, question: next }], reply: 'answered',
  };
}

function emit(conversation, type, data, logged = true) {
  const event = { id: logged ? ++conversation.seq : 0, type, data };
  if (logged) conversation.events.push(event);
  for (const client of state.clients) if (client.conversation === conversation) write(client.response, event);
  return event.id;
}

function write(response, { id, type, data }) {
  response.write(`${id ? `id: ${id}\n` : ''}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
}

const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const SPEED = Number(process.env.SPEED ?? 400);

async function reply(conversation, shopperTurn, language) {
  const id = `trn_${state.next++}`;
  const turn = { id, author: 'assistant', text: '', language, status: 'open', reply_to: [shopperTurn.id], created_at: new Date().toISOString() };
  conversation.open = turn;
  turn.seq = conversation.seq + 1;
  conversation.turns.push(turn);
  emit(conversation, 'turn.created', { turn });
  emit(conversation, 'progress', { phase: 'retrieval' }, false);
  await wait(SPEED);
  const done = answer(language, shopperTurn.text);
  let n = 0;
  for (const sentence of done.text.match(/[^.。]+[.。]?\s*/g)) {
    if (conversation.stopped) break;
    turn.text += sentence;
    emit(conversation, 'turn.delta', { turn: id, n: n++, text: sentence }, false);
    await wait(SPEED);
  }
  const result = conversation.stopped ? { text: turn.text, blocks: [p(turn.text)], sources: [] } : done;
  conversation.stopped = false;
  conversation.open = null;
  Object.assign(turn, result, { status: 'complete', seq: conversation.seq + 1 });
  emit(conversation, 'turn.completed', { turn: id, ...result, seq: turn.seq });
}

function agentSays(conversation, text) {
  const turn = { id: `trn_${state.next++}`, seq: conversation.seq + 1, author: 'agent', name: 'Mara', text, blocks: [p(text)], status: 'complete', created_at: new Date().toISOString() };
  conversation.turns.push(turn);
  emit(conversation, 'turn.created', { turn });
}

function move(conversation, to, extra = {}) {
  Object.assign(conversation.info, { state: to, ...extra });
  emit(conversation, 'conversation.updated', { state: to, ...extra });
}

const problem = (response, status, code, detail) => send(response, status, { status, code, detail }, 'application/problem+json');

function send(response, status, body, type = 'application/json') {
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8` });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

async function api(request, response, url) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = chunks.length ? JSON.parse(Buffer.concat(chunks)) : {};
  const path = url.pathname.slice('/api/v1'.length);
  const [, conversationId, rest = ''] = /^\/conversations\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  if (path === '/widget-config') return send(response, 200, config(url.searchParams.get('locale') ?? 'en'));
  if (path.startsWith('/articles/')) {
    if (path.endsWith('refunds')) return problem(response, 404, 'unknown-article', 'There is no such article.');
    const language = url.searchParams.get('lang').split('-')[0];
    const [title, sentence, items, after] = talk(language)[3];
    return send(response, 200, { id: 'returns/return-window', title, language, direction: language === 'ar' ? 'rtl' : 'ltr', blocks: [p(sentence), { type: 'h', level: 3, children: [t(title)] }, { type: 'ol', items: items.map((item) => [p(item)]) }, p(after), { type: 'quote', children: [p(sentence)] }, { type: 'code', text: 'LW-204481' }] });
  }
  if (path === '/session') {
    const conversation = [...state.conversations.values()].findLast((c) => c.secret === body.visitor_secret && c.info.state !== 'closed');
    const secret = body.visitor_secret ?? `vs_${state.tokens}`;
    return send(response, 200, { token: `tok_${state.tokens++} ${secret}`, expires_in: 3600, visitor_id: 'vis_1', visitor_secret: secret, conversation_id: conversation?.info.id, config: config(body.locale ?? 'en') });
  }
  const token = (request.headers.authorization ?? '').replace('Bearer ', '');
  if (!token || state.expired.has(token)) return problem(response, 401, 'token-expired', 'This session has ended. Open a new session.');
  state.lastToken = token;
  if (path === '/conversations') {
    const conversation = { info: { id: `cnv_${state.next++}`, state: 'assistant', language: 'en' }, secret: token.split(' ')[1], seq: 0, events: [], turns: [], keys: new Map() };
    state.conversations.set(conversation.info.id, conversation);
    return send(response, 201, conversation.info);
  }
  if (path === '/me') {
    state.conversations.clear();
    return send(response, 200, {});
  }
  if (path.startsWith('/messages/')) return send(response, 200, {});
  const conversation = state.conversations.get(conversationId);
  if (!conversation) return problem(response, 404, 'unknown-conversation', 'There is no such conversation. Start a new one.');
  switch (rest) {
    case '':
      return send(response, 200, conversation.info);
    case '/messages': {
      if (request.method === 'GET') return send(response, 200, { data: conversation.turns, has_more: false });
      const key = request.headers['idempotency-key'];
      if (!key) return problem(response, 400, 'idempotency-key-missing', 'The header Idempotency-Key is missing.');
      if (/refuse/.test(body.text)) return problem(response, 422, 'invalid-field', 'This message is not possible.');
      if (conversation.keys.has(key)) return send(response, 202, conversation.keys.get(key));
      const language = /[\u0600-\u06ff]/.test(body.text) ? 'ar' : /[\u3040-\u30ff]/.test(body.text) ? 'ja' : /[äöüß]|\b(ich|wie|wo|ist)\b/i.test(body.text) ? 'de' : (body.locale ?? 'en').split('-')[0];
      const turn = { id: `trn_${state.next++}`, seq: conversation.seq + 1, author: 'shopper', text: body.text, language, created_at: new Date().toISOString(), status: 'complete' };
      conversation.turns.push(turn);
      emit(conversation, 'turn.created', { turn });
      conversation.keys.set(key, { id: turn.id, seq: turn.seq });
      if (conversation.info.state === 'assistant' && !/silence/.test(body.text)) void reply(conversation, turn, language);
      return send(response, 202, { id: turn.id, seq: turn.seq });
    }
    case '/events': {
      const after = Number(request.headers['last-event-id'] ?? 0);
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(': hb\n\n');
      const client = { conversation, response };
      state.clients.add(client);
      response.on('close', () => state.clients.delete(client));
      for (const event of conversation.events) if (event.id > after) write(response, event);
      if (conversation.open?.text) write(response, { type: 'turn.delta', data: { turn: conversation.open.id, n: 0, text: conversation.open.text } });
      return undefined;
    }
    case '/handoff':
      move(conversation, 'queued', { queue_position: 2 });
      return send(response, 200, conversation.info);
    case '/close':
      move(conversation, 'resolved');
      return send(response, 200, conversation.info);
    case '/stop':
      conversation.stopped = true;
      return send(response, 200, {});
    case '/csat':
      return send(response, 200, {});
    case '/transcript':
      return send(response, 200, conversation.turns.map((turn) => `${turn.author}: ${turn.text}`).join('\n'), 'text/plain');
    default:
      return problem(response, 404, 'not-found', 'There is nothing at this address.');
  }
}

async function dev(action) {
  const conversation = [...state.conversations.values()].at(-1);
  if (action === 'cut') for (const { response } of state.clients) response.destroy();
  if (action === 'down' || action === 'up') state.down = action === 'down';
  if (action === 'down') for (const { response } of state.clients) response.destroy();
  if (action === 'expire') state.expired.add(state.lastToken);
  if (action === 'agent') {
    move(conversation, 'open', { agent: { name: 'Mara' } });
    agentSays(conversation, 'Hello, this is Mara. I have read everything so far. How can I help?');
  }
  if (action === 'typing') emit(conversation, 'typing', { author: 'agent', name: 'Mara' }, false);
  if (action === 'resolve') move(conversation, 'resolved');
}

function page(url) {
  const get = (name) => (url.searchParams.get(name) ?? '').replace(/[^\w#:/@.-]/g, '');
  const data = ['locale', 'market', 'accent', 'position', 'mode', 'consent', 'contact'].flatMap((name) => (get(name) ? [`data-${name}="${get(name)}"`] : []));
  return `<!doctype html><html lang="${get('lang') || 'en'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Larkwell demo page</title>
<main><h1>Larkwell</h1><p>A page of the shop. The chat is in the corner.</p><p><a href="?page=2">Another page</a></p></main>
<script async src="/widget/v1.js" data-site="demo" ${data.join(' ')}></script></html>`;
}

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  try {
    if (url.pathname.startsWith('/dev/')) {
      await dev(url.pathname.slice(5));
      return send(response, 200, {});
    }
    if (url.pathname.startsWith('/api/')) {
      if (state.down) return request.socket.destroy();
      return await api(request, response, url);
    }
    const file = join(root, 'dist', url.pathname.replace('/widget/', ''));
    if (/^\/widget\/v1\.[\w.]*js$/.test(url.pathname) && existsSync(file)) {
      response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' });
      return createReadStream(file).pipe(response);
    }
    if (url.pathname !== '/') return send(response, 404, 'not found', 'text/plain');
    if (url.searchParams.has('csp')) {
      response.setHeader('Content-Security-Policy', "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'");
    }
    return send(response, 200, page(url), 'text/html');
  } catch (error) {
    console.error(error);
    return problem(response, 500, 'internal-error', 'Something went wrong on our side.');
  }
}).listen(port, '127.0.0.1', () => console.error(`http://127.0.0.1:${port}/`));
