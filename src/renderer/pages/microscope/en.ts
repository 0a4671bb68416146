/** The English texts of the page Microscope. */
export const en = {
  microscope: { page: 'Microscope' }
} as const
