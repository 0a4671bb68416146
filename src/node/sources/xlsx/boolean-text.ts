/** Whether an attribute or a cell of a workbook says yes. */
export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true'
}
