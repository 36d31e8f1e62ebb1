// The demo shop: finds the visitor's language and country, fills in the words, and lets the product be tried on.
'use strict';
(() => {
  const LANGUAGES = ['en', ...Object.keys(window.larkwellTexts)];
  const RIGHT_TO_LEFT = ['ar'];
  // What things cost in each country that the shop sells to, in its own currency.
  const PRICES = {
    US: { currency: 'USD', throw: 89, lamp: 119, cardigan: 98, speaker: 69, mugs: 34 },
    DE: { currency: 'EUR', throw: 85, lamp: 115, cardigan: 95, speaker: 65, mugs: 32 },
    FR: { currency: 'EUR', throw: 85, lamp: 115, cardigan: 95, speaker: 65, mugs: 32 },
    ES: { currency: 'EUR', throw: 82, lamp: 112, cardigan: 92, speaker: 65, mugs: 32 },
    IT: { currency: 'EUR', throw: 82, lamp: 112, cardigan: 92, speaker: 65, mugs: 32 },
    GB: { currency: 'GBP', throw: 75, lamp: 99, cardigan: 82, speaker: 58, mugs: 28 },
    BR: { currency: 'BRL', throw: 489, lamp: 659, cardigan: 539, speaker: 389, mugs: 189 },
    JP: { currency: 'JPY', throw: 13500, lamp: 18000, cardigan: 14800, speaker: 10500, mugs: 5200 },
    KR: { currency: 'KRW', throw: 119000, lamp: 159000, cardigan: 132000, speaker: 92000, mugs: 46000 },
    SA: { currency: 'SAR', throw: 339, lamp: 449, cardigan: 369, speaker: 259, mugs: 129 },
    TR: { currency: 'TRY', throw: 3290, lamp: 4390, cardigan: 3590, speaker: 2490, mugs: 1190 },
    AU: { currency: 'AUD', throw: 139, lamp: 185, cardigan: 149, speaker: 105, mugs: 52 },
  };

  const asked = new URLSearchParams(location.search);
  const locales = [asked.get('lang') ?? '', ...navigator.languages].flatMap((tag) => {
    try {
      return [new Intl.Locale(tag)];
    } catch {
      return [];
    }
  });
  const language = locales.map((locale) => locale.language).find((code) => LANGUAGES.includes(code)) ?? 'en';
  // An empty market is a choice too: then the assistant asks for the country when the answer depends on it.
  const market = [...(asked.has('market') ? [asked.get('market').toUpperCase()] : locales.map((locale) => locale.region))]
    .find((code) => code === '' || code in PRICES) ?? '';

  const root = document.documentElement;
  root.lang = language;
  root.dir = RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';

  // The widget reads these when it loads. A page that knows the country beforehand writes data-market="DE" instead.
  window.babeldeskSettings = { market: market || undefined, contact: 'mailto:help@larkwell.example' };
  window.babeldesk ??= (...call) => void (window.babeldesk.q ??= []).push(call);

  const all = (selector) => document.querySelectorAll(selector);
  const find = (selector) => document.querySelector(selector);

  function fillInWords() {
    const texts = window.larkwellTexts[language] ?? {};
    for (const element of all('[data-text]')) element.textContent = texts[element.dataset.text] ?? element.textContent;
    for (const element of all('[data-label]')) {
      element.setAttribute('aria-label', texts[element.dataset.label] ?? element.getAttribute('aria-label'));
    }
    document.title = `${find('h1').textContent} · Larkwell`;
  }

  function fillInPrices() {
    const prices = PRICES[market];
    if (!prices) return;
    const money = new Intl.NumberFormat(`${language}-${market}`, { style: 'currency', currency: prices.currency, trailingZeroDisplay: 'stripIfInteger' });
    for (const element of all('[data-price]')) {
      element.textContent = money.format(prices[element.dataset.price]);
      element.hidden = false;
    }
    find('#no-price').hidden = true;
  }

  function offerChoices() {
    const countries = new Intl.DisplayNames(language, { type: 'region' });
    const byName = Object.keys(PRICES).map((code) => new Option(countries.of(code), code))
      .sort((one, other) => one.text.localeCompare(other.text, language));
    find('#market').append(...byName);
    find('#market').value = market;
    for (const code of LANGUAGES) {
      const name = new Intl.DisplayNames(code, { type: 'language' }).of(code);
      const option = new Option(name[0].toLocaleUpperCase(code) + name.slice(1), code);
      option.lang = code;
      find('#lang').append(option);
    }
    find('#lang').value = language;

    for (const select of [find('#lang'), find('#market')]) {
      select.addEventListener('change', () => {
        sessionStorage.setItem('larkwell:chosen', select.id);
        select.form.requestSubmit();
      });
    }
    const chosen = sessionStorage.getItem('larkwell:chosen');
    sessionStorage.removeItem('larkwell:chosen');
    if (chosen) document.getElementById(chosen)?.focus();
  }

  function letTheProductBeTried() {
    for (const choice of all('[name=colour]')) {
      choice.addEventListener('change', () => {
        root.dataset.colour = choice.value;
        find('#colour-name').textContent = choice.labels[0].textContent;
      });
    }
    find('#colour-name').textContent = find('[name=colour]:checked').labels[0].textContent;
    for (const button of all('.thumbs button')) {
      button.addEventListener('click', () => {
        for (const other of all('.thumbs button')) other.setAttribute('aria-pressed', String(other === button));
        find('.stage use').setAttribute('href', button.querySelector('use').getAttribute('href'));
        find('.stage').setAttribute('aria-label', button.getAttribute('aria-label'));
      });
    }
    let inBasket = 0;
    find('#add').addEventListener('click', () => {
      inBasket += 1;
      find('#count').textContent = new Intl.NumberFormat(`${language}-${market || 'US'}`).format(inBasket);
      find('#count').hidden = false;
      find('#added').textContent = find('#added').dataset.words;
    });
    find('#added').dataset.words = find('#added').textContent;
    find('#added').textContent = '';
  }

  function askInTheChat() {
    for (const button of all('[data-ask]')) {
      button.addEventListener('click', () => {
        window.babeldesk('open');
        window.babeldesk('send', button.textContent.trim());
      });
    }
  }

  document.addEventListener('DOMContentLoaded', () => {
    fillInWords();
    offerChoices();
    fillInPrices();
    letTheProductBeTried();
    askInTheChat();
  });
})();
