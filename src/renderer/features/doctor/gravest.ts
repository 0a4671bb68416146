import type { Finding } from '#core'

/** Returns the finding for the notice: the first cause, unless it is only a hint, and the number of others. */
export function gravestOf(findings: readonly Finding[]): { readonly finding: Finding; readonly others: number } | null {
  const finding = findings.find(({ first, level }) => first && level === 'serious')
  return finding ? { finding, others: findings.length - 1 } : null
}
