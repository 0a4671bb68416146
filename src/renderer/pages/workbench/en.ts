/** The English texts of the workbench: its name and its tabs. */
export const en = {
  workbench: { page: 'Workbench' },
  tabs: {
    label: 'Details',
    check: 'Gradient check',
    data: 'Data',
    weights: 'Weights',
    notes: '{count} note | {count} notes'
  }
} as const
