import { Trainer, initialParameters, type NetworkSpec, type Samples } from '../../src/core'
import { LEARNING_RATE, dataOf } from '../workloads.mjs'
import type { Workload } from '../workload'
import { startBackend } from '../../src/node/kernels/start-backend'
import { peakHere } from '../peak/measure'
import { channelHere } from '../electron/channel'
import { serve } from '../serve.mjs'

/** Our own engine as an experiment trains with it, in whatever process this file is started: `trainer.mjs THREADS`. */

const [threads] = process.argv.slice(2)

const engine = startBackend({
  choice: 'auto',
  threads: threads === 'auto' ? 'auto' : Number(threads)
})

function trainerOf(workload: Workload): Trainer {
  const { layers, batch, rows, optimizer, precision } = workload
  const { X, classes } = dataOf(workload)
  const network: NetworkSpec = {
    inputs: layers[0],
    layers: layers.slice(1).map((units: number, l: number) => ({ units, activation: l < layers.length - 2 ? 'relu' : 'linear' }))
  }
  const samples = (count: number): Samples => ({
    X: { rows: count, columns: layers[0], data: X.subarray(0, count * layers[0]) },
    targets: { kind: 'classes', classes: classes.subarray(0, count) }
  })
  return new Trainer({
    network,
    optimizer: { kind: optimizer },
    learningRate: LEARNING_RATE,
    batchSize: batch,
    objective: { loss: { kind: 'softmax-cross-entropy' }, regularization: {} },
    shuffleSeed: 1,
    machine: engine.machine,
    parameters: initialParameters(network, 1, precision),
    train: samples(rows),
    test: samples(0)
  })
}

/**
 * Whole steps, timed within an epoch. The last step of an epoch, which draws the next order of the rows and evaluates, is taken
 * between two timings: an evaluation is no step, and the peers do none.
 */
function create(workload: Workload) {
  const perEpoch = Math.ceil(workload.rows / workload.batch)
  const trainer = trainerOf(workload)
  const left = () => perEpoch - 1 - (trainer.step % perEpoch)
  return {
    run(limit: number): number {
      const before = trainer.step
      const goal = before + Math.min(limit, left())
      trainer.trainSteps(goal - before, Infinity)
      return trainer.step - before
    },
    between(): void {
      const { epoch } = trainer
      if (left() === 0) while (trainer.epoch === epoch) trainer.trainStep()
    }
  }
}

await serve(() => {
  const { tier, notes } = engine
  if (notes.length > 0) process.stderr.write(`${JSON.stringify(notes)}\n`)
  const host = process.versions.electron ? `Electron ${process.versions.electron}` : `Node ${process.versions.node}`
  const measuresPeak = process.versions.electron && threads === '1' && tier !== 'plain'
  return { about: `${tier} tier, ${host}`, threads: engine.threads, figures: measuresPeak ? { peak: peakHere() } : {}, create }
}, channelHere())
