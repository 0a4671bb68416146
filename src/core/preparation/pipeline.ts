import type { ColumnKind } from '../data/read-options'
import type { MissingChoice, Scaling, TextEncoding } from '../settings/choices'

/**
 * What turns a feature's cells into inputs, step by step: a missing cell is taken for `fill`; a text becomes one input a category, or
 * with `ordinal` the place of its category; a number, or such a place, becomes (x − mean) / scale; and with `indicator` one more
 * input follows, 1 where the cell is missing and else 0.
 */
export interface FeatureConstants {
  readonly name: string
  readonly kind: 'number' | 'text'
  /** What is subtracted: the training mean, with minmax the training minimum, with robust the median, otherwise 0. */
  readonly mean: number
  /** What is divided by: the training deviation, with minmax the range, with robust Q₃ − Q₁, otherwise 1; never 0. */
  readonly scale: number
  /** The trimmed texts seen in training, by code point; none for a number. */
  readonly categories: readonly string[]
  /** What was chosen for it. `encode` is of no account for a number, `scaling` none for a one-hot text. */
  readonly missing: MissingChoice
  readonly encode: TextEncoding
  readonly scaling: Scaling
  /** What a missing cell is taken for; null where its row is dropped. */
  readonly fill: number | string | null
  /** Whether an input tells that the cell is missing; so it is where the choice is `indicator` and a training row misses it. */
  readonly indicator: boolean
}

/** What turns the target's cells into targets, and outputs back into the data's own units. */
export type TargetConstants =
  | { readonly kind: 'classes'; readonly name: string; readonly classes: readonly string[] }
  /** One of several answers: the words for no and for yes, as they stand in the data. */
  | { readonly kind: 'label'; readonly name: string; readonly classes: readonly string[] }
  | { readonly kind: 'number'; readonly name: string; readonly mean: number; readonly scale: number }

/** How the cells of a file are to be read that are to become inputs: as those of the file that was trained on. */
export interface FeatureReading {
  /** What stands for a missing value. */
  readonly missing: readonly string[]
  /** What each feature's column is read as, by name; in pairs, since a stored object with a name for a key is refused when it is `__proto__`. */
  readonly kinds: readonly (readonly [string, ColumnKind])[]
}

/** Everything that was learned from the training rows in order to feed a network; plain JSON. */
export interface Pipeline {
  readonly features: readonly FeatureConstants[]
  /** One for classes; one or more labels, or numbers. */
  readonly targets: readonly TargetConstants[]
  /** What holds for every feature that has no choice of its own. */
  readonly scaling: Scaling
  readonly missing: MissingChoice
  readonly encode: TextEncoding
  /** As another file is read by itself unless given, as in files of earlier versions. */
  readonly reading?: FeatureReading
}

/** How many inputs a feature makes. */
export function inputCount(feature: FeatureConstants): number {
  return inputNamesOf(feature).length
}

/** The name of each input, in order: a column's own, `column=value`, and `column is missing`. */
export function inputNames({ features }: Pick<Pipeline, 'features'>): string[] {
  return features.flatMap(inputNamesOf)
}

function inputNamesOf({ kind, name, categories, encode, indicator }: FeatureConstants): string[] {
  const own = kind === 'number' || encode === 'ordinal' ? [name] : categories.map((category) => `${name}=${category}`)
  return indicator ? [...own, `${name} is missing`] : own
}
