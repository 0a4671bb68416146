import type { KernelHost, Precision } from '#core'

/** The register tiles of the kernels by their numbers (assembly/products.ts): rows × columns in float32; float64 has half the columns. */
export const tiles = { '4x16': 4, '5x16': 5, '6x16': 6, '4x8': 12, '4x8 shuffle': 20 } as const
export type TileName = keyof typeof tiles

export const tileNames = Object.keys(tiles) as TileName[]

/** The size of the layer that is timed: it fills no tile, and all of it stays in the cache. */
const SIZE = 61
const ROW_BYTES = 64
const PAGE_BYTES = 65536

/** V8 first runs what it has compiled in a hurry, for some 16 ms; figures count once they are about those of the window before. */
const WINDOW = 8
const LEAST = 32
const STEADY = 0.9
/** A machine on which they never are takes what it has found by then. All in milliseconds. */
const PATIENCE = 120

/** The products of one layer, as the kernels export them for one precision. */
interface Products {
  forwardPanel(tile: number, rows: number, depth: number, a: number, aPanel: number, w: number, bias: number, z: number): void
  transposeRows(rows: number, units: number, gradZ: number, panel: number, target: number): void
  inputGradientPanel(
    tile: number,
    rows: number,
    inputs: number,
    units: number,
    w: number,
    wPanel: number,
    gradZ: number,
    zeros: number,
    square: number,
    gradInput: number
  ): void
  weightGradientBlock(
    tile: number,
    inputs: number,
    rows: number,
    a: number,
    gradZ: number,
    zeros: number,
    part: number,
    gradW: number
  ): void
}

/**
 * The tile that computes the products of one layer in the least time, of those whose answers are the tested one's to the last bit: that
 * is the one which whole runs passed their self-test with. Takes some 40 milliseconds; no result of the kernels depends on it.
 */
export function fastestTile(
  host: KernelHost,
  precision: Precision,
  tested: TileName,
  now: () => number = () => performance.now()
): TileName {
  const { run, answers } = layer(host, precision)
  const answerOf = (name: TileName): Uint8Array => {
    run(tiles[name])
    return answers()
  }
  const expected = answerOf(tested)
  return fastest(
    tileNames.filter((name) => Buffer.compare(answerOf(name), expected) === 0),
    (name) => run(tiles[name]),
    now
  )
}

/** Returns the candidate that takes the least time, measured by turns once V8 has compiled all of them fully. */
export function fastest<Name extends string>(candidates: readonly Name[], run: (name: Name) => void, now: () => number): Name {
  const start = now()
  let before = window(candidates, run, now)
  for (;;) {
    const last = window(candidates, run, now)
    const steady = candidates.every((_, c) => last[c] > before[c] * STEADY)
    const took = now() - start
    if ((steady && took >= LEAST) || took > PATIENCE) return candidates[last.indexOf(Math.min(...last))]
    before = last
  }
}

/** The least time of each within some milliseconds. */
function window<Name extends string>(candidates: readonly Name[], run: (name: Name) => void, now: () => number): number[] {
  const least = candidates.map(() => Infinity)
  const end = now() + WINDOW
  do {
    candidates.forEach((name, c) => {
      const start = now()
      run(name)
      least[c] = Math.min(least[c], now() - start)
    })
  } while (now() < end)
  return least
}

/** One layer with numbers in it, in a memory of its own: its three products by a tile, and a copy of all that they answer. */
function layer(host: KernelHost, precision: Precision): { run: (tile: number) => void; answers: () => Uint8Array } {
  const size = precision === 'f32' ? 4 : 8
  const lanes = ROW_BYTES / size
  const panels = Math.ceil(SIZE / lanes)
  const panelBytes = panels * lanes * ROW_BYTES
  const matrixBytes = panels * panelBytes
  const memory = host.createMemory(Math.ceil((9 * matrixBytes) / PAGE_BYTES) + 1)
  const kernels = host.instantiate(memory)
  const products = productsOf(kernels as unknown as Readonly<Record<string, unknown>>, precision === 'f32' ? '32' : '64')
  let free = Math.ceil(kernels.firstFreeByte() / ROW_BYTES) * ROW_BYTES
  const take = (bytes: number): number => (free += bytes) - bytes
  const [A, W, gradZ] = [take(matrixBytes), take(matrixBytes), take(matrixBytes)]
  const answersFrom = free
  const [Z, gradInput, gradW] = [take(matrixBytes), take(matrixBytes), take(matrixBytes)]
  const answersTo = free
  const [transposed, square, zeros] = [take(matrixBytes), take(lanes * ROW_BYTES), take(ROW_BYTES)]
  const view = precision === 'f32' ? new Float32Array(memory.buffer) : new Float64Array(memory.buffer)
  // Numbers that need rounding in every product and sum; what pads the panels is as good as any other.
  for (let at = A; at < answersFrom; at += size) view[at / size] = ((at * 7919) % 1009) / 1009 - 0.5
  const eachPanel = (visit: (panel: number) => void): void => {
    for (let panel = 0; panel < panels; panel++) visit(panel)
  }
  return {
    run(tile) {
      eachPanel((q) => products.forwardPanel(tile, SIZE, SIZE, A, panelBytes, W + q * panelBytes, zeros, Z + q * panelBytes))
      products.transposeRows(SIZE, SIZE, gradZ, panelBytes, transposed)
      eachPanel((p) => {
        const inputs = Math.min(lanes, SIZE - p * lanes)
        const rows = p * lanes * ROW_BYTES
        products.inputGradientPanel(tile, SIZE, inputs, SIZE, W + rows, panelBytes, transposed, zeros, square, gradInput + p * panelBytes)
        eachPanel((q) =>
          products.weightGradientBlock(
            tile,
            inputs,
            SIZE,
            A + p * panelBytes,
            gradZ + q * panelBytes,
            zeros,
            square,
            gradW + q * panelBytes + rows
          )
        )
      })
    },
    answers: () => new Uint8Array(memory.buffer).slice(answersFrom, answersTo)
  }
}

function productsOf(kernels: Readonly<Record<string, unknown>>, bits: '32' | '64'): Products {
  return {
    forwardPanel: kernels[`forwardPanel${bits}`],
    transposeRows: kernels[`transposeRows${bits}`],
    inputGradientPanel: kernels[`inputGradientPanel${bits}`],
    weightGradientBlock: kernels[`weightGradientBlock${bits}`]
  } as Products
}
