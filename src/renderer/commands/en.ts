/** The English texts of the keyboard shortcuts. */
export const en = {
  shortcuts: {
    title: 'Keyboard shortcuts',
    everywhere: 'Everywhere',
    space: 'Space',
    titled: '{title} ({keys})',
    chart: 'In a chart: move by epochs',
    close: 'Close'
  }
} as const
