/**
 * A number for reading: about `digits` significant digits, an exponent only where plain digits would be longer, a true
 * minus sign (as wide as a digit, so that columns stand straight). What is copied or exported is never this, but
 * `fullPrecision`.
 */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return '–'
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞'
  if (value === 0) return '0'
  const size = Math.abs(value)
  const text = size >= 1e6 || size < 1e-4 ? trimmedExponent(value.toExponential(digits - 1)) : trimmed(value.toPrecision(digits))
  return text.replaceAll('-', '−')
}

/**
 * A figure with a fixed number of significant digits, trailing zeros kept, so that a live figure does not change its
 * width.
 */
export function formatFigure(value: number, digits = 4): string {
  if (!Number.isFinite(value) || value === 0) return formatNumber(value)
  const size = Math.abs(value)
  const text = size >= 1e6 || size < 1e-4 ? shortExponent(value.toExponential(digits - 1)) : plain(value.toPrecision(digits))
  return text.replaceAll('-', '−')
}

/** Scientific form with a fixed number of digits after the point: `−1.234567e−3`. */
export function formatScientific(value: number, digits = 6): string {
  if (!Number.isFinite(value)) return formatNumber(value)
  if (value === 0) return '0'
  return value.toExponential(digits).replace('e+', 'e').replaceAll('-', '−')
}

/** 0.9737 as `97.37 %`. */
export function formatPercent(share: number, decimals = 2): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(decimals)} %` : formatNumber(share)
}

/** A whole number with a narrow space between thousands, from 10 000 on. */
export function formatCount(count: number): string {
  return Math.abs(count) < 10_000 ? String(count) : String(count).replace(/\B(?=(?:\d{3})+$)/g, '\u202f')
}

/** The shortest text that reads back as the same number. */
export function fullPrecision(value: number): string {
  return String(value)
}

/** A number for a box that can be typed into: every digit, small ones as 1e-5, and large ones as 1e9 where that is shorter. */
export function formatInput(value: number): string {
  const text = String(value)
  const short = shortExponent(value.toExponential())
  const size = Math.abs(value)
  return (size < 1e-3 && size > 0) || (size >= 1e7 && short.length < text.length) ? short : text
}

/** Seconds as `12 ms`, `0.8 s`, `12 s`, `3:07`, `1:02:07`. */
export function formatSeconds(seconds: number): string {
  if (seconds > 0 && seconds < 0.0995) return seconds < 0.001 ? '< 1 ms' : `${Math.round(1000 * seconds)} ms`
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`
  if (seconds < 60) return `${Math.floor(seconds)} s`
  const whole = Math.floor(seconds)
  const two = (part: number) => String(part).padStart(2, '0')
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return `${minutes}:${two(whole % 60)}`
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`
}

/** `1.2e+7` without its plus sign. */
const shortExponent = (text: string) => text.replace('e+', 'e')

/** `1.500e9` as `1.5e9`. */
const trimmedExponent = (text: string) => shortExponent(text).replace(/\.?0+e/, 'e')

/** toPrecision turns to exponents beyond its digits; a large number with few digits is written out instead. */
const plain = (text: string) => (text.includes('e') ? String(Number(text)) : text)

const trimmed = (text: string) => (text.includes('e') ? String(Number(text)) : text.includes('.') ? text.replace(/\.?0+$/, '') : text)
