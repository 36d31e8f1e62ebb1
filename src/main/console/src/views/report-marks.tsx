import type { JSX } from 'preact';
import type uPlot from 'uplot';

// How series are told apart by those who see no colours: dashes and points of lines, hatching of bars.

export const DASHES: number[][] = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 2], [1, 5]];
const SIDES = [0, 4, 3, -4, 5, 6];
const TILE = 8;
/** Strokes on a tile of the hatching. */
const STROKES = ['', 'M0 8L8 0M-2 2L2 -2M6 10L10 6', 'M4 3v2', 'M0 4h8', 'M4 0v8', 'M0 0L8 8M0 8L8 0'];

/** A colour of the style sheet as it is in the present theme: a canvas knows no `light-dark()`. */
export function colours(name: string): string {
  const probe = document.createElement('i');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** What fills a bar. */
export function pattern(place: number): uPlot.Series.Fill {
  const colour = colours(`--series-${place}`);
  const strokes = STROKES[place % STROKES.length]!;
  if (!strokes) return colour;
  const ratio = devicePixelRatio;
  const tile = document.createElement('canvas');
  tile.width = tile.height = TILE * ratio;
  const pen = tile.getContext('2d')!;
  pen.scale(ratio, ratio);
  pen.strokeStyle = colour;
  pen.lineWidth = 2.2;
  pen.stroke(new Path2D(strokes));
  return pen.createPattern(tile, 'repeat')!;
}

function shape(path: Path2D, place: number, x: number, y: number, size: number): void {
  const sides = SIDES[place % SIDES.length]!;
  if (!sides) {
    path.moveTo(x + size, y);
    return path.arc(x, y, size, 0, 2 * Math.PI);
  }
  const corners = Math.abs(sides);
  const turned = sides === 4 ? Math.PI / 4 : -Math.PI / 2;
  for (let i = 0; i < corners; i++) {
    const angle = turned + (2 * Math.PI * i) / corners;
    path[i ? 'lineTo' : 'moveTo'](x + size * Math.cos(angle), y + size * Math.sin(angle));
  }
  path.closePath();
}

/** Points of a line, each series in a shape of its own. */
export const pointPaths = (place: number): uPlot.Series.Points.PathBuilder => (u, series, from, to) => {
  const path = new Path2D();
  for (let i = from; i <= to; i++) {
    const value = u.data[series]![i];
    if (value !== null && value !== undefined) shape(path, place, u.valToPos(u.data[0][i]!, 'x', true), u.valToPos(value, 'y', true), 4.5 * devicePixelRatio);
  }
  return { stroke: path, fill: path };
};

/** Bars side by side. */
export const barPath = (place: number, of: number, toLeft: boolean): uPlot.Series.PathBuilder => (u, series, from, to) => {
  const path = new Path2D();
  const one = Math.abs(u.valToPos(1, 'x', true) - u.valToPos(0, 'x', true)) * 0.8;
  const width = Math.min(one / of, 48 * devicePixelRatio);
  const zero = u.valToPos(0, 'y', true);
  for (let i = from; i <= to; i++) {
    const value = u.data[series]![i];
    if (value === null || value === undefined) continue;
    const middle = u.valToPos(u.data[0][i]!, 'x', true);
    const at = toLeft ? of - 1 - place : place;
    const top = u.valToPos(value, 'y', true);
    path.rect(middle - (width * of) / 2 + at * width + 1, top, width - 2, zero - top);
  }
  return { stroke: path, fill: path, flags: 1 };
};

/** A series in the legend. */
export function Swatch({ place, line }: { place: number; line: boolean }): JSX.Element {
  const angle = SIDES[place % SIDES.length]!;
  const corners = Math.abs(angle);
  const points = Array.from({ length: corners }, (_, i) => {
    const turn = (angle === 4 ? Math.PI / 4 : -Math.PI / 2) + (2 * Math.PI * i) / corners;
    return `${15 + 5 * Math.cos(turn)},${8 + 5 * Math.sin(turn)}`;
  });
  return (
    <svg class={`swatch s${place}`} viewBox="0 0 30 16" aria-hidden="true">
      {line ? (
        <>
          <path d="M1 8H29" stroke-dasharray={DASHES[place % DASHES.length]!.join(' ')} />
          {corners ? <polygon points={points.join(' ')} /> : <circle cx="15" cy="8" r="4.5" />}
        </>
      ) : (
        <>
          <defs><pattern id={`hatch-${place}`} width={TILE} height={TILE} patternUnits="userSpaceOnUse"><path d={STROKES[place % STROKES.length] || 'M0 4h8'} stroke-width={STROKES[place % STROKES.length] ? 2.2 : 8} /></pattern></defs>
          <rect x="1" y="1" width="28" height="14" fill={`url(#hatch-${place})`} />
        </>
      )}
    </svg>
  );
}
