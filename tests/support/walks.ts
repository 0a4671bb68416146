import { readFileSync } from 'node:fs'
import {
  createRandom,
  dropoutMasks,
  freshOptimizerState,
  matrixFrom,
  Walk,
  type Matrix,
  type NetworkSpec,
  type Objective,
  type OptimizerSpec,
  type Precision,
  type WalkProblem
} from '#core'
import { parametersFor, samplesFor } from './problems'
import { referenceFile, targetsOf } from './reference'

/** One step of a reference walk. */
export interface ReferenceStep {
  readonly id: string
  readonly phase: string
  readonly tex: string
  readonly formula: string
  readonly rule: string
  readonly shape: readonly [number, number]
  readonly value: number[][]
  readonly sums?: readonly (readonly (readonly ReferenceTerm[])[])[]
}

export interface ReferenceTerm {
  readonly factors: readonly (readonly [string, number, number] | readonly [string])[]
  readonly values: readonly number[]
  readonly product: number
}

interface WalkCase {
  readonly id: string
  readonly network: NetworkSpec
  readonly loss: Objective['loss']
  readonly regularization: Objective['regularization']
  readonly parameters: readonly { readonly W: number[][]; readonly b?: number[] }[]
  readonly X: number[][]
  readonly y: number[] | number[][]
  readonly optimizer: OptimizerSpec & { readonly learningRate: number }
  readonly masks?: readonly (number[][] | null)[]
  readonly steps: number
}

export interface ReferenceWalks {
  readonly case: WalkCase
  readonly walks: readonly (readonly ReferenceStep[])[]
}

/** Every reference case, with its walks. */
export function referenceWalks(): ReferenceWalks[] {
  return ['softmax-2-3-2', 'bce-2-2-1', 'variants'].flatMap(
    (name) => JSON.parse(readFileSync(referenceFile(`backward/${name}.json`), 'utf8')) as ReferenceWalks[]
  )
}

/** Our walks of a reference case, one for each of its steps. */
export function walksOf({ network, loss, regularization, parameters, X, y, optimizer, masks = [], steps }: WalkCase): Walk[] {
  const { learningRate, ...spec } = optimizer
  let problem: WalkProblem = {
    network,
    objective: { loss, regularization },
    parameters: parameters.map(({ W, b }) => ({ W: matrixFrom(W), b: b ? matrixFrom([b]) : null })),
    batch: { X: matrixFrom(X), targets: targetsOf(y) },
    masks: masks.map((mask) => mask && matrixFrom(mask)),
    optimizer: spec,
    learningRate
  }
  return Array.from({ length: steps }, () => {
    const walk = new Walk(problem)
    problem = { ...problem, ...walk.after }
    return walk
  })
}

interface RandomWalkOptions extends Partial<Pick<WalkProblem, 'optimizer' | 'clip' | 'notation'>> {
  readonly network: NetworkSpec
  readonly objective: Objective
  readonly seed?: number
  readonly rows?: number
  readonly precision?: Precision
}

/** A problem with random weights, inputs and answers, and masks where the network drops units. */
export function randomProblem({ network, objective, seed = 1, rows = 5, precision = 'f64', ...rest }: RandomWalkOptions): WalkProblem {
  const parameters = parametersFor(network, seed, precision).map(({ W, b }) => ({ W, b: network.bias === false ? null : b }))
  const { X, targets } = samplesFor(network, objective.loss.kind, seed + 1, rows)
  const optimizer = rest.optimizer ?? { kind: 'sgd' }
  const state = freshOptimizerState(optimizer, parameters)
  // A memory that is not empty, so that nothing about it goes unseen.
  const random = createRandom(seed + 7)
  for (const slots of state.slots) for (const slot of slots) for (let e = 0; e < slot.length; e++) slot[e] = Math.abs(random.normal())
  return {
    network,
    objective,
    parameters,
    batch: { X, targets },
    masks: dropoutMasks(network, rows, seed, 1, precision),
    learningRate: 0.1,
    state: { updates: 3, slots: state.slots },
    ...rest,
    optimizer
  }
}

export function numberAt({ data, columns }: Matrix, row: number, column: number): number {
  return data[row * columns + column]
}
