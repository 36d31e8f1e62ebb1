import type { JSX } from 'preact';

// Drawn on a grid of 24, in one stroke width, like those of the widget.
const PATHS = {
  inbox: 'M4 13h4l2 3h4l2-3h4M4 13l3-8h10l3 8v6H4z',
  mine: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20a7.5 7.5 0 0 1 15 0',
  all: 'M4 6h16M4 12h16M4 18h16',
  waiting: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.5V12l3 2',
  snoozed: 'M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5z',
  resolved: 'M5 12.5l4.5 4.5L19 7.5',
  assistant: 'M12 4V2M5 8h14v10H5zM9 12.5v1M15 12.5v1M2.5 12v3M21.5 12v3',
  note: 'M5 4h14v10l-5 6H5zM14 20v-6h5',
  reply: 'M10 7L5 12l5 5M5 12h9a5 5 0 0 1 5 5v1',
  send: 'M12 19V5M6 11l6-6 6 6',
  transfer: 'M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4',
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM20 20l-4-4',
  warning: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  verified: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 12l2 2 4-4',
  unverified: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM12 8v5M12 16h.01',
  spark: 'M12 3l1.8 5.2L19 10l-5.2 1.8L12 17l-1.8-5.2L5 10l5.2-1.8zM18.5 16l.8 2.2 2.2.8-2.2.8-.8 2.2-.8-2.2-2.2-.8 2.2-.8z',
  panel: 'M4 5h16v14H4zM14 5v14',
  down: 'M6 9l6 6 6-6',
  draft: 'M4 20l1-4L16 5l3 3L8 19z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  canned: 'M8 4L6 20M18 4l-2 16',
  mention: 'M16 8.5v5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-3.5 7.1M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
  filter: 'M4 5h16l-6.5 8v5.5l-3 1.5v-7z',
  translate: 'M3 6h10M8 4v2M11 6c-1 4-4 7-7.5 8.5M5.5 9.5c1 2 3.5 4 6 5M12 20l4.5-10L21 20M13.5 17h6',
  articles: 'M5 4h11l3 3v13H5zM9 11h6M9 15h6',
  erase: 'M9 19h11M4.5 14.5l9-9 6 6-7.5 7.5H8z',
  block: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM5.6 5.6l12.8 12.8',
  merge: 'M6 4v4c0 4 6 4 6 8v4M18 4v4c0 4-6 4-6 8',
  macro: 'M13 3L5 13h6l-1 8 8-10h-6z',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  up: 'M6 15l6-6 6 6',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 20.5h4',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, flip = false }: { name: IconName; flip?: boolean }): JSX.Element {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" class={flip ? 'flips' : undefined}>
      <path d={PATHS[name]} />
    </svg>
  );
}
