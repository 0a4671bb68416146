/** The English texts of the window itself: its start, its header, its banners, its paper and its makers. */
export const en = {
  app: {
    name: 'Backprop Lab',
    starting: 'Starting the engine…',
    startingSlow: 'This is taking longer than usual. If nothing happens, close the window and start again.',
    drop: 'Drop to open: a table (CSV, Excel, Parquet, …), weights, settings, a run, cases',
    settings: 'Settings',
    results: 'Results',
    split: 'Height of the charts'
  },
  header: {
    language: '中文',
    languageTitle: 'Switch to Chinese',
    theme: 'Theme: {theme}',
    themes: { system: 'system', light: 'light', dark: 'dark' }
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
    retracing: 'Replaying'
  },
  shell: {
    menu: 'Menu',
    settingsName: 'settings'
  },
  about: {
    title: 'About Backprop Lab',
    version: 'Version {version}',
    intro: 'Fully connected networks, trained with hand-derived backpropagation, every gradient verified numerically.',
    runsOn: 'Runs on',
    packages: 'Made with {count} library | Made with {count} libraries',
    own: 'Licence of this program',
    data: 'Licences of the datasets',
    chromium: 'The licences of Electron and Chromium are next to the program, in LICENSE.electron.txt and LICENSES.chromium.html.',
    loading: 'Reading the licences…'
  },
  print: {
    student: 'Name',
    date: 'Date',
    data: '{rows} rows × {columns} columns; {train} for training, {validation} for validation, {test} for testing',
    hash: 'SHA-256 of the data',
    network: 'Network',
    settings: 'Settings',
    figures: 'Results after {epoch} epochs',
    curve: '{figure} from epoch 0 to {epoch}: training solid, test dashed',
    seeds: 'Seeds (split, initial weights, shuffling)',
    optimizer: 'Optimizer',
    dropout: 'Dropout',
    l1: 'L1'
  },
  close: {
    title: 'Close without saving?',
    body: '{reason} What has changed since the last saving will be lost. To keep the weights, save them elsewhere first (tab Weights).',
    ok: 'Close and lose the changes',
    cancel: 'Keep the window open'
  },
  banner: {
    gone: 'The engine stopped.',
    goneHint: 'Your settings and curves are still here.',
    silent: 'The engine has not answered for {seconds} s.',
    silentHint: 'It may be busy with a long computation. If it stays silent, restart it: nothing is lost.',
    unsaved: 'Your work is not being saved.',
    unsavedHint: 'Saving is tried again automatically; until then, export what you want to keep before you close the window.',
    saveAgain: 'Save again',
    restart: 'Restart the engine',
    retracing: 'Retraining to epoch {epoch} with the same seeds. Curves are from the earlier run.',
    rewind: 'Rewind',
    dismiss: 'Dismiss',
    engine: 'Training runs on the {tier} engine.'
  }
} as const
