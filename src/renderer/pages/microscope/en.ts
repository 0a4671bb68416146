/** The English texts of the page Microscope. */
export const en = {
  microscope: { page: 'Microscope', empty: 'Nothing to look at yet.' }
} as const
