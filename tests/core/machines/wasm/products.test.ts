import { describe, expect, it } from 'vitest'
import { columnSums, product, productTransposedLeft, productTransposedRight } from '../../../../src/core/tensor/products'
import { lanesOf, readPanels, ROW_BYTES, viewOf, writePanels, type Panels } from '../../../../src/core/machines/wasm/panels'
import { createRandom } from '../../../../src/core/random/random'
import { plainArithmetic, trainingArithmetic, type Arithmetic } from '../../../../src/core/tensor/arithmetic'
import { zeros, type Matrix, type Precision } from '../../../../src/core/tensor/matrix'
import { compiledKernels, type Build } from './kernels'

// Room for 1,000,000 rows of four panels.
const builds = { fused: compiledKernels('fused', 8192), emulated: compiledKernels('emulated') }
const random = createRandom(7)

function randomMatrix(rows: number, columns: number, precision: Precision): Matrix {
  const matrix = zeros(rows, columns, precision)
  for (let e = 0; e < matrix.data.length; e++) matrix.data[e] = random.normal()
  return matrix
}

/** The products of one layer by the kernels, laid out from the first free byte on. */
function byKernels(build: Build, precision: Precision, tile: number, A: Matrix, W: Matrix, b: Matrix, gradZ: Matrix) {
  const { memory, exports: kernels } = builds[build]
  const P = lanesOf(precision)
  const bits = precision === 'f32' ? 32 : 64
  const view = viewOf(memory.buffer, precision)
  const capacity = Math.ceil(A.rows / P) * P
  const panelsOf = (columns: number) => Math.ceil(columns / P)
  let free = Math.ceil(Number(kernels.firstFreeByte()) / 64) * 64
  const take = (bytes: number) => {
    const address = free
    free += bytes
    return address
  }
  const place = (rows: number, columns: number): Panels => {
    const panelBytes = rows * ROW_BYTES
    return { address: take(panelsOf(columns) * panelBytes), panelBytes }
  }
  const atA = place(capacity, A.columns)
  const atW = place(W.rows, W.columns)
  const atB = place(1, W.columns)
  const atZ = place(capacity, W.columns)
  const atGradZ = place(capacity, W.columns)
  const atGradW = place(W.rows, W.columns)
  const atGradB = place(1, W.columns)
  const atGradInput = place(capacity, A.columns)
  const transposed = take((capacity / P) * panelsOf(W.columns) * P * ROW_BYTES)
  const square = take(P * ROW_BYTES)
  const zeroRow = take(ROW_BYTES)
  new Uint8Array(memory.buffer).fill(0, atA.address, free)
  // What pads the activations may be anything.
  view.fill(3, atA.address / view.BYTES_PER_ELEMENT, atW.address / view.BYTES_PER_ELEMENT)
  writePanels(view, atA, A)
  writePanels(view, atW, W)
  writePanels(view, atB, b)
  writePanels(view, atGradZ, gradZ)
  const { rows } = A
  for (let q = 0; q < panelsOf(W.columns); q++) {
    kernels[`forwardPanel${bits}`](
      tile,
      rows,
      W.rows,
      atA.address,
      atA.panelBytes,
      atW.address + q * atW.panelBytes,
      atB.address + q * 64,
      atZ.address + q * atZ.panelBytes
    )
    kernels[`columnSums${bits}`](rows, atGradZ.address + q * atGradZ.panelBytes, square, atGradB.address + q * 64)
  }
  kernels[`transposeRows${bits}`](rows, W.columns, atGradZ.address, atGradZ.panelBytes, transposed)
  for (let p = 0; p < panelsOf(W.rows); p++) {
    const inputs = Math.min(P, W.rows - p * P)
    kernels[`inputGradientPanel${bits}`](
      tile,
      rows,
      inputs,
      W.columns,
      atW.address + p * P * 64,
      atW.panelBytes,
      transposed,
      zeroRow,
      square,
      atGradInput.address + p * atGradInput.panelBytes
    )
    for (let q = 0; q < panelsOf(W.columns); q++) {
      kernels[`weightGradientBlock${bits}`](
        tile,
        inputs,
        rows,
        atA.address + p * atA.panelBytes,
        atGradZ.address + q * atGradZ.panelBytes,
        zeroRow,
        square,
        atGradW.address + q * atGradW.panelBytes + p * P * 64
      )
    }
  }
  return {
    Z: readPanels(view, atZ, rows, W.columns),
    gradInput: readPanels(view, atGradInput, rows, W.rows),
    gradW: readPanels(view, atGradW, W.rows, W.columns),
    gradB: readPanels(view, atGradB, 1, W.columns)
  }
}

function byDefinition(arithmetic: Arithmetic, A: Matrix, W: Matrix, b: Matrix, gradZ: Matrix) {
  return {
    Z: product(A, W, b, arithmetic),
    gradInput: productTransposedRight(gradZ, W, arithmetic),
    gradW: productTransposedLeft(A, gradZ, arithmetic),
    gradB: columnSums(gradZ, arithmetic)
  }
}

type Products = ReturnType<typeof byDefinition>
const names = ['Z', 'gradInput', 'gradW', 'gradB'] as const

/** The products that are not the same to the last bit. */
function differing(got: Products, wanted: Products): string[] {
  const bytesOf = ({ data: { buffer, byteOffset, byteLength } }: Matrix) => Buffer.from(buffer, byteOffset, byteLength)
  return names.filter((name) => !bytesOf(got[name]).equals(bytesOf(wanted[name])))
}

const around = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 16, 17, 23, 31, 32, 33, 48, 49, 64, 65, 70]
const shapes = [
  ...around.flatMap((n) => [
    [n, 5, 3],
    [7, n, 18],
    [13, 19, n],
    [n, n, n]
  ]),
  ...Array.from({ length: 40 }, () => [1, 2, 3].map(() => 1 + random.below(70))),
  [64, 784, 128],
  [64, 128, 10],
  [1030, 17, 5],
  [2049, 3, 18]
]

function layer(rows: number, inputs: number, units: number, precision: Precision): [Matrix, Matrix, Matrix, Matrix] {
  return [
    randomMatrix(rows, inputs, precision),
    randomMatrix(inputs, units, precision),
    randomMatrix(1, units, precision),
    randomMatrix(rows, units, precision)
  ]
}

/** Rows of whole panels, four of half ones, and four with lanes spread by shuffles, as products.ts numbers them. */
const tiles = [4, 5, 6, 12, 20]

describe('the products of the kernels', () => {
  it.each([
    ['fused', 'f64'],
    ['fused', 'f32'],
    ['emulated', 'f64'],
    ['emulated', 'f32']
  ] as const)('are the definitions to the last bit, whatever the tile: %s, %s', (build, precision) => {
    // The largest would take the emulated ones long, and show nothing else.
    for (const [rows, inputs, units] of shapes.filter(([n, k, m]) => build === 'fused' || n * k * m < 100_000)) {
      const operands = layer(rows, inputs, units, precision)
      const wanted = byDefinition(trainingArithmetic[precision], ...operands)
      for (const tile of tiles)
        expect(differing(byKernels(build, precision, tile, ...operands), wanted), `${rows}×${inputs}×${units}, tile ${tile}`).toEqual([])
    }
  })

  it('differ from sums of rounded products by no more than k·2⁻⁵³·Σ|a||b|, as the gradient check assumes', () => {
    const absolute = (matrix: Matrix): Matrix => ({ ...matrix, data: matrix.data.map(Math.abs) })
    for (const [rows, inputs, units] of shapes) {
      const [A, W, b, gradZ] = layer(rows, inputs, units, 'f64')
      const got = byDefinition(trainingArithmetic.f64, A, W, b, gradZ)
      const apart = byDefinition(plainArithmetic, A, W, b, gradZ)
      const size = byDefinition(plainArithmetic, absolute(A), absolute(W), absolute(b), absolute(gradZ))
      const depths = { Z: inputs + 1, gradInput: units, gradW: rows, gradB: rows }
      for (const name of names) {
        let worst = 0
        got[name].data.forEach((x, e) => (worst = Math.max(worst, Math.abs(x - apart[name].data[e]) / size[name].data[e])))
        // Either is within k·2⁻⁵³ of the exact sum.
        expect(worst, `${name} of ${rows}×${inputs}×${units}`).toBeLessThanOrEqual(2 * depths[name] * 2 ** -53 * 1.001)
      }
    }
  })

  it('add up gradients over 1,000,000 rows in float32 to five digits', () => {
    const rows = 1_000_000
    const [A, gradZ] = [zeros(rows, 1, 'f32'), zeros(rows, 1, 'f32')]
    const [W, b] = [zeros(1, 1, 'f32'), zeros(1, 1, 'f32')]
    for (let i = 0; i < rows; i++) {
      A.data[i] = 1 + (i % 7) / 10
      gradZ.data[i] = 1e-6 * (0.6 + (i % 13) / 1000)
    }
    const wanted = byDefinition(plainArithmetic, A, W, b, gradZ)
    const got = byKernels('fused', 'f32', tiles[0], A, W, b, gradZ)
    for (const name of ['gradW', 'gradB'] as const) expect(got[name].data[0] / wanted[name].data[0] - 1, name).toBeCloseTo(0, 5)
  })
})
