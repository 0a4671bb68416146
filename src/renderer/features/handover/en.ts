/** The English texts of the doorways from page to page. */
export const en = {
  handover: { microscope: 'Open in the microscope' }
} as const
