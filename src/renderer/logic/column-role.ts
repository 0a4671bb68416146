import type { Settings } from '#core'

/** What a column is used for. */
export function columnRole(name: string, { target, features }: Settings): 'target' | 'feature' | 'unused' {
  if (name === target) return 'target'
  return features.includes(name) ? 'feature' : 'unused'
}
