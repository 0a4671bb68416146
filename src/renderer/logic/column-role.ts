import type { Settings } from '#core'

/** What a column is used for. */
export function columnRole(name: string, { targets, features }: Settings): 'target' | 'feature' | 'unused' {
  if (targets.includes(name)) return 'target'
  return features.includes(name) ? 'feature' : 'unused'
}
