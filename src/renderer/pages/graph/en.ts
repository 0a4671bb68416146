/** The English texts of the page Graph. */
export const en = {
  graph: { page: 'Graph', empty: 'No expression yet.' }
} as const
