import type { Text } from '../messages/texts-of'
import { pow } from '../math/pow'
import { cos } from '../math/sin-cos'
import { symbols, type Formula, type FormulaSymbol } from './formula'
import { optionNamesOf, optionValues, type Options, type OptionValues } from './option'

/** Where training stands before a step. */
export interface Moment {
  /** Epochs done, with the part of the one in progress. */
  readonly epoch: number
  /** The part of an epoch that the step covers. */
  readonly part: number
  /** The epochs of the whole run. */
  readonly epochs: number
}

/** A schedule: the learning rate in the course of training, η = η₀ · multiplier. */
export interface Schedule<Entry extends Options = Options> {
  readonly label: Text
  readonly options: Entry
  readonly formula: string
  readonly tex: string
  /** The symbols of the formula besides η and η₀. */
  readonly symbols: readonly FormulaSymbol[]
  /** Whether it depends on the epochs of the whole run; not unless given. */
  readonly spansRun?: true
  multiplier(options: OptionValues<NoInfer<Entry>>, moment: Moment): number
}

function schedule<const Entry extends Options>(entry: Schedule<Entry>): Schedule<Entry> {
  return entry
}

/** Epochs between two drops. */
const every = { default: 30, min: 1, max: 1_000_000, integer: true } as const
/** The factor of the rate: a drop takes off 90 %. */
const factor = { default: 0.1, min: 0 } as const
/** The share of the rate that is left at the end. */
const floor = { default: 0, min: 0 } as const

const epochSymbol: FormulaSymbol = { tex: 'e', en: 'epochs done', zh: '已完成的轮数' }
const factorSymbol: FormulaSymbol = { tex: 'f', en: 'decay factor', zh: '衰减因子' }

const PI = 3.141592653589793

/** The catalogue of schedules; its keys are the stored names. A new one is one entry. */
export const schedules = {
  constant: schedule({
    label: { en: 'Constant', zh: '固定' },
    options: {},
    formula: 'η = η₀',
    tex: '\\eta=\\eta_0',
    symbols: [],
    multiplier: () => 1
  }),
  step: schedule({
    label: { en: 'Step decay', zh: '阶梯衰减' },
    options: { every, factor },
    formula: 'η = η₀ · factor^⌊epoch / every⌋',
    tex: '\\eta=\\eta_0\\,f^{\\lfloor e/n\\rfloor}',
    symbols: [epochSymbol, { tex: 'n', en: 'epochs per step', zh: '衰减间隔（轮）' }, factorSymbol],
    multiplier: ({ every, factor }, { epoch }) => pow(factor, Math.floor(epoch / every))
  }),
  exponential: schedule({
    label: { en: 'Exponential', zh: '指数' },
    // Each epoch takes off 5 %.
    options: { factor: { ...factor, default: 0.95 } },
    formula: 'η = η₀ · factor^⌊epoch⌋',
    tex: '\\eta=\\eta_0\\,f^{\\lfloor e\\rfloor}',
    symbols: [epochSymbol, factorSymbol],
    multiplier: ({ factor }, { epoch }) => pow(factor, Math.floor(epoch))
  }),
  /** Source: I. Loshchilov, F. Hutter, "SGDR: stochastic gradient descent with warm restarts", 2017, equation 5, without restarts. */
  cosine: schedule({
    label: { en: 'Cosine', zh: '余弦' },
    options: { floor },
    formula: 'η = η₀ · (floor + (1 − floor) · ½ (1 + cos(π · epoch / epochs)))',
    tex: '\\eta=\\eta_0\\left(f+(1-f)\\tfrac12\\left(1+\\cos\\tfrac{\\pi e}{E}\\right)\\right)',
    symbols: [
      epochSymbol,
      { tex: 'E', en: 'total epochs', zh: '总轮数' },
      { tex: 'f', en: 'final share of the learning rate', zh: '最终学习率比例' }
    ],
    spansRun: true,
    multiplier: ({ floor }, { epoch, epochs }) => floor + (1 - floor) * 0.5 * (1 + cos(PI * Math.min(1, epoch / epochs)))
  })
}

export type ScheduleKind = keyof typeof schedules

export const scheduleKinds = Object.keys(schedules) as ScheduleKind[]

export type ScheduleOptionName = { [Kind in ScheduleKind]: keyof (typeof schedules)[Kind]['options'] }[ScheduleKind]

/** Every option that some schedule takes. */
export const scheduleOptionNames = optionNamesOf(schedules) as ScheduleOptionName[]

/** A schedule as stored. `warmUp`: epochs over which the rate first grows from 0 in a straight line, whatever the kind. */
export type ScheduleSpec = { readonly kind: ScheduleKind; readonly warmUp?: number } & {
  readonly [Name in ScheduleOptionName]?: number
}

/** The factor of the learning rate at each moment. Source of the warm-up: P. Goyal et al., "Accurate, large minibatch SGD", 2017, section 2.2. */
export function learningRateFactors(spec: ScheduleSpec): (moment: Moment) => number {
  const { warmUp = 0 } = spec
  const entry: Schedule = schedules[spec.kind]
  const options = optionValues(entry.options, spec)
  return (moment) => {
    // Counted to the end of the step, so that the first one is taken at a small rate and not at none.
    const ramp = warmUp > 0 ? Math.min(1, (moment.epoch + moment.part) / warmUp) : 1
    return ramp * entry.multiplier(options, moment)
  }
}

/** Returns the formula of a schedule. */
export function scheduleFormula(kind: ScheduleKind): Formula {
  const { tex, symbols: further }: Schedule = schedules[kind]
  return {
    lines: [tex],
    symbols: [symbols.learningRate, { tex: String.raw`\eta_0`, en: 'initial learning rate', zh: '初始学习率' }, ...further]
  }
}
