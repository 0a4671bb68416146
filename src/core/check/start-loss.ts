import { activate } from '../network/forward'
import type { NetworkSpec } from '../network/spec'
import { lossOf, type LossKind, type LossSpec } from '../nn/losses'
import { targetCount, type Targets } from '../nn/targets'
import { zeros } from '../tensor/matrix'

/** Expected data loss before training. */
export interface StartLoss {
  readonly value: number
  /** Its closed form as KaTeX source; null where it depends on the targets. */
  readonly tex: string | null
}

const closedForms: Partial<Record<LossKind, string>> = {
  'softmax-cross-entropy': '\\ln C',
  'binary-cross-entropy': '\\ln 2',
  'multiclass-hinge': '(C-1)\\,m'
}

function closedForm({ kind, classWeights, positiveWeight = 1, reduction = 'mean' }: LossSpec): string | null {
  return classWeights || positiveWeight !== 1 || reduction === 'sum' ? null : (closedForms[kind] ?? null)
}

/**
 * Computes the data loss of random guessing, with all Z of the output layer 0: ln C for softmax, every class being equally likely; ln 2
 * for binary cross-entropy; (C − 1)·m for hinge. A network with small initial weights starts near it, or something is wrong.
 * Source: A. Karpathy, "A recipe for training neural networks", 2019 ("verify loss @ init"); CS231n notes "Neural
 * Networks Part 3".
 */
export function startLoss({ layers }: NetworkSpec, spec: LossSpec, targets: Targets): StartLoss {
  const output = layers[layers.length - 1]
  const loss = lossOf(spec)
  const Z = zeros(targetCount(targets), output.units)
  return { value: loss.value(loss.reads === 'logits' ? Z : activate(Z, output), targets), tex: closedForm(spec) }
}
