import type { Contact, WidgetConfig } from './contract';
import { h } from './dom';
import { safeLink } from './rich-text';
import { Strings } from './strings';

export interface OptionActions {
  locale(code: string): void;
  /** Missing where there is no conversation yet. */
  transcript?: (() => void) | undefined;
  end?: (() => void) | undefined;
  erase?: (() => void) | undefined;
}

export function optionsSheet(config: WidgetConfig, strings: Strings, actions: OptionActions): Node[] {
  const button = (key: string, click: () => void, kind = '') => h('button', { type: 'button', class: `row ${kind}`, click }, strings.text(key));
  const select = h(
    'select',
    { id: 'language', change: () => actions.locale(select.value) },
    ...(config.locales ?? Strings.languages).map((code) => h('option', { value: code, lang: code, selected: code === config.locale }, strings.language(code))),
  );
  const ask = h(
    'div',
    { class: 'ask', hidden: true },
    h('p', {}, strings.text('erase.ask')),
    h('button', { type: 'button', class: 'solid bad', click: () => actions.erase?.() }, strings.text('erase.yes')),
    h('button', { type: 'button', class: 'plain', click: () => (ask.hidden = true) }, strings.text('cancel')),
  );
  return [
    h('label', { class: 'row', for: 'language' }, strings.text('language'), select),
    ...(actions.transcript ? [button('transcript', actions.transcript)] : []),
    ...(actions.end ? [button('end', actions.end)] : []),
    ...(actions.erase ? [button('erase', () => (ask.hidden = !ask.hidden), 'bad'), ask] : []),
    h('p', {}, privacyLink(config, strings)),
  ];
}

export function privacyLink(config: WidgetConfig, strings: Strings): Node {
  const target = safeLink(config.privacy_url);
  return target ? h('a', target, strings.text('privacy')) : document.createTextNode('');
}

/** The ways to reach the shop without the chat. */
export function contactLinks(contact: Contact, label: string): Node[] {
  const { email, phone, url } = contact;
  const links: [string | undefined, string][] = [
    [email && `mailto:${email}`, email ?? ''],
    [phone && `tel:${phone.replace(/[^+\d]/g, '')}`, phone ?? ''],
    [url, label],
  ];
  return links.flatMap(([href, text]) => {
    const target = safeLink(href);
    return target ? [h('p', {}, h('a', { ...target, dir: text !== label && 'ltr' }, text))] : [];
  });
}
