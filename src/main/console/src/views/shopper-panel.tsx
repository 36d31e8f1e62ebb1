import type { ComponentChildren, JSX } from 'preact';
import { setLabels, setPriority } from '../acts';
import type { ConversationDetail, Priority } from '../contract';
import { current, mine, openConversation, say } from '../desk';
import { reasonWords, whyWords } from '../reasons';
import { languageName, marketName, moment, text } from '../strings';
import { BlockState } from './block-dialog';
import { CaseFields } from './case-fields';
import { Icon } from './icons';
import { merging, others } from './merge-dialog';
import { Avatar, ScoreGiven, Tag } from './parts';

const PRIORITIES: Priority[] = ['low', 'normal', 'high', 'urgent'];

export function ShopperPanel(): JSX.Element {
  const detail = current.value;
  if (!detail) return <section class="panel" aria-label={text('panel')} />;
  const { shopper } = detail;
  return (
    <section class="panel" aria-label={text('panel')}>
      <header>
        <Avatar name={shopper.name ?? '?'} id={shopper.id} />
        <div>
          <h2><bdi>{shopper.name ?? text('shopper.number', { number: shopper.id.slice(-4).toUpperCase() })}</bdi></h2>
          <p class={`identity ${shopper.verified ? 'verified' : 'unverified'}`}>
            <Icon name={shopper.verified ? 'verified' : 'unverified'} />
            {text(shopper.verified ? 'verified' : 'unverified')}
          </p>
        </div>
      </header>
      <dl>
        {shopper.email && <Fact name={text('email')}><bdi dir="ltr">{shopper.email}</bdi></Fact>}
        <Fact name={text('language')}>{languageName(detail.language)}{shopper.locale ? ` (${shopper.locale})` : ''}</Fact>
        {detail.market && <Fact name={text('market')}>{marketName(detail.market)}</Fact>}
        {shopper.time_zone && <Fact name={text('zone')}>{localTime(shopper.time_zone)}</Fact>}
        {shopper.page && <Fact name={text('page')}><bdi dir="ltr" class="address" title={shopper.page}>{shopper.page.replace(/^https?:\/\//, '')}</bdi></Fact>}
        {shopper.consent && <Fact name={text('consent')}>{text(`consent.${shopper.consent}`)}</Fact>}
        {detail.score && <Fact name={text('score')}><ScoreGiven score={detail.score} /></Fact>}
        <Fact name={text('since')}>{moment(detail.created_at)}</Fact>
      </dl>
      <BlockState detail={detail} />
      <h3>{text('conversation')}</h3>
      <dl>
        <Fact name={text('priority')}>
          <select aria-label={text('priority')} value={detail.priority} onChange={(event) => void setPriority(detail, event.currentTarget.value as Priority)}>
            {PRIORITIES.map((one) => <option key={one} value={one}>{text(`priority.${one}`)}</option>)}
          </select>
        </Fact>
        <Fact name={text('labels')}><Labels detail={detail} /></Fact>
        {detail.reason && <Fact name={text('summary.why')}>{reasonWords(detail.reason)}</Fact>}
        {mine(detail) && detail.assigned_because && detail.assigned_because.length > 0 && (
          <Fact name={text('why.me')}><ul>{detail.assigned_because.map((reason, i) => <li key={i}>{whyWords(reason)}</li>)}</ul></Fact>
        )}
      </dl>
      <CaseFields detail={detail} />
      <h3>{text('earlier')}</h3>
      {shopper.earlier?.length ? (
        <ul class="earlier">
          {shopper.earlier.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => void openConversation(one.id)}>
                <span dir="auto">{one.last_line ?? text('conversation')}</span>
                <small>{moment(one.created_at)} · {text(`state.${one.state}`)}</small>
              </button>
            </li>
          ))}
        </ul>
      ) : <p class="muted">{text('earlier.none')}</p>}
      {detail.state !== 'closed' && others(detail).length > 0 && <button type="button" class="link block" onClick={() => (merging.value = detail)}>{text('merge')}</button>}
    </section>
  );
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }): JSX.Element => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

function localTime(zone: string): string {
  try {
    return `${new Date().toLocaleTimeString(document.documentElement.lang, { timeZone: zone, hour: '2-digit', minute: '2-digit' })} (${zone})`;
  } catch {
    return zone;
  }
}

function Labels({ detail }: { detail: ConversationDetail }): JSX.Element {
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const label = String(new FormData(form).get('label') ?? '').trim();
    if (!label) return;
    if (label.length > 40) return say(text('label.long'), true);
    void setLabels(detail, [...new Set([...detail.labels, label])]);
    form.reset();
  };
  return (
    <form class="labels" onSubmit={add}>
      {detail.labels.map((label) => (
        <Tag key={label}>
          {label}
          <button type="button" aria-label={text('label.remove', { label })} onClick={() => void setLabels(detail, detail.labels.filter((one) => one !== label))}><Icon name="close" /></button>
        </Tag>
      ))}
      <input name="label" aria-label={text('label.add')} placeholder={text('label.add')} size={10} />
    </form>
  );
}
