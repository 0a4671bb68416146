/** The English texts that all pages share. */
export const en = {
  pages: {
    label: 'Pages',
    loading: 'Loading the page…',
    failed: 'This page could not be loaded: {reason}. Close the window and start again; your work is kept.'
  }
} as const
