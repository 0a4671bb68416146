import { AppError } from '#core'
import type { SourceOptions } from '../rows/source'

/**
 * The index of the sheet asked for, or of the one expected, or of the first one.
 * Throws: data, where there is none of the name asked for, naming those that there are.
 */
export function chosenSheet(
  sheets: readonly string[],
  { name, sheet, expectedSheet = '' }: Omit<SourceOptions, 'size' | 'onPart'>
): number {
  if (sheets.length === 0) throw new AppError('data.empty-file')
  const index = sheet === undefined ? Math.max(0, sheets.indexOf(expectedSheet)) : sheets.indexOf(sheet)
  if (index >= 0) return index
  throw new AppError('data.no-sheet', { name, sheet: sheet ?? '', sheets: sheets.map((one) => `\`${one}\``).join(', ') })
}
