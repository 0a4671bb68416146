import {
  rowPredictions,
  gridInputs,
  lineInputs,
  outputsOf,
  parameterCount,
  precisionOf,
  type GridAxis,
  type InputScale,
  type Prepared
} from '#core'
import type { PlaneQuestion, PlaneView } from '#shared/contract'
import { factsOf } from './facts'
import { noSuch, passOf, requireTarget, timed, type ViewContext } from './view'

/** Products of a forward pass that one answer may take: a few hundredths of a second. */
const MOST_PRODUCTS = 2e7

/** Fewer cells than this along a side show nothing. */
const FEWEST_CELLS = 8

/** The part of the span that is left free on each side of the points. */
const PADDING = 0.06

/** The network's answers over the plane of two inputs, or along one. Throws: request, for an input or a target that is not there. */
export function viewPlane(context: ViewContext, question: PlaneQuestion): PlaneView {
  const { prepared, trainer } = context
  const { scales, means } = factsOf(prepared)
  const { target } = question
  const unknown = [question.x, question.y ?? 0, ...question.held.map(({ input }) => input)].find((input) => input >= scales.length)
  if (unknown !== undefined) throw noSuch(`input ${unknown}`)
  requireTarget(prepared, target)
  return timed(context, () => {
    const base = Float64Array.from(means)
    for (const { input, value } of question.held) base[input] = (value - scales[input].mean) / scales[input].scale
    const affordable = MOST_PRODUCTS / parameterCount(trainer.network)
    const count = Math.max(FEWEST_CELLS, Math.min(question.cells, Math.floor(question.y === null ? affordable : Math.sqrt(affordable))))
    const x = axisOf(prepared, question.x, count)
    const y = question.y === null ? null : axisOf(prepared, question.y, count)
    const precision = precisionOf(prepared.train.X)
    const outputs = outputsOf(passOf(context, y ? gridInputs(base, x, y, precision) : lineInputs(base, x, precision)).cache)
    return {
      x: inOwnUnits(x, scales),
      y: y && inOwnUnits(y, scales),
      answers: rowPredictions(outputs, prepared.pipeline.targets, prepared.loss, target)
    }
  })
}

function axisOf(prepared: Prepared, input: number, count: number): GridAxis {
  const { lows, highs } = factsOf(prepared)
  const pad = PADDING * (highs[input] - lows[input]) || 1
  return { input, low: lows[input] - pad, high: highs[input] + pad, count }
}

function inOwnUnits({ input, low, high, count }: GridAxis, scales: readonly InputScale[]) {
  const { mean, scale } = scales[input]
  return { low: mean + scale * low, high: mean + scale * high, count }
}
