import type { Settings } from '#core'

export type ColumnRole = 'target' | 'feature' | 'unused'

/** What a column is used for. */
export function columnRole(name: string, { targets, features }: Pick<Settings, 'targets' | 'features'>): ColumnRole {
  if (targets.includes(name)) return 'target'
  return features.includes(name) ? 'feature' : 'unused'
}
