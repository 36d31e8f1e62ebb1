import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import * as api from '../api';
import type { Found, FoundRow, State } from '../contract';
import { openConversation, wantedTurn } from '../desk';
import { isProblem } from '../problem';
import { ACTIVE } from '../queue';
import { count, languageName, moment, text } from '../strings';
import { Dialog, LanguageTag, Tag } from './parts';

/** Whether she looks for something that was said. */
export const searching = signal(false);
/** It stays while she looks at what was found. */
const looked = signal('');

const PAUSE_MS = 180;
const SCOPES: Record<string, State[]> = { any: [], people: ACTIVE, assistant: ['assistant'], resolved: ['resolved', 'closed'] };

const close = (): void => {
  searching.value = false;
};

/** All conversations, by words that were said in them or by who the shopper is. */
export function SearchDialog(): JSX.Element {
  const scope = useSignal('any');
  const language = useSignal('');
  const newest = useSignal(false);
  const rows = useSignal<FoundRow[]>([]);
  const next = useSignal<string | undefined>(undefined);
  const state = useSignal<'idle' | 'looking' | 'done'>('idle');
  const problem = useSignal('');
  const active = useSignal(0);
  const turn = useRef(0);
  const list = useRef<HTMLUListElement>(null);

  const look = async (cursor?: string): Promise<void> => {
    const words = looked.value.trim();
    const own = ++turn.current;
    if (!words) {
      rows.value = [];
      state.value = 'idle';
      return;
    }
    state.value = 'looking';
    try {
      const page = await api.search(words, { states: SCOPES[scope.value]!, language: language.value, newest: newest.value, cursor });
      // A later word is looked for already.
      if (own !== turn.current) return;
      rows.value = cursor ? [...rows.value, ...page.data] : page.data;
      next.value = page.next_cursor;
      if (!cursor) active.value = 0;
      problem.value = '';
      state.value = 'done';
    } catch (error) {
      if (!isProblem(error)) throw error;
      if (own === turn.current) problem.value = error.message || text('unreachable');
    }
  };

  useEffect(() => {
    const waiting = setTimeout(() => void look(), PAUSE_MS);
    return () => clearTimeout(waiting);
  }, [looked.value, scope.value, language.value, newest.value]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active.value]);

  const open = (row: FoundRow | undefined): void => {
    if (!row) return;
    close();
    wantedTurn.value = row.found?.turn;
    void openConversation(row.id);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') active.value = Math.min(rows.value.length - 1, active.value + 1);
    else if (event.key === 'ArrowUp') active.value = Math.max(0, active.value - 1);
    else if (event.key === 'Enter') open(rows.value[active.value]);
    else return;
    event.preventDefault();
  };
  const chosen = rows.value[active.value];

  return (
    <Dialog title={text('search')} onClose={close} kind="palette search">
      <input
        enterkeyhint="search"
        role="combobox"
        aria-expanded={rows.value.length > 0}
        aria-controls="found"
        aria-activedescendant={chosen ? `found-${chosen.id}` : undefined}
        aria-label={text('search')}
        placeholder={text('search.hint')}
        dir="auto"
        autofocus
        maxLength={200}
        value={looked.value}
        onInput={(event) => (looked.value = event.currentTarget.value)}
        onKeyDown={press}
      />
      <div class="narrow">
        <Narrow label={text('filter.state')} value={scope.value} of={Object.keys(SCOPES)} words={(one) => text(`search.${one}`)} onChange={(one) => (scope.value = one)} />
        <Narrow label={text('language')} value={language.value} of={['', ...LANGUAGES]} words={(one) => (one ? languageName(one) : text('filter.any'))} onChange={(one) => (language.value = one)} />
        <Narrow label={text('sort')} value={newest.value ? 'newest' : 'best'} of={['best', 'newest']} words={(one) => text(one === 'best' ? 'search.best' : 'sort.newest')} onChange={(one) => (newest.value = one === 'newest')} />
      </div>
      <p class="muted" role="status">
        {problem.value || (state.value === 'done' ? (rows.value.length ? `${count('conversations', rows.value.length)}${next.value ? '+' : ''}` : text('search.none')) : state.value === 'looking' ? text('loading') : '')}
      </p>
      <ul id="found" ref={list} role="listbox" aria-label={text('search')}>
        {rows.value.map((row, i) => (
          <li key={row.id} id={`found-${row.id}`} role="option" aria-selected={i === active.value} onPointerMove={() => (active.value = i)} onClick={() => open(row)}>
            <div class="line">
              <strong class="name"><bdi>{row.shopper.name ?? text('shopper.number', { number: row.shopper.id.slice(-4).toUpperCase() })}</bdi></strong>
              <LanguageTag code={row.language} />
              <Tag>{text(`state.${row.state}`)}</Tag>
              <time>{moment(row.found?.at ?? row.updated_at)}</time>
            </div>
            <p dir="auto" lang={row.language}>{row.found ? <Pieces found={row.found} /> : row.last_line}</p>
          </li>
        ))}
      </ul>
      {next.value && <button type="button" class="secondary" onClick={() => void look(next.value)}>{text('search.more')}</button>}
    </Dialog>
  );
}

const LANGUAGES = ['ar', 'bg', 'bn', 'cs', 'da', 'de', 'el', 'en', 'es', 'fa', 'fi', 'fr', 'he', 'hi', 'hu', 'id', 'it', 'ja', 'ko', 'ms', 'nl', 'no', 'pl', 'pt', 'ro', 'ru', 'sv', 'th', 'tr', 'uk', 'vi', 'zh'];

const Pieces = ({ found }: { found: Found }): JSX.Element => (
  <>
    {found.author === 'note' && <Tag kind="note">{text('note')}</Tag>} {found.pieces.map(({ text: words, hit }) => (hit ? <mark>{words}</mark> : words))}
  </>
);

function Narrow({ label, value, of, words, onChange }: { label: string; value: string; of: string[]; words: (one: string) => string; onChange: (one: string) => void }): JSX.Element {
  return (
    <label>
      <span class="hidden">{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {of.map((one) => <option key={one} value={one}>{words(one)}</option>)}
      </select>
    </label>
  );
}
