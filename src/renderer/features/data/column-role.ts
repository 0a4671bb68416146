import type { Settings } from '#core'

export type ColumnRole = 'target' | 'feature' | 'unused'

/** Returns the role of a column. */
export function columnRole(name: string, { targets, features }: Pick<Settings, 'targets' | 'features'>): ColumnRole {
  if (targets.includes(name)) return 'target'
  return features.includes(name) ? 'feature' : 'unused'
}
