import { fieldError } from '../settings/field-error'
import type { NetworkSpec } from '../network/spec'
import { lossOf, type LossSpec } from '../nn/losses'
import type { Pipeline, TargetConstants } from '../preparation/pipeline'
import { usableLosses } from '../preparation/suggest'
import type { Task } from '../settings/choices'

/** The task that targets of a kind belong to. */
export const taskOf = { classes: 'classification', label: 'multilabel', number: 'regression' } as const satisfies Record<
  TargetConstants['kind'],
  Task
>

/** The parts of a model that must agree about its outputs. */
interface Outputs {
  readonly network: NetworkSpec
  readonly loss: LossSpec
  readonly pipeline: Pick<Pipeline, 'targets'>
}

/**
 * Requires that targets, loss and output layer belong together: targets of one kind, one of classes at most; a loss for that kind and that
 * many classes; as many outputs as it takes, with the activation it takes; and as many class weights as classes.
 * Throws: format, naming the field.
 */
export function requireOutputs({ network: { layers }, loss, pipeline: { targets } }: Outputs): void {
  const [first] = targets
  targets.forEach(({ kind }, t) => {
    if (kind !== first.kind) throw fieldError(`targets.${t}.kind`, kind, first.kind)
  })
  const isClasses = first.kind === 'classes'
  if (isClasses && targets.length > 1) throw fieldError('targets.length', targets.length, '1')
  const classes = isClasses ? first.classes.length : 0
  const usable = usableLosses(taskOf[first.kind], classes)
  if (!usable.includes(loss.kind)) throw fieldError('loss.kind', loss.kind, usable.join(', '))
  const { outputActivation, targets: wanted } = lossOf(loss)
  const { units, activation } = layers[layers.length - 1]
  const outputs = isClasses && wanted === 'classes' ? classes : targets.length
  if (units !== outputs) throw fieldError('network.layers', units, String(outputs))
  if (outputActivation !== null && activation !== outputActivation) {
    throw fieldError(`network.layers.${layers.length - 1}.activation`, activation, outputActivation)
  }
  const { classWeights = [] } = loss
  if (loss.classWeights && isClasses && classWeights.length !== classes) {
    throw fieldError('loss.classWeights.length', classWeights.length, String(classes))
  }
  classWeights.forEach((weight, c) => {
    if (!(weight > 0)) throw fieldError(`loss.classWeights.${c}`, weight, '> 0')
  })
}
