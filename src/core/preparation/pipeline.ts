import type { ColumnKind, ExpectedFormat } from '../data/read-options'
import type { MissingChoice, Scaling, TextEncoding } from '../settings/choices'

/**
 * Constants that turn a feature's cells into inputs, step by step: a missing cell is replaced by `fill`; a text becomes one input for each
 * category, or with `ordinal` the index of its category; a number, or such an index, becomes (x − mean) / scale; and with `indicator`
 * one more input follows, 1 where the cell is missing and 0 elsewhere.
 */
export interface FeatureConstants {
  readonly name: string
  readonly kind: 'number' | 'text'
  /** Offset that is subtracted: the training mean, with minmax the training minimum, with robust the median, otherwise 0. */
  readonly mean: number
  /** Divisor: the training standard deviation, with minmax the range, with robust Q₃ − Q₁, otherwise 1; never 0. */
  readonly scale: number
  /** The trimmed texts seen in training, by code point; empty for a number. */
  readonly categories: readonly string[]
  /** Its settings. `encode` does not apply to a number, `scaling` not to a one-hot encoded text. */
  readonly missing: MissingChoice
  readonly encode: TextEncoding
  readonly scaling: Scaling
  /** Replacement of a missing cell; null where its row is dropped. */
  readonly fill: number | string | null
  /** Whether an extra input indicates missing cells: where the setting is `indicator` and a training row has a missing cell. */
  readonly indicator: boolean
}

/** Constants that turn the target's cells into targets, and outputs back into the data's own units. */
export type TargetConstants =
  | { readonly kind: 'classes'; readonly name: string; readonly classes: readonly string[] }
  /** One of several labels: the words for no and for yes, as in the data. */
  | { readonly kind: 'label'; readonly name: string; readonly classes: readonly string[] }
  | { readonly kind: 'number'; readonly name: string; readonly mean: number; readonly scale: number }

/** Import options of cells that become inputs: those of the file the network was trained on. */
export interface FeatureReading {
  /** Tokens for a missing value. */
  readonly missing: readonly string[]
  /** Type of each feature's column, by name; in pairs, since a stored object with the key `__proto__` is refused. */
  readonly kinds: readonly (readonly [string, ColumnKind])[]
  /** Format of the file; absent where it is that of most files, and in models of earlier versions. */
  readonly format?: ExpectedFormat
}

/** All preprocessing constants learned from the training rows; plain JSON. */
export interface Pipeline {
  readonly features: readonly FeatureConstants[]
  /** One for classes; one or more labels, or numbers. */
  readonly targets: readonly TargetConstants[]
  /** Settings of every feature without settings of its own. */
  readonly scaling: Scaling
  readonly missing: MissingChoice
  readonly encode: TextEncoding
  /** Another file's own detection unless given, as in files of earlier versions. */
  readonly reading?: FeatureReading
}

/** Returns the number of inputs of a feature. */
export function inputCount(feature: FeatureConstants): number {
  return inputNamesOf(feature).length
}

/** Returns the name of each input, in order: a column's own, `column=value`, and `column is missing`. */
export function inputNames({ features }: Pick<Pipeline, 'features'>): string[] {
  return features.flatMap(inputNamesOf)
}

function inputNamesOf({ kind, name, categories, encode, indicator }: FeatureConstants): string[] {
  const own = kind === 'number' || encode === 'ordinal' ? [name] : categories.map((category) => `${name}=${category}`)
  return indicator ? [...own, `${name} is missing`] : own
}
