/** Parses a typed number: full-width digits are folded, a single comma is read as the decimal point; else NaN. */
export function parseNumber(text: string): number {
  const folded = text
    .normalize('NFKC')
    .trim()
    .replace('−', '-')
    .replace(/^([+-]?\d+),(\d+)$/, '$1.$2')
  return folded === '' ? Number.NaN : Number(folded)
}
