interface Shape {
  readonly d: string
  readonly filled?: boolean
}

const line = (...paths: string[]): readonly Shape[] => paths.map((d) => ({ d }))
const solid = (d: string): readonly Shape[] => [{ d, filled: true }]

/** Drawn on a grid of 16 × 16 with a line 1.5 wide. */
export const icons = {
  run: solid('M5 3.2v9.6l7.6-4.8z'),
  pause: line('M5.5 3.5v9', 'M10.5 3.5v9'),
  step: [...solid('M3.5 3.5v9l6.5-4.5z'), ...line('M12.5 3.5v9')],
  forth: solid('M5 3.2v9.6l7 -4.8z'),
  backwards: solid('M11 3.2v9.6L4 8z'),
  back: [...solid('M12.5 3.5v9L6 8z'), ...line('M3.5 3.5v9')],
  toStart: [...solid('M13 3.5v9L6.5 8z'), ...line('M4 3.5v9')],
  toEnd: [...solid('M3 3.5v9L9.5 8z'), ...line('M12 3.5v9')],
  undo: line('M5.6 3 2.6 6l3 3', 'M2.8 6h6.4a3.6 3.6 0 0 1 0 7.2H6'),
  redo: line('M10.4 3l3 3-3 3', 'M13.2 6H6.8a3.6 3.6 0 0 0 0 7.2H10'),
  rewind: [...solid('M13.5 3.5v9L9 8z'), ...solid('M8.5 3.5v9L4 8z'), ...line('M2.5 3.5v9')],
  seed: line('M3 5.2 8 2.5l5 2.7v5.6l-5 2.7-5-2.7z', 'M3 5.2 8 8l5-2.8', 'M8 8v5.5'),
  chevron: line('M4.5 6.5 8 10l3.5-3.5'),
  plus: line('M8 3.5v9', 'M3.5 8h9'),
  minus: line('M3.5 8h9'),
  close: line('M4 4l8 8', 'M12 4l-8 8'),
  check: line('M3.5 8.5 6.5 11.5 12.5 4.5'),
  rebuild: line('M12.9 6.6A5.2 5.2 0 1 0 13 9.6', 'M13.2 3.4v3.3H9.9'),
  alert: line('M8 2.6 14 13H2z', 'M8 6.6v2.9', 'M8 11.3v.1'),
  info: line('M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2z', 'M8 7.4v3.4', 'M8 5.1v.1'),
  formula: line('M11.6 3.6c-1.9-1.4-3.2-.3-3.6 2L6.8 12c-.4 2.1-1.5 2.8-3 1.8', 'M5.2 7.2h5.2'),
  folder: line('M2 12.5v-9h4l1.6 1.8H14v7.2z'),
  download: line('M8 2.5v7.2', 'M5 7l3 3 3-3', 'M3 13.2h10'),
  paste: line('M5 3.5H3.5v10h9v-10H11', 'M5.8 2.5h4.4v2.2H5.8z', 'M6 8h4', 'M6 10.7h4'),
  copy: line('M5.5 5.5h7.5v7.5H5.5z', 'M10.5 3H3v7.5'),
  system: line('M2.2 3.2h11.6v7.6H2.2z', 'M5.5 13.3h5'),
  light: line(
    'M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z',
    'M8 1.6v1.2',
    'M8 13.2v1.2',
    'M1.6 8h1.2',
    'M13.2 8h1.2',
    'M3.5 3.5l.8.8',
    'M11.7 11.7l.8.8',
    'M12.5 3.5l-.8.8',
    'M4.3 11.7l-.8.8'
  ),
  dark: line('M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z'),
  chart: line('M2.5 2.5v11h11', 'M4.8 10.5 7.6 7l2.2 2 3.4-4.6'),
  table: line('M2.2 3.2h11.6v9.6H2.2z', 'M2.2 6.4h11.6', 'M2.2 9.6h11.6', 'M6.4 6.4v6.4'),
  settings: line(
    'M8 5.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8z',
    'M6.9 1.9h2.2l.4 1.7 1.3.7 1.6-.6 1.1 1.9-1.2 1.2v1.5l1.2 1.2-1.1 1.9-1.6-.6-1.3.7-.4 1.7H6.9l-.4-1.7-1.3-.7-1.6.6-1.1-1.9 1.2-1.2V7l-1.2-1.3 1.1-1.9 1.6.6 1.3-.7z'
  ),
  menu: line('M2.5 4.5h11', 'M2.5 8h11', 'M2.5 11.5h11'),
  keyboard: line('M1.8 4h12.4v8.2H1.8z', 'M4.4 6.6h.1', 'M7 6.6h.1', 'M9.4 6.6h.1', 'M11.8 6.6h.1', 'M5 9.6h6'),
  pin: line('M5.5 2.5h5', 'M6.3 2.5v4.2L4.5 9.5h7L9.7 6.7V2.5', 'M8 9.5v4.2'),
  whole: line('M2.5 6V2.5H6', 'M10 2.5h3.5V6', 'M13.5 10v3.5H10', 'M6 13.5H2.5V10'),
  maximise: line('M9.5 2.5h4v4', 'M13.5 2.5 9.3 6.7', 'M6.5 13.5h-4v-4', 'M2.5 13.5l4.2-4.2'),
  restore: line('M13.3 6.7h-4v-4', 'M9.3 6.7l4.2-4.2', 'M2.7 9.3h4v4', 'M6.7 9.3l-4.2 4.2'),
  microscope: line('M6.2 2.2h2.6v6.4H6.2z', 'M7.5 8.6v1.8', 'M8.8 4.6a4.4 4.4 0 0 1 1.4 8.6', 'M3.2 13.4h9.6', 'M5 11h5'),
  sidebar: line('M2.2 3.2h11.6v9.6H2.2z', 'M6.4 3.2v9.6'),
  sortUp: solid('M8 5.5 11 10H5z'),
  sortDown: solid('M8 10.5 11 6H5z')
} as const

export type IconName = keyof typeof icons
