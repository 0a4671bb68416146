import { AppError } from '../messages/app-error'
import { lossOf, type LossSpec } from '../nn/losses'
import type { Settings } from '../settings/settings'

type ClassCounts = readonly { readonly name: string; readonly train: number }[]

/**
 * Returns the loss with the weight of each class: `balanced` gives class c the weight n / (C · n_c), n training rows, C classes, n_c rows
 * of the class; a class without training rows gets 1.
 * Throws: spec, when the loss does not support class weights, or a name is not a class.
 * Source: scikit-learn, `compute_class_weight("balanced")`, after G. King, L. Zeng, "Logistic regression in rare events data", 2001.
 */
export function weightedLoss({ loss, classWeights, targets }: Settings, counts: ClassCounts | null): LossSpec {
  if (classWeights === null) return loss
  if (!counts || !lossOf(loss).weighsClasses) throw new AppError('spec.class-weights-loss', { loss: loss.kind })
  if (classWeights === 'balanced') {
    const rows = counts.reduce((sum, { train }) => sum + train, 0)
    return { ...loss, classWeights: counts.map(({ train }) => (train === 0 ? 1 : rows / (counts.length * train))) }
  }
  const unknown = Object.keys(classWeights).filter((name) => counts.every((one) => one.name !== name))
  if (unknown.length > 0) {
    const classes = counts.map(({ name }) => name).join(', ')
    throw new AppError('data.class-weights', { names: unknown.join(', '), target: targets[0], classes })
  }
  return { ...loss, classWeights: counts.map(({ name }) => (Object.hasOwn(classWeights, name) ? classWeights[name] : 1)) }
}
