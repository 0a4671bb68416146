import { performance } from 'node:perf_hooks'
import {
  classProbabilities,
  columnMeans,
  createRandom,
  drawnAnswers,
  forward,
  gatherRows,
  gridInputs,
  inputScales,
  LabError,
  lineInputs,
  outputsOf,
  parameterCount,
  permutation,
  precisionOf,
  pictureOf,
  softmax,
  tellingInputs,
  unitSum,
  type Dataset,
  type GridAxis,
  type InputScale,
  type LayerCache,
  type Matrix,
  type Prepared,
  type Targets,
  type Trainer
} from '#core'
import {
  sampleSides,
  type AnswersView,
  type HiddenView,
  type InputsView,
  type Moment,
  type NetworkView,
  type PlaneQuestion,
  type PlaneView,
  type PointsView,
  type SamplePlace,
  type SampleView,
  type UnitView
} from '#shared/view'

/** What is looked at: prepared rows, and what trains on them. */
export interface Inspected {
  readonly prepared: Prepared
  readonly trainer: Trainer
}

/** More points than this no eye tells apart on a card. */
const MOST_POINTS = 1500

/** Products of a forward pass that one answer may take: a few hundredths of a second. */
const MOST_PRODUCTS = 2e7

/** Fewer cells than this along a side show nothing. */
const FEWEST_CELLS = 8

/** The part of the span that is left free on each side of the points. */
const PADDING = 0.06

/** Facts of prepared rows that do not change while they are open. */
interface Facts {
  readonly scales: readonly InputScale[]
  readonly means: Float64Array
  readonly lows: Float64Array
  readonly highs: Float64Array
  readonly points: readonly SamplePlace[]
  readonly rows: number
}

const factsByPrepared = new WeakMap<Prepared, Facts>()

function factsOf(prepared: Prepared): Facts {
  const known = factsByPrepared.get(prepared)
  if (known) return known
  const { pipeline, train } = prepared
  const [lows, highs] = rangesOf(prepared)
  const places = sampleSides.flatMap((side) => Array.from(prepared[side].rows, (_, index) => ({ side, index })))
  const facts = { scales: inputScales(pipeline), means: columnMeans(train.X), lows, highs, points: drawnPlaces(places), rows: places.length }
  factsByPrepared.set(prepared, facts)
  return facts
}

/** All rows, or so many of them drawn by a fixed seed, in order. */
function drawnPlaces(places: readonly SamplePlace[]): readonly SamplePlace[] {
  if (places.length <= MOST_POINTS) return places
  return Array.from(permutation(places.length, createRandom(1)).subarray(0, MOST_POINTS).sort(), (i) => places[i])
}

/** The least and the largest number of each input over all rows. */
function rangesOf(prepared: Prepared): readonly [Float64Array, Float64Array] {
  const { columns } = prepared.train.X
  const [lows, highs] = [new Float64Array(columns).fill(Infinity), new Float64Array(columns).fill(-Infinity)]
  for (const side of sampleSides) {
    const { data } = prepared[side].X
    for (let e = 0; e < data.length; e++) {
      const j = e % columns
      if (data[e] < lows[j]) lows[j] = data[e]
      if (data[e] > highs[j]) highs[j] = data[e]
    }
  }
  return [lows, highs]
}

/** What the inputs are like, in the data's own units. */
export function viewInputs({ prepared }: Inspected): InputsView {
  const { scales, means, lows, highs } = factsOf(prepared)
  const own = (values: Float64Array) => values.map((value, i) => scales[i].mean + scales[i].scale * value)
  const marks = scales.map(({ isMark }) => isMark)
  return { names: prepared.inputs, means: own(means), lows: own(lows), highs: own(highs), marks, telling: tellingInputs(prepared.train) }
}

/** The network with its weights and what one row makes of it. Throws: request, for a row that is not there. */
export function viewNetwork(inspected: Inspected, { sample, room }: { readonly sample: SamplePlace; readonly room: number }): NetworkView {
  return timed(inspected, () => {
    const { parameters, cache } = passOf(inspected, rowOf(inspected, sample))
    const layers = pictureOf(parameters, cache, room)
    const last = layers[layers.length - 1]
    if (!hasScores(inspected)) return { layers }
    // Of classes the probabilities tell more than the scores.
    const shares = softmax(outputsOf(cache)).data
    return { layers: [...layers.slice(0, -1), { ...last, activations: Float32Array.from(last.shown, (unit) => shares[unit]) }] }
  })
}

/** One unit with every number that goes into it. Throws: request, for a row or a unit that is not there. */
export function viewUnit(
  inspected: Inspected,
  { sample, layer, unit }: { readonly sample: SamplePlace; readonly layer: number; readonly unit: number }
): UnitView {
  const { layers } = inspected.trainer.network
  if (layer >= layers.length || unit >= layers[layer].units) throw nothingThere(`unit ${unit} of layer ${layer}`)
  return timed(inspected, () => {
    const { parameters, cache } = passOf(inspected, rowOf(inspected, sample))
    const isScore = layer === layers.length - 1 && hasScores(inspected)
    const probability = isScore ? softmax(outputsOf(cache)).data[unit] : null
    return { ...unitSum(parameters, cache, layer, unit), activation: layers[layer].activation, probability }
  })
}

/** What the network answers over the plane of two inputs, or along one. Throws: request, for an input or a target that is not there. */
export function viewPlane(inspected: Inspected, question: PlaneQuestion): PlaneView {
  const { prepared, trainer } = inspected
  const { scales, means } = factsOf(prepared)
  const { target } = question
  const unknown = [question.x, question.y ?? 0, ...question.held.map(({ input }) => input)].find((input) => input >= scales.length)
  if (unknown !== undefined) throw nothingThere(`input ${unknown}`)
  requireTarget(prepared, target)
  return timed(inspected, () => {
    const base = Float64Array.from(means)
    for (const { input, value } of question.held) base[input] = (value - scales[input].mean) / scales[input].scale
    const affordable = MOST_PRODUCTS / parameterCount(trainer.network)
    const count = Math.max(FEWEST_CELLS, Math.min(question.cells, Math.floor(question.y === null ? affordable : Math.sqrt(affordable))))
    const x = axisOf(prepared, question.x, count)
    const y = question.y === null ? null : axisOf(prepared, question.y, count)
    const precision = precisionOf(prepared.train.X)
    const outputs = outputsOf(passOf(inspected, y ? gridInputs(base, x, y, precision) : lineInputs(base, x, precision)).cache)
    return {
      x: inOwnUnits(x, scales),
      y: y && inOwnUnits(y, scales),
      answers: drawnAnswers(outputs, prepared.pipeline.targets, prepared.loss, target)
    }
  })
}

/** Rows as points. Throws: request, for an input or a target that is not there. */
export function viewPoints({ prepared }: Inspected, { x, y, target }: { readonly x: number; readonly y: number; readonly target: number }): PointsView {
  const { scales, points, rows } = factsOf(prepared)
  if (Math.max(x, y) >= scales.length) throw nothingThere(`input ${Math.max(x, y)}`)
  requireTarget(prepared, target)
  const constants = prepared.pipeline.targets[target]
  const column = (input: number) =>
    Float64Array.from(points, ({ side, index }) => {
      const { columns, data } = prepared[side].X
      return scales[input].mean + scales[input].scale * data[index * columns + input]
    })
  return {
    x: column(x),
    y: column(y),
    truth: Float64Array.from(points, ({ side, index }) => truthOf(prepared, prepared[side].targets, index, target)),
    names: constants.kind === 'number' ? null : constants.classes,
    sides: Uint8Array.from(points, ({ side }) => sampleSides.indexOf(side)),
    indices: Int32Array.from(points, ({ index }) => index),
    lines: Int32Array.from(points, ({ side, index }) => prepared[side].lines[index]),
    rows
  }
}

/** The answer for every point. Throws: request, for a target that is not there. */
export function viewAnswers(inspected: Inspected, { target }: { readonly target: number }): AnswersView {
  const { prepared } = inspected
  requireTarget(prepared, target)
  return timed(inspected, () => {
    const outputs = outputsOf(passOf(inspected, pointInputs(prepared)).cache)
    return { answers: drawnAnswers(outputs, prepared.pipeline.targets, prepared.loss, target) }
  })
}

/** Two units of a layer for every point. Throws: request, for a unit that is not there. */
export function viewHidden(inspected: Inspected, { layer, x, y }: { readonly layer: number; readonly x: number; readonly y: number }): HiddenView {
  const { prepared, trainer } = inspected
  const { layers } = trainer.network
  if (layer >= layers.length || Math.max(x, y) >= layers[layer].units) throw nothingThere(`unit ${Math.max(x, y)} of layer ${layer}`)
  return timed(inspected, () => {
    const { A } = passOf(inspected, pointInputs(prepared), layer + 1).cache[layer]
    const column = (unit: number) => Float32Array.from({ length: A.rows }, (_, i) => A.data[i * A.columns + unit])
    return { x: column(x), y: column(y) }
  })
}

/** One row: its inputs, the truth, and the network's answer. Throws: request, for a row that is not there. */
export function viewSample(inspected: Inspected, { sample }: { readonly sample: SamplePlace }): SampleView {
  const { prepared } = inspected
  const row = rowOf(inspected, sample)
  return timed(inspected, () => {
    const { scales } = factsOf(prepared)
    const { targets } = prepared.pipeline
    const outputs = outputsOf(passOf(inspected, row).cache)
    const [first] = targets
    const answers =
      first.kind === 'classes'
        ? Float64Array.from(classProbabilities(outputs, prepared.loss).data)
        : Float64Array.from(targets, (target, t) => (target.kind === 'number' ? target.mean + target.scale * outputs.data[t] : outputs.data[t]))
    return {
      line: prepared[sample.side].lines[sample.index],
      inputs: Float64Array.from(row.data, (value, i) => scales[i].mean + scales[i].scale * value),
      truths: Float64Array.from(targets, (_, t) => truthOf(prepared, prepared[sample.side].targets, sample.index, t)),
      answers
    }
  })
}

/** The answers to the page's views of whatever is open. */
export function viewHandlers(inspected: () => Inspected) {
  return {
    viewNetwork: (args: Parameters<typeof viewNetwork>[1]) => viewNetwork(inspected(), args),
    viewUnit: (args: Parameters<typeof viewUnit>[1]) => viewUnit(inspected(), args),
    viewInputs: () => viewInputs(inspected()),
    viewPlane: (args: PlaneQuestion) => viewPlane(inspected(), args),
    viewPoints: (args: Parameters<typeof viewPoints>[1]) => viewPoints(inspected(), args),
    viewAnswers: (args: Parameters<typeof viewAnswers>[1]) => viewAnswers(inspected(), args),
    viewHidden: (args: Parameters<typeof viewHidden>[1]) => viewHidden(inspected(), args),
    viewSample: (args: Parameters<typeof viewSample>[1]) => viewSample(inspected(), args)
  }
}

function timed<View extends object>({ trainer }: Inspected, make: () => View): View & Moment {
  const start = performance.now()
  const view = make()
  return { ...view, epoch: trainer.epoch, milliseconds: performance.now() - start }
}

/** What a forward pass of rows gives; of its first layers where only so many are asked for. */
function passOf({ trainer }: Inspected, X: Matrix, layers?: number): { parameters: Trainer['parameters']; cache: LayerCache[] } {
  const { network, parameters } = trainer
  const used = layers === undefined ? network : { ...network, layers: network.layers.slice(0, layers) }
  return { parameters, cache: forward(used, parameters, X) }
}

function rowOf({ prepared }: Inspected, { side, index }: SamplePlace): Matrix {
  if (index >= prepared[side].rows.length) throw nothingThere(`row ${index} of the ${side} rows`)
  return gatherRows(prepared[side].X, [index])
}

const inputsByPrepared = new WeakMap<Prepared, Matrix>()

/** The inputs of the points, [points, inputs]. */
function pointInputs(prepared: Prepared): Matrix {
  const known = inputsByPrepared.get(prepared)
  if (known) return known
  const { points } = factsOf(prepared)
  const X = gatherRows(prepared.train.X, new Int32Array(points.length))
  points.forEach(({ side, index }, i) => X.data.set(rowData(prepared[side], index), i * X.columns))
  inputsByPrepared.set(prepared, X)
  return X
}

function rowData({ X }: Dataset, index: number) {
  return X.data.subarray(index * X.columns, (index + 1) * X.columns)
}

/** The true answer in the data's own units, or the number of the class. */
function truthOf({ pipeline }: Prepared, targets: Targets, index: number, t: number): number {
  if (targets.kind === 'classes') return targets.classes[index]
  const target = pipeline.targets[t]
  const value = targets.values.data[index * targets.values.columns + t]
  return target.kind === 'number' ? target.mean + target.scale * value : value
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

/** Whether the outputs are scores of classes, whose softmax are the probabilities. */
function hasScores({ prepared, trainer }: Inspected): boolean {
  const { layers } = trainer.network
  return prepared.pipeline.targets[0].kind === 'classes' && layers[layers.length - 1].units > 1
}

function requireTarget({ pipeline }: Prepared, target: number): void {
  if (target >= pipeline.targets.length) throw nothingThere(`target ${target}`)
}

function nothingThere(what: string): LabError {
  return new LabError('request.invalid', { name: 'view', problem: `there is no ${what}` })
}
