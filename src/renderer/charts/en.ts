/** The English texts of the charts. */
export const en = {
  plot: {
    at: '{x}, {y}',
    histogram: '{label}: {from} to {to}',
    bin: '{from} to {to}: {count}',
    keys: 'Arrow keys move from point to point.'
  }
} as const
