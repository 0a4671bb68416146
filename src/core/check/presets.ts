import { relativeError, verdictOf, type Verdict } from './verdict'

/** An analytic gradient and its difference quotient, with the context that a rule may use. */
export interface ComparedGradient {
  readonly analytic: number
  readonly numeric: number
  /** The total loss L. */
  readonly loss: number
  /** The step h of the quotient. */
  readonly step: number
  /** Factor by which every threshold is larger, since a kink forced a smaller step: 1, 10, 100. */
  readonly looser: number
  /** Whether network, loss and regularizer have no kink at all. */
  readonly smooth: boolean
}

/** A rule by which a gradient passes. */
export interface CheckPreset {
  /** Default step of the rule. */
  readonly epsilon: number
  /** The condition as KaTeX source: a the analytic, n the numeric gradient. */
  readonly tex: string
  verdict(compared: ComparedGradient): Verdict
}

function preset(entry: CheckPreset): CheckPreset {
  return entry
}

function yesOrNo(holds: boolean): Verdict {
  return holds ? 'pass' : 'wrong'
}

/**
 * The rules by which a gradient passes; the keys are the stored names. The first is the app's own. A rule with only two outcomes returns
 * `pass` and `wrong`.
 */
export const checkPresets = {
  /** Relative error alone: catches an error of 0.1 %. What rounding explains is for the evidence to say (`compareGradient`). */
  strict: preset({
    epsilon: 1e-5,
    tex: '\\frac{|a-n|}{|a|+|n|}\\le10^{-6}',
    verdict: ({ analytic, numeric, looser }) => verdictOf(relativeError(analytic, numeric, 0) / looser)
  }),

  /** Source: course note 001, section on checking gradients: absolute, so a gradient below 1e-5 always passes. */
  notes: preset({
    epsilon: 1e-5,
    tex: '|a-n|<10^{-5}',
    verdict: ({ analytic, numeric, looser }) => yesOrNo(Math.abs(analytic - numeric) < 1e-5 * looser)
  }),

  /**
   * Without a floor: a tiny gradient may fail because of rounding alone. 1e-4 is "usually okay" with kinks, and too high without.
   * Source: CS231n notes "Neural Networks Part 3", gradient checks.
   */
  cs231n: preset({
    epsilon: 1e-5,
    tex: '\\frac{|a-n|}{\\max(|a|,|n|)}\\le10^{-7}\\;(10^{-4}\\text{ with kinks})',
    verdict({ analytic, numeric, looser, smooth }) {
      const difference = Math.abs(analytic - numeric)
      const relative = difference === 0 ? 0 : difference / Math.max(Math.abs(analytic), Math.abs(numeric)) / looser
      if (relative <= 1e-7) return 'excellent'
      if (relative <= 1e-4) return smooth ? 'suspicious' : 'pass'
      return relative <= 1e-2 ? 'probably-wrong' : 'wrong'
    }
  }),

  /** Source: PyTorch, `torch.autograd.gradcheck`, its defaults. Lets a gradient that is off by 0.1 % through. */
  pytorch: preset({
    epsilon: 1e-6,
    tex: '|a-n|\\le10^{-5}+10^{-3}\\,|n|',
    verdict: ({ analytic, numeric, looser }) => yesOrNo(Math.abs(analytic - numeric) <= looser * (1e-5 + 1e-3 * Math.abs(numeric)))
  })
}

export type CheckPresetName = keyof typeof checkPresets

export const checkPresetNames = Object.keys(checkPresets) as CheckPresetName[]
