import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { activationNames } from '../nn/activations'
import { lossKinds, lossOf } from '../nn/losses'
import { optimizerKinds } from '../nn/optimizers'
import type { Samples } from '../nn/targets'
import { copyParameters, initialParameters, namedTensors } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import { createRandom } from '../random/random'
import { precisionOf, zeros, type Precision } from '../tensor/matrix'
import type { MachineFactory } from '../train/machine'
import { plainMachine } from './plain/plain-machine'
import { Trainer } from '../train/trainer'
import type { TrainerOptions } from '../train/trainer-options'

/** Sizes that fill no panel, and leave a part of one in every dimension. */
const INPUTS = 19
const HIDDEN = 21
const OUTPUTS = 3
const TRAIN_ROWS = 23
const TEST_ROWS = 5
const EPOCHS = 1

/** The digest of the plain machine's figures, which are the same everywhere: to compute them takes far longer than to test a fast machine. */
export const EXPECTED_DIGEST = '41e384bda7fd9b926d5a2082fd1ae8fea1d986c1418872399fd08de5b5fcb82d'

/** The first figure in which a machine differs from the plain one. */
export interface Fault {
  /** The run, in the names of the catalogues: precision, activation, loss, optimizer. */
  readonly run: string
  /** The figure: a tensor or a curve, and the element of it. */
  readonly place: string
  readonly value: number
  readonly expected: number
}

/**
 * Trains small networks, every activation, loss and optimizer of the catalogues among them, on a machine: every bit must be the plain
 * machine's. Returns null where it is.
 */
export function findFault(machine: MachineFactory): Fault | null {
  return digestOf(machine) === EXPECTED_DIGEST ? null : firstFault(machine)
}

/** The SHA-256 of the weights and curves of all test runs: their numbers in order, as they lie in memory. */
export function digestOf(machine: MachineFactory): string {
  const hash = sha256.create()
  for (const options of testRuns()) {
    for (const { numbers } of figuresOf(options, machine)) hash.update(new Uint8Array(Float64Array.from(numbers).buffer))
  }
  return bytesToHex(hash.digest())
}

/** Compares a machine with the plain one, figure by figure. */
function firstFault(machine: MachineFactory): Fault | null {
  for (const options of testRuns()) {
    const fault = firstDifference(figuresOf(options, machine), figuresOf(options, plainMachine))
    if (fault === null) continue
    const { network, objective, optimizer, parameters } = options
    const run = [precisionOf(parameters[0].W), network.layers[0].activation, objective.loss.kind, optimizer?.kind ?? 'sgd'].join(', ')
    return { run, ...fault }
  }
  return null
}

function testRuns(): TrainerOptions[] {
  return (['f64', 'f32'] as const).flatMap((precision) => activationNames.map((_, number) => testRun(number, precision)))
}

function testRun(number: number, precision: Precision): TrainerOptions {
  const activation = activationNames[number]
  const kind = lossKinds[number % lossKinds.length]
  const { outputActivation } = lossOf({ kind })
  const network: NetworkSpec = {
    inputs: INPUTS,
    layers: [
      { units: HIDDEN, activation, dropout: number % 2 === 1 ? 0.25 : 0 },
      { units: OUTPUTS, activation: outputActivation ?? 'linear' }
    ]
  }
  return {
    network,
    machine: plainMachine,
    optimizer: { kind: optimizerKinds[number % optimizerKinds.length], momentum: 0.5 },
    objective: { loss: { kind }, regularization: { l1: 0.001, l2: number % 2 === 0 ? 0.01 : 0 } },
    learningRate: 0.05,
    batchSize: 12,
    clip: number % 3 === 0 ? 0.5 : null,
    shuffleSeed: number,
    parameters: copyParameters(initialParameters(network, number), precision),
    train: samples(TRAIN_ROWS, lossOf({ kind }).targets, precision, number),
    test: samples(TEST_ROWS, lossOf({ kind }).targets, precision, number + 100)
  }
}

function samples(rows: number, kind: 'classes' | 'values', precision: Precision, seed: number): Samples {
  const random = createRandom(seed)
  const X = zeros(rows, INPUTS, precision)
  for (let e = 0; e < X.data.length; e++) X.data[e] = random.normal()
  if (kind === 'classes') return { X, targets: { kind, classes: Int32Array.from({ length: rows }, () => random.below(OUTPUTS)) } }
  const values = zeros(rows, OUTPUTS, precision)
  for (let e = 0; e < values.data.length; e++) values.data[e] = random.below(2)
  return { X, targets: { kind, values } }
}

type Figures = readonly { readonly name: string; readonly numbers: ArrayLike<number> }[]

/** The weights after some epochs, and the curves on the way. */
function figuresOf(options: TrainerOptions, machine: MachineFactory): Figures {
  const trainer = new Trainer({ ...options, machine })
  try {
    while (trainer.epoch < EPOCHS) trainer.trainEpoch()
    const { parameters, history } = trainer.state()
    const weights = namedTensors(parameters).map(({ name, matrix }) => ({ name, numbers: matrix.data }))
    return [...weights, ...Object.entries(history).map(([name, numbers]) => ({ name, numbers }))]
  } finally {
    trainer.release()
  }
}

function firstDifference(found: Figures, expected: Figures): Omit<Fault, 'run'> | null {
  for (const [t, { name, numbers }] of expected.entries()) {
    for (let e = 0; e < numbers.length; e++) {
      const value = found[t].numbers[e]
      if (!Object.is(value, numbers[e])) return { place: `${name}[${e}]`, value, expected: numbers[e] }
    }
  }
  return null
}
