// A believable morning at the desk of the demo shop, for the stand-in server.

const minutes = (n) => new Date(Date.now() + n * 60_000).toISOString();
let ids = 0;
export const id = (prefix) => `${prefix}_${(0x1000 + ++ids).toString(16)}${'00000000'}`;

export const colleagues = [
  { id: 'agt_mara', username: 'mara', display_name: 'Mara Lind', languages: ['de', 'en'], teams: ['Returns'], skills: [], capacity: 5, roles: ['agent', 'lead'], active: true },
  { id: 'agt_yusuf', username: 'yusuf', display_name: 'Yusuf Haddad', languages: ['ar', 'en', 'fr'], teams: ['Payments'], skills: [], capacity: 5, roles: ['agent'], active: true },
  { id: 'agt_aiko', username: 'aiko', display_name: 'Aiko Mori', languages: ['ja', 'en'], teams: ['Returns'], skills: [], capacity: 5, roles: ['agent'], active: true },
];

export const cannedReplies = [
  { id: 'cnd_1', shortcut: 'hello', title: 'Greeting', texts: { en: 'Hello {{shopper.name}}, this is {{agent.name}}. I have read what you wrote and am looking into it now.', de: 'Guten Tag {{shopper.name}}, hier ist {{agent.name}}. Ich habe alles gelesen und sehe es mir gleich an.', ar: 'مرحبًا {{shopper.name}}، معك {{agent.name}}. قرأت ما كتبته وسأتحقق من الأمر الآن.' } },
  { id: 'cnd_2', shortcut: 'refund', title: 'Refund is on its way', texts: { en: 'I have started the refund. It reaches your account within 5 working days.', de: 'Ich habe die Erstattung veranlasst. Sie ist in 5 Werktagen auf Ihrem Konto.', ar: 'بدأتُ إجراءات ردّ المبلغ، وسيصل إلى حسابك خلال 5 أيام عمل.' } },
  { id: 'cnd_3', shortcut: 'photo', title: 'Ask for a photo', texts: { en: 'Could you send me a photo of the damage and of the parcel?', de: 'Können Sie mir ein Foto vom Schaden und vom Paket schicken?' } },
];

/** What a language model would say; what it was never asked comes back as it is, with its language. */
const translations = {
  de: {
    'خُصم المبلغ مرتين من بطاقتي! رقم الطلب LW-204481': 'Der Betrag wurde zweimal von meiner Karte abgebucht! Die Bestellnummer ist LW-204481',
    'يؤسفني ذلك. عادةً يكون أحد الخصمين حجزًا مؤقتًا يُلغى خلال 5 أيام عمل.': 'Das tut mir leid. Meist ist eine der beiden Abbuchungen nur vorgemerkt und wird innerhalb von 5 Werktagen aufgehoben.',
    'هذا لا يكفي! أريد التحدث إلى شخص الآن، هذا احتيال': 'Das reicht nicht! Ich möchte jetzt mit einem Menschen sprechen, das ist Betrug',
    'هل من أحد هنا؟': 'Ist jemand da?',
    'دفعتُ 349 ريالًا عن الطلب LW-204481': 'Ich habe 349 Riyal für die Bestellung LW-204481 bezahlt',
    'لقد رددنا 349 ريالًا عن طلبك LW-204481.': 'Wir haben 349 Riyal für Ihre Bestellung LW-204481 zurückgezahlt.',
  },
  ar: {
    'Wir haben 349 SAR für Ihre Bestellung LW-204481 erstattet.': 'لقد رددنا 349 ريالًا عن طلبك LW-204481.',
    'Ich sehe es mir gleich an.': 'سأنظر في الأمر حالًا.',
  },
};

export const translated = (text, to) => translations[to]?.[text] ?? `[${to}] ${text}`;
const written = [
  { article: 'returns/return-window', texts: { en: ['How long do I have to return an item?', 'You can send items back within 30 days of delivery.'], de: ['Wie lange kann ich zurückgeben?', 'Sie können Artikel innerhalb von 30 Tagen nach der Lieferung zurückgeben.'], ar: ['كم يوما لدي لإرجاع منتج؟', 'يمكنك إرجاع المنتجات خلال 30 يومًا من التسليم.'] } },
  { article: 'returns/damaged', texts: { en: ['My item arrived damaged', 'Send us a photo within 14 days; sending it back costs you nothing.'], de: ['Beschädigte Ware', 'Schicken Sie uns innerhalb von 14 Tagen ein Foto; die Rücksendung kostet nichts.'] } },
  { article: 'payment/charged-twice', texts: { en: ['Charged twice', 'One of the two charges is a hold, which your bank releases within 5 working days.'] } },
];

/** In the language asked for, else in English; found by whatever stands there in any language. */
export const articles = (q, lang) =>
  written
    .filter(({ texts }) => Object.values(texts).flat().join(' ').toLowerCase().includes(q))
    .map(({ article, texts }) => ({ article, language: texts[lang] ? lang : 'en', title: (texts[lang] ?? texts.en)[0], text: (texts[lang] ?? texts.en)[1], needs_market: false, page: `https://larkwell.example/help/${article}` }));

const said = (author, text, ago, language, more = {}) => ({ id: id('trn'), author, text, language, created_at: minutes(-ago), ...more });

function conversation({ turns, ...fields }) {
  const one = { id: id('cnv'), version: 1, priority: 'normal', labels: [], created_at: turns[0].created_at, channel: 'Chat', ...fields, turns: turns.map((turn, i) => ({ ...turn, seq: i + 1 })) };
  return renewed(one);
}

/** With what follows from its turns. */
export function renewed(one) {
  const last = one.turns.findLast(({ author }) => author !== 'note' && author !== 'system');
  return Object.assign(one, { last_line: last?.text, last_author: last?.author, updated_at: one.turns.at(-1).created_at });
}

export const seeded = () => [
  conversation({
    state: 'queued', language: 'ar', market: 'SA', priority: 'urgent', waits_since: minutes(-14), labels: ['payment'],
    deadline: { kind: 'first-response', due: minutes(-2), warn_at: minutes(-6) },
    reason: { rule: 'payment-fraud', text: 'Charged twice, fears fraud' },
    shopper: { id: 'shp_7c21', name: 'نورة العتيبي', email: 'noura@example.com', verified: true, locale: 'ar-SA', time_zone: 'Asia/Riyadh', page: 'https://larkwell.example/ar/orders', consent: 'given', earlier: [{ id: 'cnv_old1', state: 'resolved', created_at: minutes(-60 * 24 * 40), last_line: 'شكرًا، وصل الطلب' }] },
    summary: { language: 'en', by: 'log', told: 'Her card was charged twice for order LW-204481; she fears fraud and wants one charge back today.', wanted: 'خُصم المبلغ مرتين من بطاقتي! رقم الطلب LW-204481', tried: ['Shown how refunds work', 'Asked for the order number, given: LW-204481'], sources: [{ article: 'payment/charged-twice', language: 'ar', title: 'Charged twice' }], facts: [{ name: 'Order', value: 'LW-204481' }, { name: 'Amount', value: 'SAR 349' }], mood: { label: 'negative', trend: 'falling' } },
    turns: [
      said('shopper', 'خُصم المبلغ مرتين من بطاقتي! رقم الطلب LW-204481', 18, 'ar', { original: undefined }),
      said('assistant', 'يؤسفني ذلك. عادةً يكون أحد الخصمين حجزًا مؤقتًا يُلغى خلال 5 أيام عمل.', 18, 'ar', { reply: 'answered', sources: [{ article: 'payment/charged-twice', language: 'ar', title: 'خُصم المبلغ مرتين' }] }),
      said('shopper', 'هذا لا يكفي! أريد التحدث إلى شخص الآن، هذا احتيال', 15, 'ar'),
      said('system', 'The assistant handed the conversation over: payment fraud', 14, 'en'),
      said('shopper', 'هل من أحد هنا؟', 3, 'ar'),
    ],
  }),
  conversation({
    state: 'open', agent: { id: 'agt_mara', name: 'Mara Lind' }, language: 'de', market: 'DE', waits_since: minutes(-4), labels: ['return'],
    deadline: { kind: 'next-response', due: minutes(1.5), warn_at: minutes(-1) },
    reason: { rule: 'asked-for-person', text: 'Asked for a person' }, assigned_because: ['Speaks German', 'Fewest open conversations', 'Spoke with her last'],
    shopper: { id: 'shp_19ab', name: 'Johanna Bergmann', email: 'johanna@example.com', verified: true, locale: 'de-DE', time_zone: 'Europe/Berlin', page: 'https://larkwell.example/de/returns', consent: 'given', earlier: [] },
    summary: { language: 'en', by: 'log', wanted: 'Send back a lamp that arrived broken, without paying for the parcel.', tried: ['Return window explained (30 days)', 'Label for damaged goods offered'], sources: [{ article: 'returns/damaged', language: 'de', title: 'Beschädigte Ware' }], mood: { label: 'neutral', trend: 'steady' } },
    turns: [
      said('shopper', 'Meine Lampe kam mit gesprungenem Schirm an. Muss ich die Rücksendung selbst zahlen?', 22, 'de'),
      said('assistant', 'Nein. Bei beschädigter Ware ist die Rücksendung kostenlos. Bitte schicken Sie uns innerhalb von 14 Tagen ein Foto.', 22, 'de', { reply: 'answered', sources: [{ article: 'returns/damaged', language: 'de', title: 'Beschädigte Ware' }] }),
      said('shopper', 'Ich möchte lieber mit einem Menschen sprechen.', 19, 'de'),
      said('system', 'Mara Lind joined the chat', 17, 'en'),
      said('agent', 'Guten Tag Frau Bergmann, hier ist Mara. Das tut mir leid! Haben Sie ein Foto vom Schirm?', 16, 'de', { agent: { id: 'agt_mara', name: 'Mara Lind' } }),
      said('note', 'Same batch as last week: lamp 4410, weak padding. Told the warehouse.', 10, 'en', { agent: { id: 'agt_aiko', name: 'Aiko Mori' } }),
      said('shopper', 'Ja, ich habe es gerade gemacht.', 5, 'de', {
        files: [
          { id: 'fil_lamp', name: 'Lampe – Schirm.png', type: 'image/png', size: 48_213, width: 480, height: 300, alt: 'Der Schirm mit dem Sprung', check: 'redrawn' },
          { id: 'fil_invoice', name: 'Rechnung.pdf', type: 'application/pdf', size: 1_340_000, alt: '', check: 'scanned' },
          { id: 'fil_receipt', name: 'Beleg.pdf', type: 'application/pdf', size: 912, alt: '', check: 'unscanned' },
        ],
      }),
      said('shopper', 'Kann ich statt Geld auch eine neue Lampe bekommen? Sie müsste bis Freitag hier sein, es ist ein Geschenk.', 4, 'de'),
    ],
  }),
  conversation({
    state: 'queued', language: 'ja', market: 'JP', waits_since: minutes(-6), deadline: { kind: 'first-response', due: minutes(6), warn_at: minutes(3) }, reason: { rule: 'low-confidence', text: 'Not in the knowledge base' },
    shopper: { id: 'shp_5e0d', verified: false, locale: 'ja-JP', time_zone: 'Asia/Tokyo', page: 'https://larkwell.example/ja/throw', consent: 'implied' },
    turns: [said('shopper', 'このブランケットは赤ちゃんにも使えますか？素材にアレルギーがあるか知りたいです。', 7, 'ja'), said('assistant', '申し訳ありませんが、その情報は見つかりませんでした。担当者におつなぎします。', 6, 'ja', { reply: 'declined' })],
  }),
  conversation({
    state: 'queued', language: 'es', market: 'ES', priority: 'high', waits_since: minutes(-2), deadline: { kind: 'first-response', due: minutes(11), warn_at: minutes(8) }, reason: { rule: 'anger', text: 'Third message about the same parcel' }, labels: ['delivery', 'vip'],
    shopper: { id: 'shp_b0b2', name: 'Lucía Fernández', verified: true, locale: 'es-ES', time_zone: 'Europe/Madrid' },
    turns: [said('shopper', 'Es la tercera vez que pregunto: ¿dónde está mi paquete?', 9, 'es'), said('assistant', 'Siento las molestias. ¿Quieres hablar con una persona?', 9, 'es'), said('shopper', '¡Sí, por favor!', 2, 'es')],
  }),
  conversation({
    state: 'waiting', agent: { id: 'agt_mara', name: 'Mara Lind' }, language: 'fr', market: 'FR',
    shopper: { id: 'shp_f11e', name: 'Camille Robert', verified: true, locale: 'fr-FR' },
    turns: [said('shopper', 'Bonjour, la facture indique une mauvaise adresse.', 95, 'fr'), said('agent', 'Bonjour Camille, je vous envoie la facture corrigée. Est-ce que l’adresse ci-dessous est la bonne ?', 60, 'fr', { agent: { id: 'agt_mara', name: 'Mara Lind' } })],
  }),
  conversation({
    state: 'snoozed', agent: { id: 'agt_mara', name: 'Mara Lind' }, snoozed_until: minutes(60 * 20), language: 'tr', market: 'TR',
    shopper: { id: 'shp_0a93', name: 'Deniz Kaya', verified: false, locale: 'tr-TR' },
    turns: [said('shopper', 'Kargom gümrükte bekliyor.', 300, 'tr'), said('agent', 'Yarın gümrükten haber alınca size yazacağım.', 280, 'tr', { agent: { id: 'agt_mara', name: 'Mara Lind' } })],
  }),
  conversation({
    state: 'open', agent: { id: 'agt_yusuf', name: 'Yusuf Haddad' }, language: 'en', market: 'GB', waits_since: minutes(-1), deadline: { kind: 'next-response', due: minutes(9), warn_at: minutes(6) },
    shopper: { id: 'shp_44ff', name: 'Priya Nair', verified: true, locale: 'en-GB' },
    turns: [said('shopper', 'The voucher code says it has expired, but it is dated next week.', 12, 'en'), said('agent', 'Let me look at the code.', 3, 'en', { agent: { id: 'agt_yusuf', name: 'Yusuf Haddad' } }), said('shopper', 'SPRING-25, thanks!', 1, 'en')],
  }),
  conversation({
    state: 'assistant', language: 'it', market: 'IT', shopper: { id: 'shp_99aa', verified: false, locale: 'it-IT' },
    turns: [said('shopper', 'Quanto costa la spedizione in Sicilia?', 1, 'it'), said('assistant', 'La spedizione standard costa 5,90 € e richiede da 3 a 5 giorni lavorativi.', 1, 'it')],
  }),
  conversation({
    state: 'resolved', resolved: { by: { id: 'agt_aiko', name: 'Aiko Mori' }, at: minutes(-30) }, score: { score: 5, comment: 'ありがとうございました' }, language: 'ja', market: 'JP', shopper: { id: 'shp_77cd', name: '佐藤 花', verified: true },
    turns: [said('shopper', '返品ラベルはどこですか？', 80, 'ja'), said('agent', 'メールでお送りしました。', 40, 'ja', { agent: { id: 'agt_aiko', name: 'Aiko Mori' } })],
  }),
];

/** A long queue, to see what the list does with it. */
export const crowd = (n) =>
  Array.from({ length: n }, (_, i) => conversation({ state: 'queued', language: ['de', 'ar', 'ja', 'es'][i % 4], market: 'DE', waits_since: minutes(-i / 7), deadline: { kind: 'first-response', due: minutes(15 - i / 7) }, shopper: { id: `shp_${i}`, name: `Shopper ${i + 1}`, verified: i % 2 === 0 }, turns: [said('shopper', `Where is parcel ${i + 1}?`, i / 7, 'en')] }));

/** Conversations for which nobody waits, the last one the newest. */
export const quiet = (n) =>
  Array.from({ length: n }, (_, i) => conversation({ state: 'assistant', language: 'en', market: 'GB', shopper: { id: `shp_q${i}`, name: `Quiet ${i + 1}`, verified: false }, turns: [said('shopper', `Do you sell lamp ${i + 1}?`, 60 * (n - i), 'en')] }));
