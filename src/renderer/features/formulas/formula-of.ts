import {
  activationFormula,
  initializerFormula,
  lossFormula,
  metricFormulas,
  optimizerFormula,
  scheduleFormula,
  settingFormulas,
  type ActivationName,
  type Formula,
  type InitializerName,
  type LossKind,
  type MetricWithFormula,
  type OptimizerKind,
  type ScheduleKind,
  type SettingWithFormula
} from '#core'

/** Subject of a formula: an entry of one of the core's catalogues. */
export type FormulaSubject =
  | { readonly kind: 'activation'; readonly name: ActivationName }
  | { readonly kind: 'loss'; readonly name: LossKind }
  | { readonly kind: 'optimizer'; readonly name: OptimizerKind }
  | { readonly kind: 'schedule'; readonly name: ScheduleKind }
  | { readonly kind: 'initializer'; readonly name: InitializerName }
  | { readonly kind: 'setting'; readonly name: SettingWithFormula }
  | { readonly kind: 'metric'; readonly name: MetricWithFormula }

/** Returns the formula of a choice or a figure, and of its derivative where it has one, in the notation of the course notes. */
export function formulaOf(subject: FormulaSubject): Formula {
  switch (subject.kind) {
    case 'activation':
      return activationFormula(subject.name)
    case 'loss':
      return lossFormula(subject.name)
    case 'optimizer':
      return optimizerFormula(subject.name)
    case 'schedule':
      return scheduleFormula(subject.name)
    case 'initializer':
      return initializerFormula(subject.name)
    case 'setting':
      return settingFormulas[subject.name]
    case 'metric':
      return metricFormulas[subject.name]
  }
}

/** Returns the probability of one of several scores, from 0. */
export function softmaxTex(unit: number): string {
  return String.raw`p_{${unit + 1}}=\frac{e^{z_{${unit + 1}}}}{\sum_k e^{z_k}}`
}
