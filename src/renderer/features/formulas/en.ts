/** The English texts of formulas. */
export const en = {
  formulas: {
    open: 'Formula: {name}'
  }
} as const
