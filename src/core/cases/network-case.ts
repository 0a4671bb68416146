import type { LayerParameters, Parameters } from '../network/parameters'
import { requireLossFits, type LayerSpec, type NetworkSpec } from '../network/spec'
import type { Objective } from '../network/backward'
import { activationNames } from '../nn/activations'
import { losses, lossKinds, type LossKind, type LossSpec } from '../nn/losses'
import type { Regularization } from '../nn/regularizers'
import type { Samples, Targets } from '../nn/targets'
import { toRows, type Matrix } from '../tensor/matrix'
import { readId, type CaseField } from './reader'

/** Fields common to all cases about a network. */
export interface NetworkCase {
  readonly id: string | number | null
  readonly network: NetworkSpec
  readonly objective: Objective
  readonly parameters: Parameters
  readonly samples: Samples
}

/** Fields that change what a step does. */
const stepFields = ['masks', 'clip', 'schedule'] as const
type StepField = (typeof stepFields)[number]

/** Maximum number of units and rows of a case: far beyond any exercise, and within memory. */
const MOST = 1_000_000

/**
 * Reads network, loss, regularization, parameters, X and y of a case. Of the fields that change a step (`masks`, `clip`, `schedule`) those
 * that the kind of case does not compute are refused; other fields are ignored.
 * Throws: case, with the place; spec, when the loss does not fit the output layer.
 */
export function readNetworkCase(field: CaseField, computed: readonly StepField[] = []): NetworkCase {
  field.refuse(stepFields.filter((name) => !computed.includes(name)))
  const network = readNetwork(field.field('network'))
  const { units } = network.layers[network.layers.length - 1]
  const loss = readLoss(field.field('loss'), units)
  requireLossFits(network, loss)
  const parameters = readParameters(field.field('parameters'), network)
  const X = field.field('X').matrix(field.field('X').someItems().length, network.inputs)
  return {
    id: readId(field.field('id')),
    network,
    objective: { loss, regularization: readRegularization(field.field('regularization')) },
    parameters,
    samples: { X, targets: readTargets(field.field('y'), loss.kind, X.rows, units) }
  }
}

/** Range of a layer's dropout rate. */
const rates = { min: 0, exclusiveMax: 1 } as const

function readNetwork(field: CaseField): NetworkSpec {
  const inputs = field.field('inputs').whole(1, MOST)
  const layers = field.field('layers').someItems().map(readLayer)
  const bias = field.field('bias')
  return bias.isPresent ? { inputs, layers, bias: bias.boolean() } : { inputs, layers }
}

function readLayer(field: CaseField): LayerSpec {
  // Cases draw no random numbers: a rate has no effect, and only the masks of a walk drop something.
  if (field.field('dropout').isPresent && field.field('dropout').number(rates) > 0) field.refuse(['dropout'])
  return { units: field.field('units').whole(1, MOST), activation: field.field('activation').choice(activationNames) }
}

function readLoss(field: CaseField, units: number): LossSpec {
  const kind = field.field('kind').choice(lossKinds)
  const { options, weighsClasses } = losses[kind]
  field.requireKeys(['kind', 'reduction', ...Object.keys(options), ...(weighsClasses ? ['classWeights'] : [])])
  const reduction = field.field('reduction')
  const classWeights = field.field('classWeights')
  return {
    kind,
    ...field.options(options),
    ...(reduction.isPresent ? { reduction: reduction.choice(['mean', 'sum'] as const) } : {}),
    ...(classWeights.isPresent ? { classWeights: classWeights.numbers(units, { exclusiveMin: 0 }) } : {})
  }
}

/** Range of λ₁ and λ₂. */
const factors = { min: 0 } as const

function readRegularization(field: CaseField): Regularization {
  if (!field.isPresent) return {}
  field.requireKeys(['l1', 'l2'])
  const factor = (name: string) => (field.field(name).isPresent ? field.field(name).number(factors) : 0)
  return { l1: factor('l1'), l2: factor('l2') }
}

/** Parameters, or a direction in their space: the same form. */
export function readParameters(field: CaseField, { inputs, layers, bias = true }: NetworkSpec): Parameters {
  const items = field.itemsOf(layers.length)
  return layers.map(({ units }, l): LayerParameters => {
    const fanIn = l === 0 ? inputs : layers[l - 1].units
    const W = items[l].field('W').matrix(fanIn, units)
    if (!bias) return { W, b: null }
    return { W, b: { rows: 1, columns: units, data: Float64Array.from(items[l].field('b').numbers(units)) } }
  })
}

function readTargets(field: CaseField, kind: LossKind, rows: number, units: number): Targets {
  const { targets, outputActivation } = losses[kind]
  // The target of a sigmoid is a probability.
  const range = outputActivation === 'sigmoid' ? { min: 0, max: 1 } : {}
  if (targets === 'values') return { kind: 'values', values: field.matrix(rows, units, range) }
  return { kind: 'classes', classes: Int32Array.from(field.itemsOf(rows), (item) => item.whole(0, units - 1)) }
}

/** Parameters as the cases write them. */
export function writeParameters(parameters: Parameters) {
  return parameters.map(({ W, b }) => ({ W: toRows(W), ...(b ? { b: rowOf(b) } : {}) }))
}

function rowOf(matrix: Matrix): number[] {
  return Array.from(matrix.data)
}
