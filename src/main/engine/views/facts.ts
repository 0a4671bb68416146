import { columnMeans, createRandom, inputScales, permutation, type InputScale, type Prepared } from '#core'
import { sampleSides, type SamplePlace } from '#shared/view'

/** More points than this no eye tells apart on a card. */
const MOST_POINTS = 1500

/** Facts of prepared rows that do not change while they are open. */
export interface Facts {
  readonly scales: readonly InputScale[]
  readonly means: Float64Array
  readonly lows: Float64Array
  readonly highs: Float64Array
  readonly points: readonly SamplePlace[]
  readonly rows: number
}

const factsByPrepared = new WeakMap<Prepared, Facts>()

/** The facts of prepared rows, looked up once. */
export function factsOf(prepared: Prepared): Facts {
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
