import { spreadOf } from '../../inspect/statistics'
import type { Note } from '../../messages/catalogue'
import { layerFault } from '../evidence/layer-fault'
import { hasNotLearned, toSignificant } from '../evidence/measures'
import type { RunEvidence } from '../evidence/run-evidence'
import type { Remedy, Rule } from './rule'

/** Ratio of standard deviations above which inputs would need learning rates of their own. */
const APART = 10

/** Mean or standard deviation, which should be about 0 and 1, above which an input or a target counts as unscaled. */
const LARGE = 10

/** The same where it shows: where most units of a layer saturate or are dead before the first step. */
const HARMFUL = 3

/** Rows sampled for mean and standard deviation. */
const ROWS = 1000

interface Size {
  readonly name: string
  readonly mean: number
  readonly deviation: number
}

/** Inputs of very different, or very large, scale enter the network unscaled, or a target leaves it unscaled. */
export const unscaledInputs: Rule = {
  source: 'Y. LeCun, L. Bottou, G. Orr, K.-R. Müller, Efficient BackProp, 1998, 4.3 (normalizing the inputs)',
  examine(evidence) {
    const ofInputs = observe(sizesOfInputs(evidence), isHarmed(evidence) ? HARMFUL : LARGE)
    const observation = ofInputs ?? observeTarget(evidence)
    if (!observation) return null
    return {
      level: hasNotLearned(evidence) || evidence.failure ? 'serious' : 'hint',
      observation,
      advice: { code: 'doctor.unscaled-inputs.try', details: {} },
      remedies: [ofInputs ? standardizeInputs(evidence) : standardizeTargets]
    }
  }
}

function isHarmed(evidence: RunEvidence): boolean {
  const fault = layerFault(evidence.untrained)
  return hasNotLearned(evidence) && (fault === 'dead-units' || fault === 'saturation')
}

function observe(sizes: readonly Size[], large: number): Note | null {
  if (sizes.length === 0) return null
  const widest = sizes.reduce((most, one) => (one.deviation > most.deviation ? one : most))
  const narrowest = sizes.reduce((least, one) => (one.deviation < least.deviation ? one : least))
  if (widest.deviation > APART * narrowest.deviation) {
    const details = {
      wide: widest.name,
      wideBy: toSignificant(widest.deviation),
      narrow: narrowest.name,
      narrowBy: toSignificant(narrowest.deviation)
    }
    return { code: 'doctor.unscaled-inputs', details }
  }
  const far = sizes.find((one) => isFar(one, large))
  return far ? { code: 'doctor.unscaled-far', details: detailsOf(far) } : null
}

function observeTarget({ prepared: { pipeline, train } }: RunEvidence): Note | null {
  const { targets } = train
  if (targets.kind === 'classes' || pipeline.targets.some(({ kind }) => kind !== 'number')) return null
  const sizes = pipeline.targets.map(({ name }, column) => sizeOf(name, targets.values, column))
  const far = sizes.find((one) => isFar(one, LARGE))
  return far ? { code: 'doctor.unscaled-target', details: detailsOf(far) } : null
}

function isFar({ mean, deviation }: Size, large: number): boolean {
  return Math.abs(mean) > large || deviation > large
}

function detailsOf({ name, mean, deviation }: Size) {
  return { name, mean: toSignificant(mean), deviation: toSignificant(deviation) }
}

/** The inputs that are numbers and enter the network as they are. */
function sizesOfInputs({ prepared: { pipeline, train, inputs } }: RunEvidence): Size[] {
  const unscaled = new Set(pipeline.features.filter(({ scaling }) => scaling === 'none').map(({ name }) => name))
  return inputs
    .map((name, column) => ({ name, column }))
    .filter(({ name }) => unscaled.has(name))
    .map(({ name, column }) => sizeOf(name, train.X, column))
    .filter(({ deviation }) => deviation > 0)
}

function sizeOf(name: string, { rows, columns, data }: RunEvidence['prepared']['train']['X'], column: number): Size {
  const { mean, deviation } = spreadOf(
    Float64Array.from({ length: Math.min(rows, ROWS) }, (_, i) => data[i * columns + column]),
    1
  )
  return { name, mean, deviation }
}

/** Standardizes the inputs that enter as they are, be it by a setting of their own. */
function standardizeInputs({ settings: { overrides } }: RunEvidence): Remedy {
  const others = Object.entries(overrides).map(([name, { scale, ...rest }]) => [
    name,
    scale && scale !== 'none' ? { ...rest, scale } : rest
  ])
  const own = Object.values(overrides).some(({ scale }) => scale === 'none')
  return {
    label: { code: 'doctor.do.scale', details: {} },
    patch: { scale: 'standard', ...(own ? { overrides: Object.fromEntries(others) as typeof overrides } : {}) }
  }
}

const standardizeTargets: Remedy = { label: { code: 'doctor.do.scale-targets', details: {} }, patch: { scaleTargets: 'standard' } }
