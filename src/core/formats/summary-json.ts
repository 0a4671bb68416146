import type { GradientCheckReport } from '../check/report'
import type { Metric } from '../metrics/metric'
import type { History } from '../train/history'
import type { StopReason } from '../train/stopping'
import { metricKey } from './history-csv'
import { jsonText } from './json'

export interface Summary {
  readonly history: History
  /** The rule that ended the run before its last epoch. */
  readonly ended?: StopReason
  /** The epoch whose weights, and figures here, are the result; the last one unless given. */
  readonly resultEpoch?: number
  readonly metric: Metric
  /** Time spent training. */
  readonly seconds: number
  readonly engine: string
  /** The tier of the engine, and the most threads it was to use. */
  readonly tier?: string
  readonly threads?: number
  /** null when the run did not come to it. */
  readonly check: Pick<GradientCheckReport, 'checked' | 'passed' | 'failed' | 'kinks' | 'worstRelative'> | null
  /** Where training met a number that is not finite. */
  readonly diverged?: { readonly step: number; readonly layer: number; readonly tensor: string }
  /** After which step the run was stopped from outside. */
  readonly interrupted?: { readonly step: number }
}

/** summary.json: a run's result. What there is not, such as a test loss without test rows, is null. The history may be empty. */
export function summaryJson({
  history,
  metric,
  seconds,
  engine,
  tier,
  threads,
  check,
  diverged,
  interrupted,
  ended,
  resultEpoch
}: Summary): string {
  const epochs = Math.max(0, history.trainLoss.length - 1)
  const epoch = resultEpoch ?? epochs
  const last = (figures: Float64Array) => (Number.isFinite(figures[epoch]) ? figures[epoch] : null)
  const text = jsonText({
    epochs,
    ...(ended === undefined ? {} : { stoppedBy: ended }),
    ...(resultEpoch === undefined ? {} : { weightsEpoch: resultEpoch }),
    trainLoss: last(history.trainLoss),
    testLoss: last(history.testLoss),
    [metricKey('train', metric)]: last(history.trainMetric),
    [metricKey('test', metric)]: last(history.testMetric),
    ...(history.validationLoss && history.validationMetric
      ? { validationLoss: last(history.validationLoss), [metricKey('validation', metric)]: last(history.validationMetric) }
      : {}),
    seconds,
    engine,
    ...(tier === undefined ? {} : { tier }),
    ...(threads === undefined ? {} : { threads }),
    gradientCheck: check && {
      checked: check.checked,
      passed: check.passed,
      failed: check.failed,
      kinks: check.kinks,
      worstRelativeError: check.worstRelative
    },
    ...(diverged ? { diverged: { step: diverged.step, layer: diverged.layer, tensor: diverged.tensor } } : {}),
    ...(interrupted ? { interrupted: { step: interrupted.step } } : {})
  })
  return `${text}\n`
}
