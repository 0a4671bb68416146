/** The English texts of the keyboard shortcuts. */
export const en = {
  shortcuts: {
    title: 'Keyboard shortcuts',
    space: 'Space',
    run: 'Run, pause or resume',
    step: 'Take a step',
    back: 'Take it back',
    undo: 'Undo a change of settings',
    redo: 'Change the settings again',
    open: 'Open a CSV file',
    paste: 'Open the table in the clipboard',
    save: 'Save the trained weights',
    settings: 'Settings',
    print: 'Print the experiment',
    zoom: 'Larger, smaller, natural size',
    list: 'Show this list',
    chart: 'In a chart: move by epochs',
    close: 'Close'
  }
} as const
