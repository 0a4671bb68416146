import type { ActivationName } from '../../nn/activations'
import type { Settings } from '../../settings/settings'
import { toSignificant, stepLength } from '../evidence/measures'
import type { RunEvidence } from '../evidence/run-evidence'
import { trialsOfRates } from '../evidence/trial'
import type { Remedy } from './rule'

/** Step length that a proposed learning rate aims at: see `stepLength`. */
const TARGET_STEP = 0.06

/** The least and the largest factor between the learning rate and a proposed one. */
const LEAST_FACTOR = 3
const MOST_FACTOR = 1e5

/** Rates closer to each other than this factor make no difference. */
const CLOSE = 1.5

const tooHigh: ReadonlySet<string | null> = new Set(['rate-too-high', 'divergence', 'dead-units', 'spike', 'exploding-gradients'])

/**
 * Proposes a lower learning rate: the last one that did well, or was the choice before; otherwise that of the usual step length, but
 * between rates that are known to be too low and too high. The interval shrinks with each trial, so that following it ends.
 */
export function lowerRate(evidence: RunEvidence): Remedy[] {
  const { settings, tried, untrained } = evidence
  const rate = settings.learningRate
  const trials = trialsOfRates(settings, tried)
  const good = trials.findLast(({ cause, settings: { learningRate } }) => cause === null && learningRate < rate)
  if (good) return [rateRemedy(good.settings.learningRate, 'doctor.do.rate-back')]
  const low = Math.max(
    0,
    ...trials
      .filter(({ cause }) => cause === 'rate-too-low')
      .map(ratesOf)
      .filter((one) => one < rate)
  )
  const high = Math.min(rate, ...trials.filter(({ cause }) => tooHigh.has(cause)).map(ratesOf))
  const usual = (rate * TARGET_STEP) / stepLength(untrained)
  return between(low, high, Math.min(rate / LEAST_FACTOR, Math.max(rate / MOST_FACTOR, Number.isFinite(usual) ? usual : 0)))
}

/** Proposes a higher learning rate, as `lowerRate` does a lower one. */
export function higherRate(evidence: RunEvidence): Remedy[] {
  const { settings, tried, untrained } = evidence
  const rate = settings.learningRate
  const trials = trialsOfRates(settings, tried)
  const good = trials.findLast(({ cause, settings: { learningRate } }) => cause === null && learningRate > rate)
  if (good) return [rateRemedy(good.settings.learningRate, 'doctor.do.rate-back')]
  const low = Math.max(rate, ...trials.filter(({ cause }) => cause === 'rate-too-low').map(ratesOf))
  const high = Math.min(
    Infinity,
    ...trials
      .filter(({ cause }) => tooHigh.has(cause))
      .map(ratesOf)
      .filter((one) => one > rate)
  )
  const usual = (rate * TARGET_STEP) / stepLength(untrained)
  return between(low, high, Math.max(rate * LEAST_FACTOR, Math.min(rate * MOST_FACTOR, Number.isFinite(usual) ? usual : 0)))
}

function ratesOf({ settings }: { readonly settings: Settings }): number {
  return settings.learningRate
}

/** A rate strictly between two others: the wanted one, or the geometric mean where that is not; none where they are close. */
function between(low: number, high: number, wanted: number): Remedy[] {
  if (high < CLOSE * low) return []
  const isInside = wanted > low * CLOSE && wanted < high / CLOSE
  const rate = toSignificant(isInside ? wanted : Math.sqrt(low * high), isInside ? 1 : 2)
  return Number.isFinite(rate) && rate > low && rate < high ? [rateRemedy(rate, 'doctor.do.learning-rate')] : []
}

function rateRemedy(learningRate: number, code: 'doctor.do.learning-rate' | 'doctor.do.rate-back'): Remedy {
  return { label: { code, details: { value: learningRate } }, patch: { learningRate } }
}

/** Lets the initializer be chosen by the activations, where another one is in use. */
export function automaticInitializer({ settings }: RunEvidence): Remedy[] {
  if (settings.initializer === 'auto') return []
  return [{ label: { code: 'doctor.do.initializer', details: {} }, patch: { initializer: 'auto' } }]
}

/** Uses another activation in the hidden layers that have one of those. */
export function replaceActivations({ settings }: RunEvidence, isMeant: (name: ActivationName) => boolean, by: ActivationName): Remedy[] {
  const hidden = settings.hidden.map((layer) => (isMeant(layer.activation) ? { ...layer, activation: by } : layer))
  if (hidden.every((layer, l) => layer === settings.hidden[l])) return []
  return [{ label: { code: 'doctor.do.activation', details: { activation: by } }, patch: { hidden } }]
}

/** Hidden layers that are enough for small tables, and through which gradients come. */
const FEW_LAYERS = 2

/** Keeps the first two hidden layers. */
export function fewerLayers({ settings }: RunEvidence): Remedy[] {
  if (settings.hidden.length <= FEW_LAYERS) return []
  return [{ label: { code: 'doctor.do.layers', details: { count: FEW_LAYERS } }, patch: { hidden: settings.hidden.slice(0, FEW_LAYERS) } }]
}

/** Trains without a feature. */
export function excluding({ settings }: RunEvidence, name: string): Remedy[] {
  const features = settings.features.filter((feature) => feature !== name)
  return features.length === 0 ? [] : [{ label: { code: 'doctor.do.exclude', details: { name } }, patch: { features } }]
}

const CLIP = 1

/** Limits the norm of the gradients, where nothing does. */
export function clipped({ settings }: RunEvidence): Remedy[] {
  return settings.clip === null ? [{ label: { code: 'doctor.do.clip', details: { value: CLIP } }, patch: { clip: CLIP } }] : []
}
