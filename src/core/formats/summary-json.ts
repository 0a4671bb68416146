import type { Finding } from '../doctor/diagnose'
import { metricOf } from '../metrics/metric'
import { epochsOf, type RunRecord } from '../runs/run-record'
import { metricKey } from './history-csv'
import { jsonText } from './json'

/** The part of a run that sums it up. */
export type SummarizedRun = Pick<
  RunRecord,
  'history' | 'settings' | 'seconds' | 'build' | 'backend' | 'status' | 'step' | 'stopped' | 'resultEpoch' | 'divergence' | 'check'
> & {
  /** The doctor's findings, ranked. */
  readonly findings: readonly Pick<Finding, 'rule' | 'level' | 'first'>[]
  /** The SHA-256 of its experiment.json, in hex. */
  readonly experiment?: string
}

/**
 * summary.json: a run's result. What there is not, such as a test loss without test rows, is null; a paused run is one that was
 * interrupted from outside.
 */
export function summaryJson(run: SummarizedRun): string {
  const { history, settings, seconds, build, backend, status, step, stopped, resultEpoch, divergence, check, findings, experiment } = run
  const metric = metricOf(settings.loss)
  const epochs = epochsOf(history)
  const epoch = resultEpoch ?? epochs
  const last = (figures: Float64Array) => (Number.isFinite(figures[epoch]) ? figures[epoch] : null)
  const text = jsonText({
    epochs,
    ...(stopped === undefined ? {} : { stoppedBy: stopped }),
    ...(resultEpoch === undefined ? {} : { weightsEpoch: resultEpoch }),
    trainLoss: last(history.trainLoss),
    testLoss: last(history.testLoss),
    [metricKey('train', metric)]: last(history.trainMetric),
    [metricKey('test', metric)]: last(history.testMetric),
    ...(history.validationLoss && history.validationMetric
      ? { validationLoss: last(history.validationLoss), [metricKey('validation', metric)]: last(history.validationMetric) }
      : {}),
    seconds,
    engine: build.engine,
    ...(backend ? { tier: backend.tier, threads: backend.threads } : {}),
    gradientCheck: check && {
      checked: check.passed + check.failed + check.kinks,
      passed: check.passed,
      failed: check.failed,
      kinks: check.kinks,
      worstRelativeError: check.worstRelative,
      tooSmall: check.tooSmall,
      unreliable: check.unreliable,
      scope: check.scope
    },
    doctor: findings.map(({ rule, level, first }) => ({ rule, level, first })),
    ...(divergence ? { diverged: { step: divergence.step, layer: divergence.layer, tensor: divergence.tensor } } : {}),
    ...(status === 'paused' ? { interrupted: { step } } : {}),
    ...(experiment === undefined ? {} : { experiment })
  })
  return `${text}\n`
}
