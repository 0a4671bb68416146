import type { FeatureConstants, Pipeline, Scaling } from '#core'
import { formatNumber } from '../../i18n/format'

/** The features that a step does something to, as rows of a table: the name, then the step's constants. */
type Rows = readonly (readonly string[])[]

/** As many categories are listed in one cell. */
const MOST_LISTED = 30

const figure = (value: number) => formatNumber(value, 6)
const rowsOf = (features: readonly FeatureConstants[], row: (feature: FeatureConstants) => readonly string[]): Rows =>
  features.map((feature) => [feature.name, ...row(feature)])

/** Returns the fill values of missing cells. */
export function fillRows({ features }: Pipeline): Rows {
  return rowsOf(
    features.filter(({ fill }) => fill !== null),
    ({ fill }) => [typeof fill === 'number' ? figure(fill) : String(fill)]
  )
}

/** The categories of each text, in the order of their inputs or places. */
export function categoryRows({ features }: Pipeline): Rows {
  return rowsOf(
    features.filter(({ kind }) => kind === 'text'),
    ({ categories }) => {
      const listed = categories.slice(0, MOST_LISTED).join(', ')
      return [String(categories.length), categories.length > MOST_LISTED ? `${listed}, …` : listed]
    }
  )
}

const isScaled = ({ kind, encode, scaling }: FeatureConstants) => scaling !== 'none' && (kind === 'number' || encode === 'ordinal')

/** Returns the scaling of all features; `mixed` where they differ. */
export function scalingOf({ features }: Pipeline): Exclude<Scaling, 'none'> | 'mixed' {
  const used = new Set(features.filter(isScaled).map(({ scaling }) => scaling))
  const [only = 'standard'] = used
  return used.size > 1 || only === 'none' ? 'mixed' : only
}

/** Returns offset and divisor of each feature, and its scaling where that differs. */
export function scaleRows(pipeline: Pipeline, nameOf: (scaling: Scaling) => string): Rows {
  const isMixed = scalingOf(pipeline) === 'mixed'
  return rowsOf(pipeline.features.filter(isScaled), ({ mean, scale, scaling }) => [
    figure(mean),
    figure(scale),
    ...(isMixed ? [nameOf(scaling)] : [])
  ])
}

/** The targets: classes in their order, or the mean and the deviation. */
export function targetRows({ targets }: Pipeline): Rows {
  return targets.map((target) => [
    target.name,
    target.kind === 'number' ? `${figure(target.mean)} · ${figure(target.scale)}` : target.classes.slice(0, MOST_LISTED).join(', ')
  ])
}
