import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import uPlot from 'uplot';
import type { Report, ReportNumber } from '../contract';
import { rowName, saidOn, title } from '../reports';
import { isRightToLeft, language, text } from '../strings';
import { barPath, colours, DASHES, pattern, pointPaths, Swatch } from './report-marks';

const HEIGHT = 260;
const END = 40;

/** Series of one axis: by day as lines, else as bars. Told apart by dashes, points and hatching as well as by colour. */
export function Chart({ report, axis, places }: { report: Report; axis: string; places: number[] }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  const at = useSignal(-1);
  const heard = useSignal('');
  const rows = report.rows;
  const lines = report.by === 'day';
  const toLeft = isRightToLeft(language.value);
  const name = (row: number): string => (rows[row] ? rowName(report.by, rows[row]) + (rows[row].partial ? `, ${text('report.partial')}` : '') : '');
  const told = (row: number): string =>
    rows[row] ? `${name(row)}: ${places.map((place) => `${title(rows[row]!.numbers[place]!)} ${value(rows[row]!.numbers[place]!, axis)}`).join('; ')}` : '';

  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const draw = (): void => {
      plot.current?.destroy();
      plot.current = new uPlot(options(report, axis, places, lines, toLeft, box.current!.clientWidth, (row) => (at.value = row)), data(report, places), box.current!);
    };
    draw();
    const sized = new ResizeObserver(() => plot.current?.setSize({ width: box.current!.clientWidth, height: HEIGHT }));
    sized.observe(box.current!);
    dark.addEventListener('change', draw);
    return () => {
      sized.disconnect();
      dark.removeEventListener('change', draw);
      plot.current?.destroy();
    };
  }, [report, axis, language.value]);

  const press = (event: KeyboardEvent): void => {
    const step = { ArrowRight: toLeft ? -1 : 1, ArrowLeft: toLeft ? 1 : -1 }[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? rows.length - 1 : step === undefined ? undefined : at.value < 0 ? (step > 0 ? 0 : rows.length - 1) : at.value + step;
    if (to === undefined) return;
    event.preventDefault();
    const row = Math.max(0, Math.min(rows.length - 1, to));
    plot.current?.setCursor({ left: plot.current.valToPos(row, 'x'), top: 0 });
    at.value = row;
    heard.value = told(row);
  };
  return (
    <figure class="chart">
      <ul class="legend" aria-hidden="true">
        {places.map((place, i) => <li key={place}><Swatch place={i} line={lines} />{title(report.numbers[place]!)}</li>)}
      </ul>
      <div ref={box} class="plot" tabIndex={0} role="group" aria-label={text('report.chart', { what: text(`report.${report.name}`), by: text(`by.${report.by}`) })} aria-describedby="chart-keys" onKeyDown={press} />
      <p class="readout" aria-hidden="true">{told(at.value) || text('report.chart.keys')}</p>
      <p class="hidden" id="chart-keys">{text('report.chart.keys')}</p>
      <p class="hidden" role="status">{heard.value}</p>
    </figure>
  );
}

const value = (one: ReportNumber, axis: string): string => (one.value === undefined ? '–' : saidOn(axis, one.value));

const data = (report: Report, places: number[]): uPlot.AlignedData => [report.rows.map((_, i) => i), ...places.map((place) => report.rows.map(({ numbers }) => numbers[place]!.value ?? null))];

function options(report: Report, axis: string, places: number[], lines: boolean, toLeft: boolean, width: number, onCursor: (row: number) => void): uPlot.Options {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => colours(name);
  const font = `12px ${style.fontFamily}`;
  const rows = report.rows;
  const axes = { stroke: colour('--muted'), font, grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line'), width: 1 } };
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    // The last day's name goes beyond its point.
    padding: toLeft ? [null, null, null, END] : [null, END, null, null],
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    hooks: { setCursor: [(u) => u.cursor.idx !== null && u.cursor.idx !== undefined && onCursor(u.cursor.idx)] },
    scales: {
      x: { time: false, dir: toLeft ? -1 : 1, range: lines && rows.length > 1 ? [0, rows.length - 1] : [-0.5, rows.length - 0.5] },
      y: { range: (_, __, most) => [0, axis === 'share' ? 1 : Math.max(most ?? 0, axis === 'count' ? 4 : 0.001) * 1.08] },
    },
    axes: [
      { ...axes, grid: { show: false }, space: 84, incrs: [1, 2, 3, 7, 14, 28, 91, 182, 364], values: (_, splits) => splits.map((at) => (Number.isInteger(at) && rows[at] ? rowName(report.by, rows[at]) : '')) },
      { ...axes, side: toLeft ? 1 : 3, size: 72, values: (_, splits) => splits.map((at) => (axis === 'count' && !Number.isInteger(at) ? '' : saidOn(axis, at))) },
    ],
    series: [
      {},
      ...places.map((_, i): uPlot.Series => {
        const stroke = colours(`--series-${i}`);
        return lines
          ? { stroke, width: 2, dash: DASHES[i % DASHES.length]!, points: { show: true, size: 9, stroke, fill: stroke, paths: pointPaths(i) }, spanGaps: false }
          : { stroke, width: 1, fill: pattern(i), points: { show: false }, paths: barPath(i, places.length, toLeft) };
      }),
    ],
  };
}
