import type { Finding } from '#core'

/** Returns the finding for the banner: the most severe one, unless it is only a hint, and the number of others. */
export function gravestOf(findings: readonly Finding[]): { readonly finding: Finding; readonly others: number } | null {
  const [finding] = findings
  return finding && finding.severity !== 'hint' ? { finding, others: findings.length - 1 } : null
}
