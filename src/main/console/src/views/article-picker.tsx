import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import * as api from '../api';
import type { ArticleFound, ConversationDetail } from '../contract';
import { languageName, text } from '../strings';
import { Tag } from './parts';
import { Picker } from './picker';

const PAUSE_MS = 150;

interface Choice {
  found: ArticleFound;
  how: 'quote' | 'link';
}

/** What is put into the reply: what the article says, or where it stands. */
const words = ({ found: { title, text: said, page }, how }: Choice): string => (how === 'link' ? `${title}: ${page}` : said);

/** What the shop's articles say to what she types behind the `??`, as this customer would read it. */
export function ArticlePicker({ search, detail, onPick, onClose, area }: { search: string; detail: ConversationDetail; onPick: (words: string) => void; onClose: () => void; area: HTMLTextAreaElement | null }): JSX.Element {
  const found = useSignal<ArticleFound[] | undefined>(undefined);
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api.articles(search, detail.language, detail.market, abort.signal).then(
        (all) => (found.value = all),
        () => !abort.signal.aborted && (found.value = []),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [search]);
  const choices = (found.value ?? []).flatMap((one): Choice[] => [{ found: one, how: 'quote' }, ...(one.page ? [{ found: one, how: 'link' } as const] : [])]);
  return (
    <Picker
      label={text('articles')}
      items={choices}
      keyOf={({ found: { article, heading = '' }, how }) => `${how}-${article}-${heading}`.replace(/\s/g, '_')}
      show={({ found: { title, heading, language }, how }) => (
        <>
          {how === 'link' && <Tag>{text('articles.link')}</Tag>} <bdi lang={language}>{heading && heading !== title ? `${title} · ${heading}` : title}</bdi>
        </>
      )}
      none={text(found.value ? 'articles.none' : 'loading')}
      area={area}
      onPick={(choice) => onPick(words(choice))}
      onClose={onClose}
      preview={(choice) => (
        <div class="preview" dir="auto" lang={choice.found.language}>
          {choice.found.language !== detail.language && <Tag kind="reason">{text('articles.other', { language: languageName(choice.found.language) })}</Tag>}
          {choice.found.needs_market && <Tag kind="reason">{text('articles.market')}</Tag>}
          <p>{words(choice)}</p>
        </div>
      )}
    />
  );
}
