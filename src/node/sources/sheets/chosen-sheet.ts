import { AppError } from '#core'
import type { SourceOptions } from '../rows/source'

/**
 * The index of the sheet asked for, or of the one expected, or of the first one that is visible.
 * Throws: data, where there is none of the name asked for, naming those that there are.
 */
export function chosenSheet(
  sheets: readonly string[],
  { name, sheet, expectedSheet = '', visible = '' }: Pick<SourceOptions, 'name' | 'sheet' | 'expectedSheet'> & { readonly visible?: string }
): number {
  if (sheets.length === 0) throw new AppError('data.empty-file')
  const first = Math.max(0, sheets.indexOf(visible))
  const wanted = sheets.indexOf(sheet ?? expectedSheet)
  const index = sheet === undefined && wanted < 0 ? first : wanted
  if (index >= 0) return index
  throw new AppError('data.no-sheet', { name, sheet: sheet ?? '', sheets: sheets.map((one) => `\`${one}\``).join(', ') })
}
