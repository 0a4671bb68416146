import type { Finding } from '#core'

/** What is worth a line across the window: the gravest finding, unless it is a mere hint, and how many others there are. */
export function gravestOf(findings: readonly Finding[]): { readonly finding: Finding; readonly others: number } | null {
  const [finding] = findings
  return finding && finding.severity !== 'hint' ? { finding, others: findings.length - 1 } : null
}
