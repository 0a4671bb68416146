import {
  cellText,
  classProbabilities,
  columnNamed,
  forward,
  gatherRows,
  isPositive,
  AppError,
  outputsOf,
  precisionOf,
  predictedClasses,
  sampleRow,
  trainingRanges,
  unitSum,
  type LayerCache,
  type Matrix,
  type Note,
  type Prepared
} from '#core'
import type { PredictedTarget, PredictionView, PredictQuestion } from '#shared/contract'
import type { RunContext } from '../context/run-context'

type Origin = Pick<PredictionView, 'cells' | 'truth' | 'line' | 'notes' | 'ranges'>

/**
 * The network's answer for one sample, and the numbers on the way.
 * Throws: data, when a typed sample cannot be used; request, for a row or a unit that is not there.
 */
export function predictionView(context: RunContext, { sample, unit }: PredictQuestion): PredictionView {
  const { prepared, trainer } = context
  const { network, parameters } = trainer
  const { X, ...origin } = sample.kind === 'row' ? pickedRow(context, sample.place) : typedRow(context, sample.cells)
  const cache = forward(network, parameters, X)
  if (unit && (unit.layer >= cache.length || unit.unit >= network.layers[unit.layer].units)) {
    throw new AppError('request.invalid', { name: 'predict', problem: `there is no unit ${unit.unit} in layer ${unit.layer}` })
  }
  return {
    ...origin,
    epoch: trainer.epoch,
    inputs: Float64Array.from(X.data),
    layers: cache.map(({ Z, A }) => ({ z: Float64Array.from(Z.data), a: Float64Array.from(A.data) })),
    targets: answersOf(prepared, cache),
    unit: unit && unitSum(parameters, cache, unit.layer, unit.unit)
  }
}

function pickedRow(
  { table, prepared }: RunContext,
  { side, index }: { readonly side: 'train' | 'test' | 'validation'; readonly index: number }
): Origin & { X: Matrix } {
  const { X, rows, lines } = prepared[side]
  if (index >= rows.length) throw new AppError('request.invalid', { name: 'predict', problem: `there is no row ${index}` })
  const { features, targets } = prepared.pipeline
  const cell = (name: string) => cellText(columnNamed(table, name), rows[index])
  return {
    X: gatherRows(X, [index]),
    cells: Object.fromEntries(features.map(({ name }) => [name, cell(name)])),
    truth: targets.map(({ name }) => cell(name)),
    line: lines[index],
    notes: [],
    ranges: null
  }
}

function typedRow({ table, prepared }: RunContext, cells: Readonly<Record<string, string>>): Origin & { X: Matrix } {
  const { pipeline, train } = prepared
  const { X, notes } = sampleRow({ pipeline, cells, format: table.format, precision: precisionOf(train.X) })
  // The note of a file names its row; of one sample there is no other.
  const typedNotes: readonly Note[] = notes
  return { X, cells: null, truth: null, line: null, notes: typedNotes, ranges: trainingRanges(prepared, table) }
}

function answersOf({ pipeline, loss }: Prepared, cache: readonly LayerCache[]): PredictedTarget[] {
  const outputs = outputsOf(cache)
  const [first] = pipeline.targets
  if (first.kind === 'classes') {
    const probabilities = classProbabilities(outputs, loss).data
    const chosen = outputs.columns === 1 ? (isPositive(outputs.data[0]) ? 1 : 0) : predictedClasses(outputs)[0]
    return [classAnswer(first.name, first.classes, chosen, Array.from(probabilities))]
  }
  return pipeline.targets.map((target, t) => {
    const output = outputs.data[t]
    if (target.kind === 'number') return { kind: 'number', name: target.name, value: target.mean + target.scale * output }
    return classAnswer(target.name, target.classes, isPositive(output) ? 1 : 0, [1 - output, output])
  })
}

function classAnswer(name: string, classes: readonly string[], chosen: number, probabilities: readonly number[]): PredictedTarget {
  return {
    kind: 'classes',
    name,
    answer: classes[chosen],
    probabilities: classes.map((one, c) => ({ name: one, value: probabilities[c] }))
  }
}
