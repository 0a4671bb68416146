import { formatCount } from '../../i18n/format'

/** A tick as short as it can be exactly, and as people write it: ticks are round numbers, so no two look alike. */
export function tickText(value: number): string {
  const size = Math.abs(value)
  if (size >= 1e7 || (size > 0 && size < 1e-3)) return value.toExponential().replace('e+', 'e').replaceAll('-', '−')
  return (Number.isInteger(value) ? formatCount(value) : String(value)).replaceAll('-', '−')
}
