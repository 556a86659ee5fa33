import type { SVGProps } from 'react';

/**
 * Line icons of one weight, drawn on a 20 × 20 grid. An icon never stands alone for a meaning: a word stands beside it
 * or in its label.
 */
const paths = {
  home: 'M3 9.5 10 4l7 5.5M5 8.5V16h10V8.5M8.5 16v-4h3v4',
  event: 'M4 16V4h9l3 3v9zM7 9h6M7 12h6',
  stage: 'M3 10h3m3 0h2m3 0h3M7.5 10a1.5 1.5 0 1 1-3 0M12.5 10a1.5 1.5 0 1 1-3 0M17 10a1.5 1.5 0 1 1-3 0',
  skill: 'M4 16 11 9M9 4.5a4 4 0 0 0 5.8 5.2L16.5 8M12 3.5 13.5 5',
  venue:
    'M10 17s5-4.6 5-8.5a5 5 0 0 0-10 0C5 12.4 10 17 10 17zM10 10.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6',
  schedule: 'M4 5.5h12V16H4zM4 8.5h12M7 3.5v3M13 3.5v3',
  delegation: 'M5 17V3.5M5 4.5h9.5l-2 3 2 3H5',
  roster: 'M4 4h12v12H4zM4 8h12M8 8v8',
  person: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5',
  people:
    'M7.5 9a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4zM2.5 16c.4-2.7 2.4-4.2 5-4.2s4.6 1.5 5 4.2M13 9a2.3 2.3 0 1 0-.6-4.5M14.5 12c1.7.5 2.8 1.8 3 4',
  checkIn: 'M4 10.5 8 14.5 16 5.5',
  draw: 'M3 6h3l7 8h4M3 14h3l2-2.3M11 8.3 13 6h4M15 4l2 2-2 2M15 12l2 2-2 2',
  scheme: 'M4 4h5v4H4zM11 12h5v4h-5zM6.5 8v6H11M9 6h4.5v6',
  marking: 'M4 16h12M5 13l1-3 7-7 2 2-7 7z',
  timer: 'M10 16.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM10 8v3.2l2 1.3M8 3h4',
  paper: 'M5 3.5h7l3 3v10H5zM12 3.5v3h3M7.5 10h5M7.5 13h5',
  matrix: 'M4 4h12v12H4zM4 8h12M4 12h12M8 4v12M12 4v12',
  ranking: 'M4 16v-5h3.5v5M8.3 16V5h3.5v11M12.5 16V9H16v7M3 16h14',
  publish: 'M3.5 8.5v3l2 .3 8.5 3.7v-11L5.5 8.2zM6.5 12l.8 4h2l-.6-3.2M16 8.5c.8.8.8 2.2 0 3',
  medal: 'M10 16.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM7.5 9.2 5.5 3.5h3L10 7.5l1.5-4h3l-2 5.7',
  history: 'M4 6v3h3M4.3 9A6 6 0 1 1 5 13.5M10 7v3.5l2.5 1.5',
  audit: 'M5 3.5h10v13H5zM7.5 7h5M7.5 10h5M7.5 13h3',
  bell: 'M5.5 13.5V9a4.5 4.5 0 0 1 9 0v4.5l1.5 1.5H4zM8.3 17h3.4M10 4.5V3',
  inbox: 'M3.5 11 6 4.5h8l2.5 6.5v5h-13zM3.5 11H7l1 2h4l1-2h3.5',
  settings:
    'M4 6h6M14 6h2M4 14h2M10 14h6M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  key: 'M7 13.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM10 10.5h7M14 10.5V13M16.5 10.5v2',
  organisation:
    'M4 16.5v-13h7v13M11 8h5v8.5M2.5 16.5h15M6.5 6.5h2M6.5 9.5h2M6.5 12.5h2M13.3 11h.4M13.3 13.5h.4',
  language:
    'M10 16.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM3.5 10h13M10 3.5c2 1.8 2.8 4 2.8 6.5S12 14.7 10 16.5M10 3.5C8 5.3 7.2 7.5 7.2 10s.8 4.7 2.8 6.5',
  search: 'M9 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM12.7 12.7 16.5 16.5',
  filter: 'M3.5 5h13L11.5 11v5l-3-1.5V11z',
  columns: 'M4 4h12v12H4zM8 4v12M12 4v12',
  export: 'M10 3.5v9M6.5 9.5 10 13l3.5-3.5M4 16.5h12',
  import: 'M10 13V4M6.5 7.5 10 4l3.5 3.5M4 16.5h12',
  print: 'M6 7.5v-4h8v4M6 13.5H3.5v-6h13v6H14M6 11.5h8v5H6z',
  add: 'M10 4v12M4 10h12',
  edit: 'M4 16l.8-3.2L13 4.6l2.4 2.4-8.2 8.2zM11.5 6.1l2.4 2.4',
  remove: 'M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6M8.5 9v4.5M11.5 9v4.5',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l2.5-2.5a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0L4.7 11a3 3 0 0 0 4.3 4.3l1-1',
  next: 'M7.5 4.5 13 10l-5.5 5.5',
  back: 'M12.5 4.5 7 10l5.5 5.5',
  down: 'M4.5 7.5 10 13l5.5-5.5',
  up: 'M4.5 12.5 10 7l5.5 5.5',
  menu: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  close: 'M5 5l10 10M15 5 5 15',
  signOut: 'M8 3.5H4v13h4M9 10h8M14 7l3 3-3 3',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  unlock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 5.8-1',
  refresh: 'M16 5v3.5h-3.5M15.8 8.5A6 6 0 1 0 16 11.5',
  photo: 'M3.5 6.5h3l1.2-2h4.6l1.2 2h3v9.5h-13zM10 13.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6z',
  note: 'M4 4h12v8.5L12.5 16H4zM12.5 16v-3.5H16M7 7.5h6M7 10.5h3',
  undo: 'M7 5 3.5 8.5 7 12M3.5 8.5H12a4 4 0 0 1 0 8H9',
  offline:
    'M3.5 3.5l13 13M5.5 9.5a7 7 0 0 1 2.5-1.6M11 7.6a7 7 0 0 1 3.5 1.9M8 12.5a3.5 3.5 0 0 1 3 -.7M10 15.5h.01M3 7a10 10 0 0 1 2.6-1.8M8.8 4.6A10 10 0 0 1 17 7',
  online: 'M3 7.5a10 10 0 0 1 14 0M5.5 10.3a6.5 6.5 0 0 1 9 0M8 13a3 3 0 0 1 4 0M10 15.8h.01',
  table: 'M3.5 4.5h13v11h-13zM3.5 8h13M3.5 11.7h13M8 8v7.5',
  rule: 'M4 5.5h6M4 10h6M4 14.5h6M12.5 5.5 14 7l2.5-3M12.5 10l1.5 1.5L16.5 8.5M12.5 14.5 14 16l2.5-3',
} as const;

export type IconName = keyof typeof paths;

/** An icon as tall as the text beside it. */
export function Icon({
  name,
  size = '1.25em',
  ...rest
}: { name: IconName; size?: string | number } & SVGProps<SVGSVGElement>) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      {...rest}
    >
      <path d={paths[name]} />
    </svg>
  );
}
