import { metricOf } from '../../metrics/metric'
import { evaluatedPoints, toSignificant } from '../evidence/measures'
import { wilson } from '../evidence/wilson'
import type { Rule } from './rule'

/** Below this many rows a test metric is mostly chance. */
const FEWEST = 30

/** The largest test fraction that is proposed. */
const MOST = 0.4

/** The least by which a proposed fraction is larger: less changes nothing. */
const LEAST_GAIN = 0.05

/** The test set is so small that test metrics are mostly chance, as the Wilson interval of the accuracy shows. */
export const splitTooSmall: Rule = {
  source: 'S. Raschka, Model evaluation, model selection, and algorithm selection in machine learning, 2018; E. Wilson, 1927 (interval)',
  examine({ prepared, history, settings }) {
    const rows = prepared.test.rows.length
    if (rows >= FEWEST) return null
    const all = rows + prepared.train.rows.length + prepared.validation.rows.length
    const p = metricOf(settings.loss) === 'accuracy' && rows > 0 ? evaluatedPoints(history.testMetric).at(-1)?.value : undefined
    const interval = p === undefined ? null : wilson(p, rows)
    const percent = (share: number) => toSignificant(100 * Math.min(1, Math.max(0, share)))
    const test = Math.min(MOST, Math.ceil((100 * FEWEST) / all) / 100)
    const isRatio = settings.split.kind === 'ratio' && test >= settings.test + LEAST_GAIN
    return {
      level: 'hint',
      observation: {
        code: 'doctor.split-too-small',
        details: { rows, ...(interval === null ? {} : { low: percent(interval.low), high: percent(interval.high) }) }
      },
      advice: { code: 'doctor.split-too-small.try', details: {} },
      remedies: isRatio ? [{ label: { code: 'doctor.do.test', details: { percent: Math.round(100 * test) } }, patch: { test } }] : []
    }
  }
}
