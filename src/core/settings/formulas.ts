import { symbols, type Formula } from '../nn/formula'
import type { SettingName } from './catalogue'

/** The formulas of settings that choose no entry of another catalogue. */
export const settingFormulas = {
  l2: {
    lines: [String.raw`L=L_\mathrm{data}+\lambda_2\textstyle\sum W^2`, String.raw`\frac{\partial L_\mathrm{reg}}{\partial W}=2\lambda_2 W`],
    symbols: [{ tex: String.raw`\lambda_2`, en: 'strength of the L2 penalty', zh: 'L2 惩罚的强度' }, symbols.weight]
  },
  l1: {
    lines: [
      String.raw`L=L_\mathrm{data}+\lambda_1\textstyle\sum |W|`,
      String.raw`\frac{\partial L_\mathrm{reg}}{\partial W}=\lambda_1\operatorname{sgn}W`
    ],
    symbols: [{ tex: String.raw`\lambda_1`, en: 'strength of the L1 penalty', zh: 'L1 惩罚的强度' }, symbols.weight]
  },
  dropout: {
    lines: [String.raw`\tilde A=A\odot M`, String.raw`M_{ij}=\begin{cases}0&\text{p}=q\\\frac{1}{1-q}&\text{p}=1-q\end{cases}`],
    symbols: [
      { tex: 'M', en: 'mask, redrawn at each step; unused in prediction', zh: '掩码，每一步重新随机生成；预测时不用' },
      { tex: 'q', en: 'dropout: the probability that a unit is dropped', zh: 'Dropout（随机失活）：单元被丢弃的概率' }
    ]
  },
  clip: {
    lines: [String.raw`g\leftarrow g\,\min\!\left(1,\,\frac{c}{\lVert g\rVert}\right)`],
    symbols: [
      symbols.gradient,
      { tex: String.raw`\lVert g\rVert`, en: 'global norm of all gradients', zh: '所有梯度的总范数' },
      { tex: 'c', en: 'maximum norm', zh: '允许的最大范数' }
    ]
  },
  classWeights: {
    lines: [String.raw`L=-\frac1N\sum_i w_{y_i}\ln p_{i,y_i}`, String.raw`\text{balanced: }w_c=\frac{N}{C\,N_c}`],
    symbols: [
      symbols.loss,
      symbols.rows,
      symbols.truth,
      symbols.probability,
      { tex: 'w_c', en: 'weight of class c', zh: '类别 c 的权重' },
      { tex: 'N_c', en: 'training rows of class c', zh: '类别 c 的训练样本数' },
      { tex: 'C', en: 'number of classes', zh: '类别数' }
    ]
  }
} as const satisfies Readonly<Partial<Record<SettingName, Formula>>>

/** A setting with a formula of its own. */
export type SettingWithFormula = keyof typeof settingFormulas
