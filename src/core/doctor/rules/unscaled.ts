import { spreadOf } from '../../inspect/statistics'
import type { Matrix } from '../../tensor/matrix'
import type { Note } from '../../messages/catalogue'
import { toSignificant } from './run-evidence'
import type { Rule } from './rule'

/** Ratio of standard deviations above which inputs would need learning rates of their own. */
const APART = 10

/** Mean or standard deviation of an input, which should be about 1, above which it counts as unscaled. */
const LARGE = 10

/** Rows sampled for mean and standard deviation. */
const ROWS = 1000

/** Inputs of very different, or very large, scale enter the network unscaled. */
export const unscaled: Rule = {
  source: 'Y. LeCun, L. Bottou, G. Orr, K.-R. Müller, Efficient BackProp, 1998, 4.3 (normalizing the inputs)',
  examine({ settings, prepared: { train, inputs } }) {
    const sizes = inputs.map((name, column) => ({ name, ...sizeOf(train.X, column) })).filter(({ deviation }) => deviation > 0)
    if (sizes.length === 0 || settings.scale !== 'none') return null
    const widest = sizes.reduce((most, one) => (one.deviation > most.deviation ? one : most))
    const narrowest = sizes.reduce((least, one) => (one.deviation < least.deviation ? one : least))
    const far = sizes.find(({ mean, deviation }) => Math.abs(mean) > LARGE || deviation > LARGE)
    const isApart = widest.deviation > APART * narrowest.deviation
    if (!isApart && !far) return null
    const observation: Note = isApart
      ? { code: 'doctor.unscaled', details: { ...sized('wide', widest), ...sized('narrow', narrowest) } }
      : {
          code: 'doctor.unscaled-far',
          details: { name: far?.name ?? '', mean: toSignificant(far?.mean ?? 0), deviation: toSignificant(far?.deviation ?? 0) }
        }
    return {
      severity: 'warning',
      observation,
      advice: { code: 'doctor.unscaled.try', details: {} },
      remedy: { label: { code: 'doctor.do.scale', details: {} }, patch: { scale: 'standard' } }
    }
  }
}

function sized(place: 'wide' | 'narrow', { name, deviation }: { readonly name: string; readonly deviation: number }) {
  return { [place]: name, [`${place}By`]: toSignificant(deviation) }
}

function sizeOf({ rows, columns, data }: Matrix, column: number) {
  const { mean, deviation } = spreadOf(
    Float64Array.from({ length: Math.min(rows, ROWS) }, (_, i) => data[i * columns + column]),
    1
  )
  return { mean, deviation }
}
