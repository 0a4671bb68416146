/** @typedef {import('./workload.js').Workload} Workload */

/** @type {Omit<Workload, 'optimizer' | 'precision'>[]} */
const networks = [
  { name: 'tiny', layers: [2, 8, 2], batch: 10, rows: 10_000 },
  { name: 'small', layers: [30, 64, 2], batch: 32, rows: 8192 },
  { name: 'medium', layers: [784, 128, 10], batch: 64, rows: 4096 },
  { name: 'large', layers: [784, 512, 512, 10], batch: 128, rows: 4096 }
]

/** Every network with gradient descent, then with Adam, both in float32; then all but the smallest in float64. @type {readonly Workload[]} */
export const workloads = [
  ...networks.map((network) => workload(network, '', 'sgd', 'f32')),
  ...networks.map((network) => workload(network, '-adam', 'adam', 'f32')),
  ...networks.slice(1).map((network) => workload(network, '-f64', 'sgd', 'f64'))
]

/**
 * @param {typeof networks[number]} network
 * @param {string} suffix
 * @param {Workload['optimizer']} optimizer
 * @param {Workload['precision']} precision
 * @returns {Workload}
 */
function workload(network, suffix, optimizer, precision) {
  return { ...network, name: `${network.name}${suffix}`, optimizer, precision }
}

/** The rate of every contender: small, so that no run leaves the finite numbers however long it is timed. */
export const LEARNING_RATE = 1e-4

/** Numbers in [0, 1), the same at every run. Source: G. Marsaglia, "Xorshift RNGs", 2003 (13, 17, 5). */
function generator(seed = 2463534242) {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4294967296
  }
}

/**
 * Numbers one after the other, in the precision of a workload.
 * @param {Pick<Workload, 'precision'>} workload
 * @param {number} length
 * @param {() => number} [number] each of them; 0 unless given
 * @returns {Float32Array | Float64Array}
 */
export function floats({ precision }, length, number = () => 0) {
  const array = precision === 'f32' ? new Float32Array(length) : new Float64Array(length)
  for (let i = 0; i < length; i++) array[i] = number()
  return array
}

/**
 * The data set of a workload, and the order its rows are taken in.
 * @param {Workload} workload
 */
export function dataOf(workload) {
  const { layers, rows } = workload
  const next = generator()
  const X = floats(workload, rows * layers[0], () => 2 * next() - 1)
  const classes = Int32Array.from({ length: rows }, () => Math.floor(next() * layers[layers.length - 1]))
  const order = Int32Array.from({ length: rows }, (_, i) => i)
  for (let i = rows - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const kept = order[i]
    order[i] = order[j]
    order[j] = kept
  }
  return { X, classes, order }
}

/**
 * Weights to begin with, [in, out] a layer, uniform within ±√(2 / in).
 * @param {Workload} workload
 */
export function weightsOf(workload) {
  const { layers } = workload
  const next = generator(88675123)
  return layers.slice(1).map((units, l) => {
    const bound = Math.sqrt(2 / layers[l])
    return floats(workload, layers[l] * units, () => (2 * next() - 1) * bound)
  })
}

/**
 * Multiplications and additions of one step's products: 2 · batch · in · out for A·W and for Aᵀ·dZ in every layer, and for dZ·Wᵀ in every
 * layer but the first, whose input has no gradient.
 * @param {Workload} workload
 */
export function operationsOf({ layers, batch }) {
  return layers.slice(1).reduce((sum, units, l) => sum + 2 * batch * layers[l] * units * (l === 0 ? 2 : 3), 0)
}
