import type { Text } from '../messages/texts-of'

/** A symbol of a formula: its KaTeX source, and what it stands for in both languages. */
export interface FormulaSymbol extends Text {
  readonly tex: string
}

/** A formula with its symbols: one line below the other, as KaTeX source. */
export interface Formula {
  readonly lines: readonly string[]
  readonly symbols: readonly FormulaSymbol[]
}

/** Returns the lines of a formula whose parts are set apart by a comma and a quad; on a narrow sheet each is a line. */
export function linesOfTex(tex: string): string[] {
  return tex.split(/,\s*\\quad\s*/)
}

function symbol(tex: string, en: string, zh: string): FormulaSymbol {
  return { tex, en, zh }
}

/** The symbols that several formulas share; one that a single entry needs is defined there. */
export const symbols = {
  z: symbol('z', 'pre-activation: Σ w·x + b of a unit', '净输入（激活前）：单元的 Σ w·x + b'),
  a: symbol('a', 'activation: output of the unit', '激活值：单元的输出'),
  loss: symbol('L', 'loss', '损失'),
  rows: symbol('N', 'number of rows averaged over', '取平均的样本数'),
  elements: symbol('N', 'number of elements averaged over: rows × outputs', '取平均的数的个数：样本数 × 输出数'),
  scores: symbol('s_{ij}', 'score of row i for class j: an output before softmax', '样本 i 在类别 j 上的得分：softmax 之前的输出'),
  truth: symbol('y_i', 'true value of row i: its class or its number', '样本 i 的真实值：类别或数值'),
  target: symbol('y', 'true value', '真实值'),
  probability: symbol('p', 'predicted probability', '网络给出的概率'),
  weight: symbol('W', 'weights; biases follow the same rule unless noted', '权重；若未另行说明，偏置同样处理'),
  gradient: symbol('g', 'gradient dL/dW, including the regularizer', '梯度 dL/dW，含正则项'),
  learningRate: symbol(String.raw`\eta`, 'learning rate of the step', '这一步的学习率')
} as const
