import { describe, expect, it } from 'vitest'
import { matrixFrom } from '../../../../src/core/tensor/matrix'
import { copyParameters, type Parameters } from '../../../../src/core/network/parameters'
import type { OptimizerSpec } from '../../../../src/core/nn/optimizers'
import { gatherSamples } from '../../../../src/core/nn/targets'
import { epochOrder, type Machine } from '../../../../src/core/train/machine'
import { wasmMachine } from '../../../../src/core/machines/wasm/wasm-machine'
import {
  disagreement,
  flat,
  parametersOf,
  readCases,
  targetsOf,
  type GradientCase,
  type ReferenceTensor,
  type TrainingCase
} from '../../../support/reference'
import { testHost, type Build } from './kernels'

/** As tests/reference/README.md says. */
const AGREEMENT = 1e-9
const SEED = 7

const hosts = { fused: testHost(), emulated: testHost(undefined, 'emulated') }

/** A machine on the rows of a case, laid out so that an epoch's order takes just these, one after another. */
function machineFor(one: GradientCase | TrainingCase, rows: readonly number[], optimizer: OptimizerSpec, build: Build): Machine {
  const place = new Map(Array.from(epochOrder(rows.length, SEED, 0), (row, position) => [row, rows[position]]))
  const arranged = rows.map((_, row) => place.get(row) as number)
  const samples = { X: matrixFrom(one.X), targets: targetsOf(one.y) }
  const machine = wasmMachine(
    {
      network: one.network,
      optimizer,
      parameters: parametersOf(one.parameters),
      shuffleSeed: SEED,
      train: gatherSamples(samples, arranged),
      test: gatherSamples(samples, [])
    },
    { host: hosts[build], tile: 5, threads: 1 }
  )
  machine.shuffle(0)
  return machine
}

function expectNear(ours: Parameters, theirs: readonly ReferenceTensor[]): void {
  theirs.forEach(({ W, b }, l) => {
    expect(disagreement(flat(ours[l].W), W.flat())).toBeLessThanOrEqual(AGREEMENT)
    expect(disagreement(flat(ours[l].b), b)).toBeLessThanOrEqual(AGREEMENT)
  })
}

const objectiveOf = ({ loss, regularization }: GradientCase | TrainingCase) => ({ loss, regularization })
const cases = <Case extends GradientCase | TrainingCase>(file: string) =>
  (['fused', 'emulated'] as const).flatMap((build) => readCases<Case>(file).map((one) => ({ id: one.id, build, one })))

describe('the kernels against PyTorch in float64', () => {
  it.each(cases<TrainingCase>('training-cases.json'))('agree in a whole run, step by step: $build, $id', ({ one, build }) => {
    const { learningRate, ...optimizer } = one.optimizer
    const machine = machineFor(one, one.batches.flat(), optimizer as OptimizerSpec, build)
    let from = 0
    const losses = one.batches.map((batch, index) => {
      const to = from + batch.length
      const loss = machine.takeStep({ from, to, objective: objectiveOf(one), learningRate, clip: null, step: index + 1 })
      from = to
      return loss
    })
    expect(disagreement(losses.map(Number), one.expected.batchLosses)).toBeLessThanOrEqual(AGREEMENT)
    expectNear(machine.parameters(), one.expected.parameters)
    machine.release()
  })

  it.each(cases<TrainingCase>('training-cases.json'))('agree in a whole run, many steps at once: $build, $id', ({ one, build }) => {
    const { learningRate, ...optimizer } = one.optimizer
    const machine = machineFor(one, one.batches.flat(), optimizer as OptimizerSpec, build)
    const largest = Math.max(...one.batches.map(({ length }) => length))
    let [from, done] = [0, 0]
    while (done < one.batches.length) {
      // As many batches as are full, and the one after them.
      const short = one.batches.findIndex((batch, index) => index >= done && batch.length < largest)
      const end = short < 0 ? one.batches.length : short + 1
      const to = from + one.batches.slice(done, end).flat().length
      const learningRates = new Float64Array(end - done).fill(learningRate)
      const taken =
        machine.takeSteps?.({
          from,
          to,
          batch: largest,
          objective: objectiveOf(one),
          learningRates,
          losses: new Float64Array(end - done),
          clip: null,
          step: done + 1
        }) ?? 0
      expect(taken).toBeGreaterThan(0)
      from += one.batches.slice(done, done + taken).flat().length
      done += taken
    }
    expectNear(machine.parameters(), one.expected.parameters)
    machine.release()
  })

  it.each(cases<GradientCase>('gradient-cases.json'))(
    'agree in a step of rate 1, which takes the gradient away: $build, $id',
    ({ one, build }) => {
      const rows = one.X.map((_, row) => row)
      const machine = machineFor(one, rows, { kind: 'sgd' }, build)
      const before = copyParameters(machine.parameters())
      const loss = machine.takeStep({ from: 0, to: rows.length, objective: objectiveOf(one), learningRate: 1, clip: null, step: 1 })
      const after = machine.parameters()
      const gradients = copyParameters(before)
      for (const [l, { W, b }] of gradients.entries()) {
        W.data.forEach((w, e) => (W.data[e] = w - after[l].W.data[e]))
        b?.data.forEach((w, e) => (b.data[e] = w - flat(after[l].b)[e]))
      }
      expect(disagreement([Number(loss)], [one.expected.loss])).toBeLessThanOrEqual(AGREEMENT)
      expectNear(gradients, one.expected.gradients)
      machine.release()
    }
  )
})
