import { missingTokens } from '#core'

const tokens = new Set(missingTokens)

/** Whether a cell counts as missing, as the CSV reader sees it. */
export function isMissingCell(cell: string): boolean {
  return tokens.has(cell.trim())
}
