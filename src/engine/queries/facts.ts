import {
  createRandom,
  drawPlaces,
  runToEnd,
  gatherSamples,
  inputScales,
  forEachPart,
  inputRelevance,
  type Dataset,
  type InputScale,
  type Prepared,
  type CooperativeTask
} from '#core'
import { sampleSides, type SamplePlace } from '#shared/contract'

/** More points than this no eye tells apart on a card. */
const MOST_POINTS = 1500

/** So many rows show how much an input tells. */
const MOST_TELLING = 20_000

/** Facts of prepared rows that do not change while they are open. */
export interface Facts {
  readonly scales: readonly InputScale[]
  readonly means: Float64Array
  readonly lows: Float64Array
  readonly highs: Float64Array
  /** Relevance of each input alone to the target, on training rows. */
  readonly telling: Float64Array
  readonly points: readonly SamplePlace[]
  readonly rows: number
}

/** By the training rows, which stay where only the network is another. */
const factsByRows = new WeakMap<Dataset, Facts>()

/** The facts of prepared rows, looked up once. */
export function factsOf(prepared: Prepared): Facts {
  return runToEnd(factsTask(prepared))
}

/** The task of `factsOf`. */
export function* factsTask(prepared: Prepared): CooperativeTask<Facts> {
  const { train } = prepared
  const known = factsByRows.get(train)
  if (known) return known
  const { lows, highs, sums } = yield* rangesTask(prepared)
  const some = drawPlaces(train.rows.length, MOST_TELLING, createRandom(1))
  const facts = {
    scales: inputScales(prepared.pipeline),
    means: sums.map((sum) => sum / train.rows.length),
    lows,
    highs,
    telling: inputRelevance(gatherSamples(train, some)),
    points: drawnPlaces(prepared),
    rows: sampleSides.reduce((sum, side) => sum + prepared[side].rows.length, 0)
  }
  factsByRows.set(train, facts)
  return facts
}

/** All rows, or so many of them drawn by a fixed seed, in order. */
function drawnPlaces(prepared: Prepared): SamplePlace[] {
  const counts = sampleSides.map((side) => prepared[side].rows.length)
  const total = counts.reduce((sum, count) => sum + count, 0)
  return Array.from(drawPlaces(total, MOST_POINTS, createRandom(1)), (place) => {
    let index = place
    let side = 0
    while (index >= counts[side]) index -= counts[side++]
    return { side: sampleSides[side], index }
  })
}

/** The least and the largest number of each input over all rows, and its sum over the training rows. */
function* rangesTask(prepared: Prepared): CooperativeTask<{ lows: Float64Array; highs: Float64Array; sums: Float64Array }> {
  const { columns } = prepared.train.X
  const [lows, highs] = [new Float64Array(columns).fill(Infinity), new Float64Array(columns).fill(-Infinity)]
  const sums = new Float64Array(columns)
  for (const side of sampleSides) {
    const { data } = prepared[side].X
    const isTrain = side === 'train' ? 1 : 0
    yield* forEachPart(prepared[side].rows.length, (from, to) => {
      for (let e = from * columns, j = 0; e < to * columns; e++, j = j + 1 === columns ? 0 : j + 1) {
        const x = data[e]
        if (x < lows[j]) lows[j] = x
        if (x > highs[j]) highs[j] = x
        sums[j] += isTrain * x
      }
    })
  }
  return { lows, highs, sums }
}
