/** The English texts of the window itself: its start, its header, its banners, its paper and its makers. */
export const en = {
  app: {
    name: 'Backprop Lab',
    starting: 'Starting the engine…',
    startingSlow: 'This takes longer than usual. If it does not end, close the window and start the program again.',
    drop: 'Drop the CSV file to open it',
    settings: 'Settings',
    results: 'Results',
    split: 'Height of the charts'
  },
  header: {
    language: '中文',
    languageTitle: 'Switch to Chinese',
    theme: 'Theme: {theme}',
    themes: { system: 'as the system', light: 'light', dark: 'dark' },
    settings: 'Settings',
    shortcuts: 'Keyboard shortcuts',
    undo: 'Undo the last change of settings (Ctrl/⌘+Z)',
    redo: 'Change the settings again (Ctrl/⌘+Shift+Z)'
  },
  status: {
    label: 'Status',
    starting: 'Starting',
    idle: 'Ready',
    running: 'Training',
    paused: 'Paused',
    finished: 'Finished',
    failed: 'Failed',
    'engine-gone': 'Engine stopped',
    retracing: 'Retracing'
  },
  shell: {
    menu: 'Menu',
    settingsName: 'settings'
  },
  about: {
    title: 'About Backprop Lab',
    version: 'Version {version}',
    intro: 'Fully connected networks, trained with hand-derived backpropagation, every gradient proved number by number.',
    runsOn: 'Runs on',
    packages: 'Made with {count} library | Made with {count} libraries',
    own: 'Licence of this program',
    data: 'Licences of the data sets',
    chromium: 'The licences of Electron and Chromium lie beside the program, in LICENSE.electron.txt and LICENSES.chromium.html.',
    loading: 'Reading the licences…'
  },
  print: {
    student: 'Name',
    date: 'Date',
    data: '{rows} rows × {columns} columns; {train} to train, {validation} to validate, {test} to test',
    hash: 'SHA-256 of the data',
    network: 'Network',
    settings: 'Settings',
    figures: 'Figures after {epoch} epochs',
    curve: '{figure} from epoch 0 to {epoch}: training solid, test dashed',
    seeds: 'Seeds (split, weights, order)',
    optimizer: 'Optimizer',
    dropout: 'Dropout',
    l1: 'L1'
  },
  banner: {
    gone: 'The engine stopped.',
    goneHint: 'Your settings and curves are still here.',
    silent: 'The engine has not answered for {seconds} s.',
    silentHint: 'It may be amid one long computation. If it stays silent, restart it: nothing is lost.',
    restart: 'Restart the engine',
    retracing: 'Training again to epoch {epoch}, from the same seeds. The curves shown are those from before.',
    diverged: 'Set the learning rate to {rate} and rewind',
    rewind: 'Rewind',
    dismiss: 'Dismiss',
    engine: 'Training runs on the {tier} engine.'
  }
} as const
