import type { JSX } from 'preact';
import { fill, variablesFor, wording } from '../canned';
import type { Canned, ConversationDetail } from '../contract';
import { canned, user } from '../desk';
import { languageName, text } from '../strings';
import { Tag } from './parts';
import { Picker } from './picker';

const MOST = 8;

/** The canned replies that are found by what she types behind the `/`, with the words that would be put in. */
export function CannedPicker({ search, detail, onPick, onClose, area }: { search: string; detail: ConversationDetail; onPick: (reply: Canned) => void; onClose: () => void; area: HTMLTextAreaElement | null }): JSX.Element {
  const plain = search.toLocaleLowerCase();
  const found = canned.value.filter(({ shortcut, title, texts }) => `${shortcut} ${title} ${Object.values(texts).join(' ')}`.toLocaleLowerCase().includes(plain)).slice(0, MOST);
  return (
    <Picker
      label={text('canned')}
      items={found}
      keyOf={({ id }) => id}
      show={({ shortcut, title }) => <><code>/{shortcut}</code> {title}</>}
      none={text('canned.none')}
      area={area}
      onPick={onPick}
      onClose={onClose}
      preview={(reply) => <Preview reply={reply} detail={detail} />}
    />
  );
}

function Preview({ reply, detail }: { reply: Canned; detail: ConversationDetail }): JSX.Element {
  const preview = wording(reply, detail.language);
  return (
    <div class="preview" dir="auto" lang={preview.language}>
      {preview.language !== detail.language && <Tag kind="reason">{text('canned.other', { language: languageName(preview.language) })}</Tag>}
      <p>{fill(preview.text, variablesFor(detail, user.value!))}</p>
    </div>
  );
}
