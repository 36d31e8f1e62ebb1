// Reports of the stand-in: four hundred made-up conversations of the last four weeks, counted as the service counts.

const DAY = 86_400_000;
const LANGUAGES = ['de', 'de', 'ar', 'ja', 'en', 'fr'];
const MARKETS = ['DE', 'AT', 'SA', 'JP', 'GB', 'FR'];
const AGENTS = ['agt_mara', 'agt_yusuf', 'agt_aiko'];
const REASONS = ['asked-person', 'low-confidence', 'anger', 'taken-over'];
const TOPICS = ['returns', 'delivery', 'payment', 'products'];

const conversations = Array.from({ length: 400 }, (_, i) => ({
  i,
  begun: Date.now() - (i % 28) * DAY - ((i * 7) % 11) * 3_600_000,
  language: LANGUAGES[i % 6],
  market: MARKETS[i % 6],
  over: i % 4 === 0,
  agent: i % 4 === 0 ? AGENTS[(i / 4) % 3] : undefined,
  reason: i % 4 === 0 ? REASONS[(i / 4) % 4] : undefined,
  topic: TOPICS[i % 4],
  confidence: (i % 10) / 10,
}));

const taken = ({ over, i }) => over && i % 40 !== 0;
const answered = ({ i }) => i % 5 !== 0;
/** Which conversations each selection has, and what it measures of them. */
const SELECTIONS = {
  conversations: [() => true],
  answered: [answered],
  confirmed: [({ over, i }) => !over && i % 3 === 0],
  assumed: [({ over, i }) => !over && i % 3 === 1],
  'handed-over': [({ over }) => over],
  unresolved: [({ over, i }) => !over && i % 3 === 2 && i % 28 > 0],
  ongoing: [({ over, i }) => !over && i % 3 === 2 && i % 28 === 0],
  resolved: [({ over, i }) => taken({ over, i }) || (!over && i % 3 < 2), ({ over, i }) => (over ? 3_600 + i * 20 : 40 + i)],
  'first-contact': [({ over, i }) => (taken({ over, i }) || (!over && i % 3 < 2)) && i % 7 !== 0],
  returned: [({ i }) => i % 7 === 0],
  waited: [taken, ({ i }) => 20 + (i % 90) * 3],
  abandoned: [({ over, i }) => over && i % 40 === 0],
  'assistant-first': [() => true, ({ i }) => 1 + (i % 9) / 4],
  'person-first': [taken, ({ i }) => 60 + (i % 60) * 8],
  'person-next': [taken, ({ i }) => 30 + (i % 50) * 6],
  'first-due': [taken],
  'first-kept': [({ over, i }) => taken({ over, i }) && i % 12 !== 0],
  'next-due': [taken],
  'next-kept': [({ over, i }) => taken({ over, i }) && i % 20 !== 4],
  'resolution-due': [taken],
  'resolution-kept': [({ over, i }) => taken({ over, i }) && i % 32 !== 4],
  scored: [({ i }) => i % 6 === 1, ({ i }) => 3 + (i % 3)],
  satisfied: [({ i }) => i % 6 === 1 && i % 3 > 0],
  'score-asked': [({ i }) => i % 2 === 1],
  'score-given': [({ i }) => i % 6 === 1],
  rated: [(one) => answered(one) && one.i % 3 === 0],
  helpful: [(one) => answered(one) && one.i % 3 === 0 && one.i % 9 !== 0],
  answers: [({ confidence }) => confidence >= 0.3],
  'false-answers': [({ confidence, i }) => confidence >= 0.3 && (i % 23) / 23 > confidence],
  refusals: [({ confidence }) => confidence < 0.3],
  'false-refusals': [({ confidence, i }) => confidence < 0.3 && i % 3 === 1 && confidence > 0],
};

const share = (part, whole) => ({ name: part, measure: 'share', whole });
const times = (name) => [{ name, measure: 'p50' }, { name, measure: 'p90' }];
const count = (name) => ({ name, measure: 'count' });
const REPORTS = {
  volume: [count('conversations'), count('answered'), count('handed-over'), share('returned', 'conversations')],
  resolution: [...['confirmed', 'assumed', 'handed-over', 'unresolved', 'ongoing'].map((name) => share(name, 'conversations')), share('first-contact', 'resolved'), ...times('resolved')],
  handoff: [count('handed-over'), share('handed-over', 'conversations'), share('abandoned', 'handed-over'), ...times('waited')],
  response: [...times('assistant-first'), ...times('person-first'), ...times('person-next')],
  deadlines: [share('first-kept', 'first-due'), share('next-kept', 'next-due'), share('resolution-kept', 'resolution-due')],
  satisfaction: [{ name: 'scored', measure: 'mean' }, share('satisfied', 'scored'), share('score-given', 'score-asked'), share('helpful', 'rated'), share('rated', 'answers')],
  errors: [share('false-answers', 'answers'), share('false-refusals', 'refusals')],
};

const localDay = (at, zone) => new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
const KEYS = {
  nothing: () => '',
  day: ({ begun }, zone) => localDay(begun, zone),
  hour: ({ begun }, zone) => new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit' }).format(begun).slice(0, 2),
  language: ({ language }) => language,
  market: ({ market }) => market,
  agent: ({ agent }) => agent ?? 'none',
  reason: ({ reason }) => reason ?? 'none',
  topic: ({ topic }) => topic,
  confidence: ({ confidence }) => confidence.toFixed(1),
};

function days(from, to) {
  const all = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) all.push(new Date(at).toISOString().slice(0, 10));
  return all;
}

function numberOf({ name, measure, whole }, among) {
  const [which, value] = SELECTIONS[name];
  const found = among.filter(which);
  const sorted = value ? found.map(value).sort((one, other) => one - other) : [];
  const all = whole && among.filter(SELECTIONS[whole][0]).length;
  const rank = (part) => sorted[Math.ceil(part * sorted.length) - 1];
  const values = { count: found.length, share: all ? found.length / all : undefined, p50: rank(0.5), p90: rank(0.9), mean: sorted.length ? sorted.reduce((sum, one) => sum + one, 0) / sorted.length : undefined };
  return { name, measure, value: values[measure], count: found.length, ...(whole ? { whole, of: all } : {}) };
}

const within = (query) => {
  const zone = query.get('tz') ?? 'Europe/Berlin';
  return conversations.filter(({ begun }) => localDay(begun, zone) >= query.get('from') && localDay(begun, zone) <= query.get('to'));
};

export function report(name, query) {
  const zone = query.get('tz') ?? 'Europe/Berlin';
  const by = query.get('by') ?? 'nothing';
  const among = within(query);
  const today = localDay(Date.now(), zone);
  const apart = new Map(by === 'day' ? days(query.get('from'), query.get('to')).filter((day) => day <= today).map((day) => [day, []]) : []);
  for (const one of among) {
    const key = KEYS[by](one, zone);
    apart.set(key, [...(apart.get(key) ?? []), one]);
  }
  const ordered = ['day', 'hour', 'confidence'].includes(by) ? [...apart].sort(([one], [other]) => one.localeCompare(other)) : [...apart].sort(([, one], [, other]) => other.length - one.length);
  return {
    name, from: query.get('from'), to: query.get('to'), time_zone: zone, by, partial: query.get('to') >= today, complete: true,
    ...(name === 'errors' ? { cutoff: 0.3 } : {}),
    numbers: REPORTS[name].map((one) => numberOf(one, among)),
    rows: ordered.map(([key, some]) => ({ key, ...(by === 'day' && key === today ? { partial: true } : {}), numbers: REPORTS[name].map((one) => numberOf(one, some)) })),
  };
}

/** @param ids of conversations that can be opened */
export function behind(query, ids) {
  const zone = query.get('tz') ?? 'Europe/Berlin';
  const [which, value] = SELECTIONS[query.get('number')];
  const found = within(query).filter(which).filter((one) => !query.has('key') || KEYS[query.get('by')](one, zone) === query.get('key'));
  const from = Number(query.get('cursor') ?? 0);
  const limit = Number(query.get('limit') ?? 200);
  const more = found.length > from + limit;
  const data = found.sort((one, other) => other.begun - one.begun).slice(from, from + limit).map((one) => ({
    conversation: ids[one.i % ids.length], turn: `trn_${one.i}`, begun_at: new Date(one.begun).toISOString(), language: one.language, market: one.market, agent: one.agent, reason: one.reason, value: value?.(one),
  }));
  return { total: found.length, data, has_more: more, ...(more ? { next_cursor: String(from + limit) } : {}) };
}
