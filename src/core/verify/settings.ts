import { fieldError } from '../settings/field-error'
import type { Parameters } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import type { LossSpec } from '../nn/losses'
import type { Pipeline } from '../preparation/pipeline'
import { isSame } from '../settings/is-same'
import type { Settings } from '../settings/settings'
import { precisionOf } from '../tensor/matrix'
import { taskOf } from './outputs'

/** A network with its weights, its loss, and the pipeline around it. */
export interface StoredModel {
  readonly network: NetworkSpec
  readonly parameters: Parameters
  readonly loss: LossSpec
  readonly pipeline: Pipeline
}

/**
 * Requires that settings are those that a model was trained with, as far as the model shows them.
 * Throws: format, naming the first setting that is not.
 */
export function requireSettingsOf({ network, parameters, loss, pipeline }: StoredModel, settings: Settings): void {
  const { features, targets } = pipeline
  requireSame(settings, {
    task: taskOf[targets[0].kind],
    targets: targets.map(({ name }) => name),
    features: features.map(({ name }) => name)
  })
  requireLayersOf(parameters, settings)
  const described = (layers: NetworkSpec['layers']) => layers.map(({ units, activation }) => `${units} ${activation}`)
  const [chosen, trained] = [described(settings.hidden), described(network.layers.slice(0, -1))]
  if (!isSame(chosen, trained)) throw fieldError('settings.hidden', chosen, JSON.stringify(trained))
  if (settings.loss.kind !== loss.kind) throw fieldError('settings.loss.kind', settings.loss.kind, loss.kind)
}

/**
 * Requires that settings are those of weights: hidden layers of as many units, biases, and the precision.
 * Throws: format, naming the first setting that is not.
 */
export function requireLayersOf(parameters: Parameters, settings: Settings): void {
  const chosen = settings.hidden.map(({ units }) => units)
  const trained = parameters.slice(0, -1).map(({ W }) => W.columns)
  if (!isSame(chosen, trained)) throw fieldError('settings.hidden', chosen, JSON.stringify(trained))
  requireSame(settings, { bias: parameters[0].b !== null, precision: precisionOf(parameters[0].W) })
}

function requireSame(settings: Settings, wanted: Partial<Settings>): void {
  for (const [name, value] of Object.entries(wanted)) {
    const actual = settings[name as keyof Settings]
    if (!isSame(actual, value)) throw fieldError(`settings.${name}`, actual, JSON.stringify(value).slice(0, 80))
  }
}
