import type { FeatureConstants } from '#core'

/**
 * Returns the values that a category can be chosen from: none, where a missing one is filled in or where nothing stands there; the
 * categories seen in training; and the value that stands there, unless it is one of them.
 */
export function knownValues({ categories, fill }: Pick<FeatureConstants, 'categories' | 'fill'>, value: string): readonly string[] {
  const mayBeMissing = fill !== null || value === ''
  const isOther = value !== '' && !categories.includes(value)
  return [...(mayBeMissing ? [''] : []), ...categories, ...(isOther ? [value] : [])]
}
