import { spreadOf } from '../../inspect/statistics'
import type { Matrix } from '../../tensor/matrix'
import type { Note } from '../../messages/catalogue'
import { toSignificant } from './patient'
import type { Rule } from './rule'

/** Deviations of inputs that differ by more than this need learning rates of their own. */
const APART = 10

/** Or an input whose mean or deviation is above this, where it should be about 1. */
const LARGE = 10

/** Rows that are enough to tell. */
const ROWS = 1000

/** Inputs of very different, or very large, size go into the network as they are. */
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
    const saw: Note = isApart
      ? { code: 'doctor.unscaled', details: { ...sized('wide', widest), ...sized('narrow', narrowest) } }
      : {
          code: 'doctor.unscaled-far',
          details: { name: far?.name ?? '', mean: toSignificant(far?.mean ?? 0), deviation: toSignificant(far?.deviation ?? 0) }
        }
    return {
      severity: 'warning',
      saw,
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
