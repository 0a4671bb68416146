import type { LayerParameters } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import type { Objective } from '../network/backward'
import { lossOf } from '../nn/losses'
import type { Targets } from '../nn/targets'
import { createRandom, deriveSeed, type Random } from '../random/random'
import { zeros, type Matrix } from '../tensor/matrix'
import type { BackwardProblem } from './backward-problem'

/** No size is smaller, so that a transpose, a sum and a mean over it can be told from what they are mistaken for. */
const SMALLEST = 3

/**
 * Draws small problems of a problem's kind: the same layers, activations, loss and terms of regularization, but other sizes, which all
 * differ from each other (one output stays one), with other numbers. What is right for one network by chance is not right for these.
 */
export function practiceProblems(problem: BackwardProblem, count: number, seed: number): BackwardProblem[] {
  return Array.from({ length: count }, (_, i) => practiceProblem(problem, createRandom(deriveSeed(seed, i))))
}

function practiceProblem({ network, objective }: BackwardProblem, random: Random): BackwardProblem {
  const last = network.layers.length - 1
  const isOneOutput = network.layers[last].units === 1
  const [rows, inputs, ...units] = differentSizes(network.layers.length + 2, random)
  if (isOneOutput) units[last] = 1
  const drawn: NetworkSpec = { ...network, inputs, layers: network.layers.map((layer, l) => ({ ...layer, units: units[l], dropout: 0 })) }
  return {
    network: drawn,
    objective: drawnObjective(objective, units[last], random),
    parameters: drawnParameters(drawn, random),
    batch: { X: normals(rows, inputs, 1, random), targets: drawnTargets(objective, rows, units[last], random) }
  }
}

/** So many sizes from SMALLEST on in a random order, one left out. */
function differentSizes(count: number, random: Random): number[] {
  const sizes = Array.from({ length: count + 1 }, (_, i) => SMALLEST + i)
  for (let i = sizes.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    ;[sizes[i], sizes[j]] = [sizes[j], sizes[i]]
  }
  return sizes.slice(0, count)
}

function normals(rows: number, columns: number, scale: number, random: Random): Matrix {
  const matrix = zeros(rows, columns)
  for (let e = 0; e < matrix.data.length; e++) matrix.data[e] = scale * random.normal()
  return matrix
}

function drawnParameters({ inputs, layers, bias = true }: NetworkSpec, random: Random): LayerParameters[] {
  let fanIn = inputs
  return layers.map(({ units }) => {
    const W = normals(fanIn, units, Math.sqrt(2 / fanIn), random)
    fanIn = units
    return { W, b: bias ? normals(1, units, 0.3, random) : null }
  })
}

/** A term of the regularizer that is there has another factor; one that is not stays away: nobody is asked to write it. */
function drawnObjective({ loss, regularization }: Objective, outputs: number, random: Random): Objective {
  const factor = (given = 0) => (given > 0 ? 0.05 + 0.2 * random.uniform() : 0)
  const classWeights = loss.classWeights && Array.from({ length: outputs }, () => 0.5 + random.uniform())
  return {
    loss: { ...loss, ...(classWeights && { classWeights }) },
    regularization: { l1: factor(regularization.l1), l2: factor(regularization.l2) }
  }
}

function drawnTargets({ loss }: Objective, rows: number, outputs: number, random: Random): Targets {
  const { targets } = lossOf(loss)
  if (targets === 'classes') return { kind: 'classes', classes: Int32Array.from({ length: rows }, () => random.below(outputs)) }
  const values = zeros(rows, outputs)
  for (let e = 0; e < values.data.length; e++) values.data[e] = loss.kind === 'binary-cross-entropy' ? random.below(2) : random.normal()
  return { kind: 'values', values }
}
