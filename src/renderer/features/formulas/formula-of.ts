import {
  activations,
  losses,
  optimizers,
  schedules,
  type ActivationName,
  type InitializerName,
  type LossKind,
  type OptimizerKind,
  type ScheduleKind
} from '#core'
import type { SymbolName } from './symbols'

/** A formula with its signs: one line below the other. */
export interface Formula {
  /** KaTeX source. */
  readonly lines: readonly string[]
  readonly symbols: readonly SymbolName[]
}

/** Subject of a formula. */
export type FormulaSubject =
  | { readonly kind: 'activation'; readonly name: ActivationName }
  | { readonly kind: 'loss'; readonly name: LossKind }
  | { readonly kind: 'optimizer'; readonly name: OptimizerKind }
  | { readonly kind: 'schedule'; readonly name: ScheduleKind }
  | { readonly kind: 'initializer'; readonly name: InitializerName }
  | { readonly kind: 'setting'; readonly name: SettingFormula }
  | { readonly kind: 'metric'; readonly name: MetricFormula }

/** The settings, and the figures, that have a formula beside those of the engine’s catalogues. */
export type SettingFormula = 'l2' | 'l1' | 'dropout' | 'clip' | 'classWeights'
export type MetricFormula = 'accuracy' | 'logLoss' | 'precision' | 'recall' | 'f1' | 'auc' | 'averagePrecision' | 'r2' | 'mae' | 'rmse'

const activationSymbols: Readonly<Record<ActivationName, readonly SymbolName[]>> = {
  linear: ['z', 'a', 'slope'],
  relu: ['z', 'a', 'slope'],
  'leaky-relu': ['z', 'a', 'slope'],
  elu: ['z', 'a', 'slope'],
  gelu: ['z', 'a', 'slope'],
  silu: ['z', 'a', 'sigma', 'slope'],
  softplus: ['z', 'a', 'slope'],
  sigmoid: ['z', 'a', 'slope'],
  tanh: ['z', 'a', 'slope']
}

const lossSymbols: Readonly<Record<LossKind, readonly SymbolName[]>> = {
  'softmax-cross-entropy': ['loss', 'rows', 'scores', 'truth', 'probability', 'kronecker'],
  'binary-cross-entropy': ['loss', 'elements', 'z', 'probability', 'target', 'positiveWeight'],
  'mean-squared-error': ['loss', 'elements', 'a', 'target'],
  'mean-absolute-error': ['loss', 'elements', 'a', 'target'],
  huber: ['loss', 'elements', 'a', 'target', 'delta'],
  'multiclass-hinge': ['loss', 'rows', 'scores', 'truth', 'margin']
}

const optimizerSymbols: Readonly<Record<OptimizerKind, readonly SymbolName[]>> = {
  sgd: ['weight', 'gradient', 'learningRate', 'velocity', 'momentum'],
  rmsprop: ['weight', 'gradient', 'learningRate', 'meanSquare', 'decay', 'epsilon'],
  adagrad: ['weight', 'gradient', 'learningRate', 'squareSum', 'epsilon'],
  adam: ['weight', 'gradient', 'learningRate', 'firstMoment', 'secondMoment', 'betas', 'epsilon', 'step'],
  adamw: ['weight', 'gradient', 'learningRate', 'weightDecay', 'firstMoment', 'secondMoment', 'betas', 'epsilon', 'step']
}

const scheduleSymbols: Readonly<Record<ScheduleKind, readonly SymbolName[]>> = {
  constant: ['learningRate', 'startRate'],
  step: ['learningRate', 'startRate', 'epoch', 'every', 'factor'],
  exponential: ['learningRate', 'startRate', 'epoch', 'factor'],
  cosine: ['learningRate', 'startRate', 'epoch', 'epochs', 'floor']
}

const initializerFormulas: Readonly<Record<InitializerName, Formula>> = {
  'he-normal': drawn(String.raw`\mathcal N\!\left(0,\,\tfrac{2}{n_\mathrm{in}}\right)`, ['normal', 'fanIn']),
  'he-uniform': drawn(uniform(String.raw`\sqrt{\tfrac{6}{n_\mathrm{in}}}`), ['uniform', 'fanIn']),
  'xavier-normal': drawn(String.raw`\mathcal N\!\left(0,\,\tfrac{2}{n_\mathrm{in}+n_\mathrm{out}}\right)`, ['normal', 'fanIn', 'fanOut']),
  'xavier-uniform': drawn(uniform(String.raw`\sqrt{\tfrac{6}{n_\mathrm{in}+n_\mathrm{out}}}`), ['uniform', 'fanIn', 'fanOut']),
  'lecun-normal': drawn(String.raw`\mathcal N\!\left(0,\,\tfrac{1}{n_\mathrm{in}}\right)`, ['normal', 'fanIn']),
  'lecun-uniform': drawn(uniform(String.raw`\sqrt{\tfrac{3}{n_\mathrm{in}}}`), ['uniform', 'fanIn']),
  uniform: drawn(uniform('0.05'), ['uniform']),
  normal: drawn(String.raw`\mathcal N\!\left(0,\,0.05^2\right)`, ['normal']),
  zeros: { lines: ['W=0', 'b=0'], symbols: ['weight', 'bias'] },
  'fan-out-normal': {
    lines: [String.raw`W\sim\frac{\mathcal N(0,\,1)}{\sqrt{n_\mathrm{out}}}`, String.raw`b\sim\mathcal N(0,\,1)`],
    symbols: ['weight', 'bias', 'normal', 'fanOut']
  }
}

const settingFormulas: Readonly<Record<SettingFormula, Formula>> = {
  l2: {
    lines: [String.raw`L=L_\mathrm{data}+\lambda_2\textstyle\sum W^2`, String.raw`\frac{\partial L_\mathrm{reg}}{\partial W}=2\lambda_2 W`],
    symbols: ['l2', 'weight']
  },
  l1: {
    lines: [
      String.raw`L=L_\mathrm{data}+\lambda_1\textstyle\sum |W|`,
      String.raw`\frac{\partial L_\mathrm{reg}}{\partial W}=\lambda_1\operatorname{sgn}W`
    ],
    symbols: ['l1', 'weight']
  },
  dropout: {
    lines: [String.raw`\tilde A=A\odot M`, String.raw`M_{ij}=\begin{cases}0&\text{p}=q\\\frac{1}{1-q}&\text{p}=1-q\end{cases}`],
    symbols: ['mask', 'dropout']
  },
  clip: { lines: [String.raw`g\leftarrow g\,\min\!\left(1,\,\frac{c}{\lVert g\rVert}\right)`], symbols: ['gradient', 'norm', 'clip'] },
  classWeights: {
    lines: [String.raw`L=-\frac1N\sum_i w_{y_i}\ln p_{i,y_i}`, String.raw`\text{balanced: }w_c=\frac{N}{C\,N_c}`],
    symbols: ['loss', 'rows', 'truth', 'probability', 'classWeight', 'rowsOfClass', 'classes']
  }
}

const metricFormulas: Readonly<Record<MetricFormula, Formula>> = {
  accuracy: { lines: [String.raw`\frac1N\sum_i\mathbb 1[\hat y_i=y_i]`], symbols: ['rows', 'correct'] },
  logLoss: { lines: [String.raw`-\frac1N\sum_i\ln p_{i,y_i}`], symbols: ['rows', 'probability', 'truth'] },
  precision: { lines: [String.raw`P=\frac{\mathrm{TP}}{\mathrm{TP}+\mathrm{FP}}`], symbols: ['counts'] },
  recall: { lines: [String.raw`R=\frac{\mathrm{TP}}{\mathrm{TP}+\mathrm{FN}}`], symbols: ['counts'] },
  f1: { lines: [String.raw`F_1=\frac{2PR}{P+R}`], symbols: ['precision', 'recall'] },
  auc: {
    lines: [
      String.raw`\mathrm{AUC}=\int_0^1\mathrm{TPR}\;d\,\mathrm{FPR}`,
      String.raw`\mathrm{TPR}=R,\;\mathrm{FPR}=\frac{\mathrm{FP}}{\mathrm{FP}+\mathrm{TN}}`
    ],
    symbols: ['counts']
  },
  averagePrecision: { lines: [String.raw`\sum_n(R_n-R_{n-1})\,P_n`], symbols: ['precision', 'recall'] },
  r2: { lines: [String.raw`R^2=1-\frac{\sum_i(\hat y_i-y_i)^2}{\sum_i(y_i-\bar y)^2}`], symbols: ['prediction', 'truth', 'mean'] },
  mae: { lines: [String.raw`\frac1N\sum_i|\hat y_i-y_i|`], symbols: ['rows', 'prediction', 'truth'] },
  rmse: { lines: [String.raw`\sqrt{\frac1N\sum_i(\hat y_i-y_i)^2}`], symbols: ['rows', 'prediction', 'truth'] }
}

/** The formula of a choice or a figure, and of its derivative where it has one, in the notation of the course notes. */
export function formulaOf(subject: FormulaSubject): Formula {
  switch (subject.kind) {
    case 'activation': {
      const { tex } = activations[subject.name]
      return { lines: [...linesOf(tex.value), ...linesOf(tex.derivative)], symbols: activationSymbols[subject.name] }
    }
    case 'loss': {
      const { tex } = losses[subject.name]
      return { lines: [...linesOf(tex.value), ...linesOf(tex.gradient)], symbols: lossSymbols[subject.name] }
    }
    case 'optimizer':
      return { lines: optimizers[subject.name].tex, symbols: optimizerSymbols[subject.name] }
    case 'schedule':
      return { lines: linesOf(schedules[subject.name].tex), symbols: scheduleSymbols[subject.name] }
    case 'initializer':
      return initializerFormulas[subject.name]
    case 'setting':
      return settingFormulas[subject.name]
    case 'metric':
      return metricFormulas[subject.name]
  }
}

/** The probability of one of several scores, from 0. */
export function softmaxTex(unit: number): string {
  return String.raw`p_{${unit + 1}}=\frac{e^{z_{${unit + 1}}}}{\sum_k e^{z_k}}`
}

/** The catalogues set parts of a formula apart by a comma and a quad; in a narrow sheet each is a line. */
function linesOf(tex: string): string[] {
  return tex.split(/,\s*\\quad\s*/)
}

function drawn(distribution: string, symbols: readonly SymbolName[]): Formula {
  return { lines: [String.raw`W\sim ${distribution}`, 'b=0'], symbols: ['weight', 'bias', ...symbols] }
}

function uniform(limit: string): string {
  return String.raw`\mathcal U\!\left(-${limit},\,${limit}\right)`
}
