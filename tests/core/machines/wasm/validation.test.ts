import { afterAll, describe, expect, it } from 'vitest'
import { copyParameters, evaluate, plainMachine, type MachineFactory, type Precision, type TrainerOptions } from '#core'
import { wasmMachine } from '../../../../src/core/machines/wasm/wasm-machine'
import { Trainer } from '../../../../src/core/train/trainer'
import { runOptions, type RunSpec } from '../../../support/runs'
import { testHost } from './kernels'

const host = testHost()
const releases: (() => void)[] = []
afterAll(() => releases.forEach((release) => release()))

const kernels =
  (threads: number, long?: number): MachineFactory =>
  (run) => {
    const machine = wasmMachine(run, { host, tile: 5, threads, worthThreads: 0, ...(long ? { long } : {}) })
    releases.push(() => machine.release())
    return machine
  }

const cases: RunSpec[] = [
  { sizes: [5, 7, 3] },
  { sizes: [4, 6, 2], loss: 'mean-squared-error', activation: 'relu' },
  { sizes: [3, 1], loss: 'binary-cross-entropy', testRows: 0 },
  { sizes: [6, 9, 4], dropout: 0.3, loss: 'multiclass-hinge', rows: 300 }
]

/** A run with rows set apart, which are those of another run's test. */
function withValidation(spec: RunSpec, precision: Precision, rows = 1100): TrainerOptions {
  return { ...runOptions(spec, precision), validation: runOptions({ ...spec, testRows: rows }, precision).test }
}

function trained(options: TrainerOptions, machine: MachineFactory) {
  const trainer = new Trainer({ ...options, machine })
  for (let epoch = 0; epoch < 3; epoch++) trainer.trainEpoch()
  return trainer
}

describe.each(cases)('validation rows of %j', (spec) => {
  it.each(['f64', 'f32'] as const)('have their figures recorded, and change no weight, in %s', (precision) => {
    const options = withValidation(spec, precision)
    for (const machine of [plainMachine, kernels(1), kernels(3), kernels(2, 2000)]) {
      const trainer = trained(options, machine)
      const { history } = trainer.state()
      const without = trained({ ...options, validation: undefined }, machine)
      expect(trainer.parameters).toEqual(without.parameters)
      const { validationLoss, validationMetric, ...others } = history
      expect(others).toEqual(without.state().history)
      expect(without.state().history).not.toHaveProperty('validationLoss')
      expect([validationLoss?.length, validationMetric?.length]).toEqual([4, 4])
      if (!options.validation) throw new Error('validation rows expected')
      const last = evaluate(options.network, copyParameters(trainer.parameters, precision), options.validation, options.objective.loss)
      // In float32 the kernels and the plain machine add up in different precisions.
      const digits = precision === 'f64' ? 12 : 4
      expect(validationLoss?.[3]).toBeCloseTo(last.loss, digits)
      expect(validationMetric?.[3]).toBeCloseTo(last.metric, digits)
    }
  })

  it('have the same bits on every machine in float64', () => {
    const options = withValidation(spec, 'f64')
    const plain = trained(options, plainMachine).state().history
    for (const machine of [kernels(1), kernels(3), kernels(2, 2000)]) expect(trained(options, machine).state().history).toEqual(plain)
  })
})

describe('a run with validation rows', () => {
  it('goes on from where it stood with all its figures', () => {
    const options = withValidation(cases[0], 'f64')
    const whole = trained(options, plainMachine)
    const first = new Trainer({ ...options, machine: plainMachine })
    first.trainEpoch()
    const second = new Trainer({ ...options, machine: kernels(1) })
    second.restore(first.state())
    second.trainEpoch()
    second.trainEpoch()
    expect(second.state().history).toEqual(whole.state().history)
    expect(second.state().parameters).toEqual(whole.state().parameters)
  })
})
