const POINT_GROUPS = /^[+-]?\d{1,3}(\.\d{3})+$/

/** Whether a text may have points between thousands, such as 1.299: a cell that is a number has none. */
export function hasPointGroups(text: string): boolean {
  return POINT_GROUPS.test(text.trim())
}
