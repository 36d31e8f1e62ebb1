import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Report, ReportNumber } from '../contract';
import { sayProblem } from '../desk';
import { apartOf, AT_FIRST, axisOf, csvAddress, dayIn, daysBefore, loadReport, RANGES, REPORTS, rowName, said, title, wholeTitle, type Asked, type ReportName } from '../reports';
import { number, text } from '../strings';
import { over } from './palette';
import { Dialog } from './parts';
import { BehindNumber, type Wanted } from './report-behind';
import { Chart } from './report-chart';

const close = (): void => {
  over.value = undefined;
};

/** The numbers by which a shop steers. Loaded when it is opened. */
export function Reports(): JSX.Element {
  const zone = useSignal(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const range = useSignal('month');
  const custom = useSignal({ from: daysBefore(dayIn(zone.value), 27), to: dayIn(zone.value) });
  const name = useSignal<ReportName>('volume');
  const by = useSignal(AT_FIRST.volume);
  const report = useSignal<Report | undefined>(undefined);
  const wanted = useSignal<Wanted | undefined>(undefined);
  const today = dayIn(zone.value);
  const days = range.value in RANGES ? { from: daysBefore(today, RANGES[range.value]!), to: today } : custom.value;
  const asked: Asked = { report: name.value, ...days, zone: zone.value, by: by.value };

  useEffect(() => {
    let here = true;
    loadReport(asked).then((loaded) => here && (report.value = loaded), sayProblem);
    return () => {
      here = false;
    };
  }, [JSON.stringify(asked)]);

  const choose = (next: ReportName): void => {
    name.value = next;
    by.value = AT_FIRST[next];
    wanted.value = undefined;
  };
  const isShown = report.value?.name === name.value && report.value.by === by.value;
  return (
    <Dialog title={text('reports')} onClose={close} kind="office reports">
      <nav aria-label={text('reports')}>
        {REPORTS.map((one) => <button key={one} type="button" aria-current={one === name.value ? 'page' : undefined} onClick={() => choose(one)}>{text(`report.${one}`)}</button>)}
      </nav>
      {wanted.value ? (
        <BehindNumber asked={asked} wanted={wanted.value} onBack={() => (wanted.value = undefined)} />
      ) : (
        <>
          <div class="asked">
            <Choice label={text('report.range')} value={range.value} of={[...Object.keys(RANGES), 'custom']} words={(one) => text(`range.${one}`)} onChange={(one) => (range.value = one)} />
            {range.value === 'custom' && (['from', 'to'] as const).map((end) => (
              <label key={end}>
                <span>{text(`report.${end}`)}</span>
                <input type="date" required max={end === 'from' ? custom.value.to : today} min={end === 'to' ? custom.value.from : undefined} value={custom.value[end]} onChange={({ currentTarget }) => currentTarget.validity.valid && (custom.value = { ...custom.value, [end]: currentTarget.value })} />
              </label>
            ))}
            <Choice label={text('report.by')} value={by.value} of={apartOf(name.value)} words={(one) => text(`by.${one}`)} onChange={(one) => (by.value = one)} />
            <Choice label={text('report.zone')} value={zone.value} of={[...new Set([zone.value, 'UTC', ...Intl.supportedValuesOf('timeZone')])]} words={(one) => one.replaceAll('_', ' ')} onChange={(one) => (zone.value = one)} />
            <a class="plain" href={csvAddress(asked)} download>{text('report.csv')}</a>
          </div>
          {isShown ? <Shown report={report.value!} onWanted={(one) => (wanted.value = one)} /> : <p class="empty" aria-busy="true">{text('loading')}</p>}
        </>
      )}
    </Dialog>
  );
}

function Choice({ label, value, of, words, onChange }: { label: string; value: string; of: string[]; words: (one: string) => string; onChange: (one: string) => void }): JSX.Element {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>{of.map((one) => <option key={one} value={one}>{words(one)}</option>)}</select>
    </label>
  );
}

function Shown({ report, onWanted }: { report: Report; onWanted: (one: Wanted) => void }): JSX.Element {
  const axes = [...new Set(report.numbers.map(axisOf))];
  const chosen = useSignal('');
  const axis = axes.includes(chosen.value) ? chosen.value : axes[0]!;
  const places = report.numbers.map((_, i) => i).filter((i) => axisOf(report.numbers[i]!) === axis);
  const isEmpty = report.numbers.every(({ count, of = 0 }) => count + of === 0);
  return (
    <>
      <p class="notes">
        {report.partial && <span>{text('report.partial.period')}</span>}
        {!report.complete && <span role="status">{text('report.growing')}</span>}
        {report.cutoff !== undefined && <span>{text('report.cutoff', { value: report.cutoff })}</span>}
      </p>
      <dl class="figures">{report.numbers.map((one) => <Card key={one.name + one.measure} one={one} onWanted={onWanted} />)}</dl>
      {isEmpty ? <p class="empty">{text('report.empty')}</p> : (
        <>
          {axes.length > 1 && <div class="asked"><Choice label={text('report.shown')} value={axis} of={axes} words={(one) => text(`axis.${one}`)} onChange={(one) => (chosen.value = one)} /></div>}
          <Chart report={report} axis={axis} places={places} />
          <Table report={report} onWanted={onWanted} />
        </>
      )}
    </>
  );
}

const wantedOf = (one: ReportNumber, key?: string): Wanted => ({ selection: one.name, axis: axisOf(one), title: text(`figure.${one.name}`), ...(key === undefined ? {} : { key }) });
const wholeOf = (one: ReportNumber, key?: string): Wanted => ({ selection: one.whole!, axis: one.whole === 'scored' ? 'mean' : '', title: wholeTitle(one.whole!), ...(key === undefined ? {} : { key }) });

function Card({ one, onWanted }: { one: ReportNumber; onWanted: (one: Wanted) => void }): JSX.Element {
  return (
    <div>
      <dt>{title(one)}</dt>
      <dd>
        <button type="button" class="value" aria-label={`${title(one)}: ${said(one)}. ${text('report.open')}`} onClick={() => onWanted(wantedOf(one))}>{said(one)}</button>
        {one.whole !== undefined && (
          <small><button type="button" class="link" onClick={() => onWanted(wantedOf(one))}>{number(one.count)}</button> / <button type="button" class="link" onClick={() => onWanted(wholeOf(one))}>{number(one.of ?? 0)} {wholeTitle(one.whole)}</button></small>
        )}
        {one.whole === undefined && one.measure !== 'count' && <small><button type="button" class="link" onClick={() => onWanted(wantedOf(one))}>{text('report.measured', { count: one.count })}</button></small>}
        <small class="formula">{text(`formula.${one.name}`)}</small>
      </dd>
    </div>
  );
}

/** The same as the picture shows, and all the other numbers. */
function Table({ report, onWanted }: { report: Report; onWanted: (one: Wanted) => void }): JSX.Element {
  return (
    <div class="wide-table" tabIndex={0} role="region" aria-label={text('report.table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text(`by.${report.by}`)}</th>
            {report.numbers.map((one) => <th key={one.name + one.measure} scope="col">{title(one)}</th>)}
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row"><bdi>{rowName(report.by, row)}</bdi>{row.partial && <small> {text('report.partial')}</small>}</th>
              {row.numbers.map((one) => (
                <td key={one.name + one.measure}>
                  {one.count > 0 ? <button type="button" class="link" onClick={() => onWanted(wantedOf(one, row.key))}>{said(one)}</button> : <bdi>{said(one)}</bdi>}{' '}
                  {one.of !== undefined && <small dir="ltr">{number(one.count)}/{one.of > 0 ? <button type="button" class="link" onClick={() => onWanted(wholeOf(one, row.key))}>{number(one.of)}</button> : number(0)}</small>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
