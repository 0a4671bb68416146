import { metricOf } from '../../metrics/metric'
import { toSignificant, evaluatedPoints } from './run-evidence'
import type { Rule } from './rule'

/** Below this many rows the normal approximation does not hold and a test metric is mostly noise. */
const FEWEST = 30

/** The largest test fraction that is proposed. */
const MOST = 0.4

/** The 97.5 % point of the normal distribution. */
const Z = 1.96

/** The test set is so small that test metrics are mostly chance: the accuracy is uncertain by 1.96·√(p(1 − p)/n). */
export const fewTestRows: Rule = {
  source: 'S. Raschka, Model evaluation, model selection, and algorithm selection in machine learning, 2018 (normal approximation)',
  examine({ prepared, history, settings }) {
    const rows = prepared.test.rows.length
    if (rows >= FEWEST) return null
    const all = rows + prepared.train.rows.length + prepared.validation.rows.length
    const p = evaluatedPoints(history.testMetric).at(-1)?.value
    const isShare = metricOf(settings.loss) === 'accuracy' && p !== undefined && rows > 0
    // At 0 and 1 the formula gives 0; half a row is the minimum.
    const margin = isShare ? Math.max(Z * Math.sqrt((p * (1 - p)) / rows), 0.5 / rows) : null
    const test = Math.min(MOST, Math.ceil((100 * FEWEST) / all) / 100)
    const isRatio = settings.split.kind === 'ratio' && test > settings.test
    return {
      severity: 'hint',
      observation: {
        code: 'doctor.few-test-rows',
        details: { rows, ...(margin === null ? {} : { percent: toSignificant(100 * margin) }) }
      },
      advice: { code: 'doctor.few-test-rows.try', details: {} },
      remedy: isRatio ? { label: { code: 'doctor.do.test', details: { percent: Math.round(100 * test) } }, patch: { test } } : null
    }
  }
}
