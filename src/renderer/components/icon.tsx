/** 16-pixel line icons. They are decoration: whatever they stand for is also written or named on the control. */
const PATHS = {
  overview: 'M2.5 13.5h11M4.5 11V7.5M8 11V3.5M11.5 11V6',
  links:
    'M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.7l-.7.7M9.2 6.8a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.7l.7-.7',
  domains:
    'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11M2.5 8h11M8 2.5c2 1.7 2.6 3.5 2.6 5.5S10 11.8 8 13.5C6 11.8 5.4 10 5.4 8S6 4.2 8 2.5',
  anchors: 'M3.5 12.5L7 3.5h2l3.5 9M4.8 9.5h6.4',
  targets: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11M8 6a2 2 0 1 0 0 4a2 2 0 0 0 0-4',
  review: 'M2.5 4.5l1.2 1.2L6 3.4M2.5 10.5l1.2 1.2L6 9.4M8.5 4.5h5M8.5 10.5h5',
  disavow: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11M4.2 4.2l7.6 7.6',
  imports: 'M8 2.5v7M5 6.8l3 3l3-3M2.5 11v2.5h11V11',
  checks: 'M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9M10.3 10.3l3.2 3.2M5.2 7l1.3 1.3L9 5.8',
  settings: 'M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6M10 3v3M6 10v3',
  close: 'M4 4l8 8M12 4l-8 8',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9M10.3 10.3l3.2 3.2',
  plus: 'M8 3v10M3 8h10',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  'chevron-down': 'M4 6l4 4l4-4',
  'chevron-right': 'M6 4l4 4l-4 4',
  'chevron-left': 'M10 4l-4 4l4 4',
  'arrow-up': 'M8 13V3.5M4.5 7L8 3.5L11.5 7',
  'arrow-down': 'M8 3v9.5M4.5 9L8 12.5L11.5 9',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  columns: 'M2.5 3.5h11v9h-11zM6.2 3.5v9M9.8 3.5v9',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  bookmark: 'M4.5 2.5h7v11L8 10.8L4.5 13.5z',
  folder: 'M2.5 12.5v-9h4l1.5 2h5.5v7z',
  file: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  project: 'M8 4.7a1.3 1.3 0 1 0 0-2.6a1.3 1.3 0 0 0 0 2.6M8 4.7v8.8M5.5 7h5M3 9.5c0 2.5 2.2 4 5 4s5-1.5 5-4',
  undo: 'M5.5 3L2.8 5.7L5.5 8.4M3 5.7h6.2a3.6 3.6 0 0 1 0 7.2H5.5',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5 3.5l7.5 4.5L5 12.5z',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  external: 'M9.5 2.5h4v4M13.5 2.5L7.5 8.5M11.5 9.5v4h-9v-9h4',
  info: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11M8 7.5v3.5M8 5.2h.01',
  warning: 'M8 2.5l6 11H2zM8 6.5v3.5M8 11.8h.01',
  'panel-left': 'M2.5 3.5h11v9h-11zM6.2 3.5v9',
  'panel-right': 'M2.5 3.5h11v9h-11zM9.8 3.5v9',
  keyboard: 'M1.5 4.5h13v7.5h-13zM4 7h.01M6.7 7h.01M9.3 7h.01M12 7h.01M5 9.7h6',
  download: 'M8 2.5v7M5 6.8l3 3l3-3M2.5 13.5h11',
  trash: 'M3 4.5h10M6 4.5v-2h4v2M4.5 4.5l.5 9h6l.5-9',
  note: 'M3 3h10v7l-3 3H3zM10 13v-3h3M5.5 6h5M5.5 8.5h2.5',
  pin: 'M6 2.5h4M7 2.5v4L4.5 9h7L9 6.5v-4M8 9v4.5',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name, className }: { readonly name: IconName; readonly className?: string | undefined }) {
  return (
    <svg
      className={className}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.4 : 1.3}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
