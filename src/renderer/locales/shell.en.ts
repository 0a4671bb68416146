/** The English texts about the program itself: its files of settings, its paper, its makers. */
export const shellEn = {
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
  }
}
