import { setFlagsFromString } from 'node:v8'
import { fused } from 'virtual:kernels'
import { optimizerKinds, type OptimizerKind } from '../../src/core/nn/optimizers'
import { contextNumbers } from '../../src/core/machines/wasm/settings'
import { kernelHost } from '../../src/node/kernels/kernel-host'
import { v8Flags } from '../../src/node/kernels/v8-flags'

/** The bytes that the engine updates at a time, as soon as their gradients are there: 16 rows of a panel. */
const BLOCK = 1024
/** Weights in one update: within the first cache, the second, the third, and beyond. */
export const SIZES = [1024, 65_536, 524_288, 8_388_608]
const ROUNDS = 9
/** The time of one round, in milliseconds. */
const ROUND = 20

export interface UpdateFigures {
  readonly optimizer: OptimizerKind
  readonly precision: 'f32' | 'f64'
  /** Nanoseconds for each weight, by the sizes. */
  readonly nanoseconds: readonly number[]
}

type Update = (code: number, w: number, g: number, slot1: number, slot2: number, bytes: number, context: number) => void

/**
 * The time of an optimizer's update alone, on one thread: the weights and the memory of the optimizer are passed through once an update,
 * the gradients stay in the first cache as they do in a step.
 */
export function measureUpdates(now: () => number): UpdateFigures[] {
  const flags = v8Flags({ version: process.versions.v8, isElectron: false, platform: process.platform, arch: process.arch })
  for (const flag of [...flags.fast, ...flags.relaxedSimd]) setFlagsFromString(flag)
  const host = kernelHost(new WebAssembly.Module(fused))
  const array = SIZES[SIZES.length - 1] * 8
  const memory = host.createMemory(Math.ceil((3 * array) / 65_536) + 2)
  const kernels = host.instantiate(memory) as unknown as Record<string, Update> & { firstFreeByte(): number }
  const context = Math.ceil(kernels.firstFreeByte() / 64) * 64
  const g = context + 1024
  const [w, slot1, slot2] = [0, 1, 2].map((a) => g + BLOCK + a * array)
  return (['f32', 'f64'] as const).flatMap((precision) => {
    const size = precision === 'f32' ? 4 : 8
    const fill = precision === 'f32' ? new Float32Array(memory.buffer) : new Float64Array(memory.buffer)
    return optimizerKinds.map((optimizer, code) => {
      new Float64Array(memory.buffer).set(contextNumbers({ kind: optimizer, momentum: 0.9 }), context / 8)
      new Float64Array(memory.buffer).set([1e-4, 0.1, 0.1], context / 8)
      fill.fill(0.01, g / size)
      const update = kernels[precision === 'f32' ? 'update32' : 'update64']
      const pass = (weights: number): void => {
        for (let e = 0; e < weights * size; e += BLOCK) update(code, w + e, g, slot1 + e, slot2 + e, BLOCK, context)
      }
      return { optimizer, precision, nanoseconds: SIZES.map((weights) => perWeight(() => pass(weights), weights, now)) }
    })
  })
}

/** The median of the rounds, after one that does not count. */
function perWeight(pass: () => void, weights: number, now: () => number): number {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const start = now()
    let passes = 0
    let spent: number
    do {
      pass()
      passes += 1
      spent = now() - start
    } while (spent < ROUND)
    if (round > 0) times.push((spent * 1e6) / (passes * weights))
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1]
}
