/** The English texts of the workbench: its tabs. */
export const en = {
  tabs: {
    label: 'Details',
    restore: 'Restore a maximised card or tab',
    sidebar: 'Width of the settings',
    check: 'Gradient check',
    data: 'Data',
    weights: 'Weights',
    notes: '{count} note | {count} notes'
  }
} as const
