/** The English texts of the workbench: its tabs. */
export const en = {
  tabs: {
    label: 'Details',
    check: 'Gradient check',
    data: 'Data',
    weights: 'Weights',
    notes: '{count} note | {count} notes'
  }
} as const
