import { inputNames, type FeatureConstants, type Pipeline } from '../preparation/pipeline'

/** One input of a network, with its conversion to the data's own units: value = mean + scale · input. */
export interface InputScale {
  readonly name: string
  readonly mean: number
  readonly scale: number
  /** Whether it is 0 or 1: a category of a text, or a missing-value indicator. */
  readonly isMark: boolean
}

/** Returns every input of a pipeline, in order. */
export function inputScales(pipeline: Pick<Pipeline, 'features'>): InputScale[] {
  return pipeline.features.flatMap((feature) =>
    inputNames({ features: [feature] }).map((name, place) => {
      const isMark = place > 0 || isOneHot(feature)
      return isMark ? { name, mean: 0, scale: 1, isMark } : { name, mean: feature.mean, scale: feature.scale, isMark }
    })
  )
}

function isOneHot({ kind, encode }: FeatureConstants): boolean {
  return kind === 'text' && encode === 'one-hot'
}
