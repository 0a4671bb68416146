/** The 97.5 % point of the normal distribution. */
const Z = 1.96

/**
 * Computes the 95 % Wilson interval of a proportion p of n rows:
 * (p + z²/2n ± z √(p (1 − p)/n + z²/4n²)) / (1 + z²/n), z = 1.96. It holds near 0 and 1 and for few rows.
 * Source: E. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
 */
export function wilson(p: number, n: number): { readonly low: number; readonly high: number } {
  const q = (Z * Z) / n
  const middle = p + q / 2
  const half = Math.sqrt(q * p * (1 - p) + (q * q) / 4)
  return { low: (middle - half) / (1 + q), high: (middle + half) / (1 + q) }
}
