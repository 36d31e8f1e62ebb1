import { Composer, type ComposerListener } from './composer';
import type { Suggestion, WidgetConfig } from './contract';
import { h, icon, iconButton } from './dom';
import { LogView, type LogContent } from './log-view';
import { satisfactionCard } from './satisfaction';
import { ScrollManager } from './scroll-manager';
import { privacyLink } from './sheets';
import { Sheet } from './sheet';
import type { Strings } from './strings';
import type { TurnActions } from './turn-view';

export interface PanelActions extends ComposerListener, TurnActions {
  close(): void;
  options(): void;
  person(): void;
  stop(): void;
  score(score: number, comment: string): void;
  again(): void;
}

export interface PanelContent extends LogContent {
  banner: string;
  /** What is being done, if something is; empty text for dots alone. */
  progress: string | undefined;
  stoppable: boolean;
  suggestions: Suggestion[];
  /** What is said about people, and whether one can be asked for. */
  person: { text: string; ask: boolean };
  ended: boolean;
  rate: boolean;
}

/** The inside of the dialog, in one language. */
export class Panel {
  readonly element: HTMLElement;
  readonly composer: Composer;
  readonly sheet: Sheet;
  readonly #log: LogView;
  readonly #scroll: ScrollManager;
  readonly #status = h('p', { class: 'sub' });
  readonly #banner = h('p', { class: 'banner', role: 'status' });
  readonly #announcements = h('div', { class: 'hidden', role: 'status', 'aria-atomic': 'false' });
  readonly #tail = h('div', { class: 'tail' });
  readonly #person = h('div', { class: 'person' });
  #shown = '';

  constructor(
    config: WidgetConfig,
    private readonly strings: Strings,
    private readonly actions: PanelActions,
  ) {
    const more = iconButton('more', strings.text('more'), () => actions.options());
    const newest = h('button', { type: 'button', class: 'newest', hidden: true, click: () => this.#scroll.toEnd() }, icon('down'), strings.text('newest'));
    this.#log = new LogView(strings, actions);
    const scroller = h(
      'div',
      { class: 'log', role: 'log', 'aria-live': 'off', 'aria-label': strings.text('log'), tabindex: 0 },
      this.#intro(config),
      this.#log.element,
      this.#tail,
    );
    this.#scroll = new ScrollManager(scroller, (atEnd) => (newest.hidden = atEnd));
    this.composer = new Composer(strings, config.limits?.text_length ?? 4000, actions);
    const main = h('div', { class: 'main' }, scroller, newest, this.composer.element);
    this.sheet = new Sheet(strings, main);
    this.element = h(
      'div',
      { class: 'inside' },
      h(
        'header',
        {},
        h('span', { class: 'tile', 'aria-hidden': 'true' }, [...config.name][0]),
        h('div', {}, h('h2', { id: 'name' }, config.name), this.#status),
        more,
        iconButton('close', strings.text('chat.close'), () => actions.close()),
      ),
      this.#banner,
      h('div', { class: 'stage' }, main, this.sheet.element),
      this.#person,
      this.#announcements,
    );
  }

  render(content: PanelContent): void {
    this.#status.textContent = content.agent || this.strings.text('assistant');
    if (this.#banner.textContent !== content.banner) this.#banner.textContent = content.banner;
    const changed = this.#log.render(content);
    const { progress, stoppable, suggestions, person, ended, rate } = content;
    const shown = JSON.stringify([progress, stoppable, suggestions, person, ended, rate]);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#drawTail(content);
      this.#drawPerson(person);
    } else if (!changed) return;
    this.#scroll.follow();
  }

  /** Once, for those who listen: the log itself is silent, so that unfinished text is never read out. */
  say(text: string): void {
    const line = h('p', {}, text);
    this.#announcements.append(line);
    setTimeout(() => line.remove(), 10_000);
  }

  toEnd(): void {
    this.#scroll.toEnd();
  }

  #intro(config: WidgetConfig): Node {
    const starters = (config.suggestions ?? []).map((question) => ({ label: question, question }));
    return h(
      'div',
      { class: 'intro' },
      h('p', { class: 'greeting' }, config.greeting),
      h('p', { class: 'note' }, config.disclosure, ' ', privacyLink(config, this.strings)),
      this.#chips(starters, 'starters'),
    );
  }

  #chips(suggestions: Suggestion[], kind: string): Node {
    const chip = ({ label, question }: Suggestion) =>
      h('button', { type: 'button', dir: 'auto', click: () => this.actions.send(question) }, h('span', {}, label), icon('next'));
    return h('div', { class: `chips ${kind}`, role: 'group', 'aria-label': this.strings.text('starters'), hidden: !suggestions.length }, ...suggestions.map(chip));
  }

  #drawTail({ progress, stoppable, suggestions, ended, rate }: PanelContent): void {
    const { strings, actions } = this;
    const button = (key: string, kind: string, click: () => void) => h('button', { type: 'button', class: kind, click }, strings.text(key));
    this.#tail.replaceChildren(
      ...[
        progress !== undefined &&
          h('div', { class: 'progress' }, h('span', { class: 'dots' }, h('i'), h('i'), h('i')), h('span', {}, progress), stoppable && button('stop', 'plain', actions.stop)),
        suggestions.length > 0 && this.#chips(suggestions, ''),
        ended && h('div', { class: 'ended' }, h('p', { class: 'note' }, strings.text('ended')), button('again', 'plain', actions.again)),
        rate && satisfactionCard(strings, actions.score),
      ].filter((part) => part instanceof Node),
    );
  }

  #drawPerson({ text, ask }: PanelContent['person']): void {
    this.#person.replaceChildren(
      ...(text ? [h('span', { role: 'status' }, text)] : []),
      ...(ask ? [h('button', { type: 'button', click: this.actions.person }, icon('person'), this.strings.text('person'))] : []),
    );
  }
}
