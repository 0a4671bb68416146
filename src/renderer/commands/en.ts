/** The English texts of the keyboard shortcuts. */
export const en = {
  shortcuts: {
    title: 'Keyboard shortcuts',
    space: 'Space',
    run: 'Run, pause or resume',
    step: 'Train one step',
    back: 'Undo the step',
    undo: 'Undo settings change',
    redo: 'Redo settings change',
    open: 'Open a table',
    paste: 'Open the table in the clipboard',
    save: 'Save the trained weights',
    settings: 'Settings',
    print: 'Print the experiment',
    zoom: 'Zoom in, zoom out, actual size',
    list: 'Show this list',
    chart: 'In a chart: move by epochs',
    close: 'Close'
  }
} as const
