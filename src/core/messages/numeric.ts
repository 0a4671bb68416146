import type { TextsOf } from './texts-of'

/** Numeric failures: non-finite values and non-deterministic losses. */
export const numericTexts = {
  'numeric.diverged': {
    en: 'Training stopped: {tensor} is not finite at step {step}, layer {layer}. The learning rate ({learningRate}) is probably too high; lower it and rewind.',
    zh: '训练已停止：第 {step} 步、第 {layer} 层的 {tensor} 出现非有限值（NaN 或无穷大）。学习率（{learningRate}）可能过大；请调低后回到起点。'
  },
  'numeric.squares-overflow': {
    en: 'Training stopped: a gradient is too large to be squared at step {step}, layer {layer}, so that {tensor} of {optimizer} is infinite and nothing would move any more. Scale the inputs and targets, or train in float64.',
    zh: '训练已停止：第 {step} 步、第 {layer} 层的梯度过大，其平方溢出，{optimizer} 的 {tensor} 变为无穷大，权重将不再更新。请缩放输入和目标，或改用 float64 训练。'
  },
  'numeric.not-deterministic': {
    en: 'The loss is not deterministic: two evaluations gave {first} and {second}. No verdict is given.',
    zh: '损失不是确定性的：两次计算得到 {first} 和 {second}，因此不作判定。'
  },
  'numeric.gradient-not-finite': {
    en: 'Element {element} of {tensor} is {value}; only a finite gradient can be checked.',
    zh: '{tensor} 的第 {element} 个元素为 {value}；只有有限的梯度才能检查。'
  },
  'numeric.not-finite': {
    en: 'The loss of this mini-batch is not finite, so its gradient cannot be checked. Rewind, lower the learning rate, and train again.',
    zh: '该小批量的损失为非有限值（NaN 或无穷大），无法检查梯度。请回到起点、调低学习率后重新训练。'
  }
} as const satisfies TextsOf<'numeric'>
