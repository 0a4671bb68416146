import { pow } from '../math/pow'
import { cos } from '../math/sin-cos'

/** Where training stands before a step. */
export interface Moment {
  /** Epochs done, with the part of the one in progress. */
  readonly epoch: number
  /** The part of an epoch that the step covers. */
  readonly part: number
  /** How many epochs there are to be. */
  readonly epochs: number
}

export interface ScheduleOption {
  readonly default: number
  readonly from: number
  readonly whole?: true
}

/** Every number that some schedule can be given. */
const scheduleOptions = {
  /** Epochs between two drops. */
  every: { default: 30, from: 1, whole: true },
  /** What the rate is multiplied by. */
  factor: { default: 0.1, from: 0 },
  /** The share of the rate that is left at the end. */
  floor: { default: 0, from: 0 }
} as const satisfies Record<string, ScheduleOption>

export type ScheduleOptionName = keyof typeof scheduleOptions

type Chosen = Readonly<Record<ScheduleOptionName, number>>

/** How the learning rate changes in the course of training: η = η₀ · multiplier. */
export interface Schedule<Names extends readonly ScheduleOptionName[] = readonly ScheduleOptionName[]> {
  readonly options: Names
  readonly formula: string
  readonly tex: string
  multiplier(chosen: Chosen, moment: Moment): number
}

function schedule<const Names extends readonly ScheduleOptionName[]>(entry: Schedule<Names>): Schedule<Names> {
  return entry
}

const PI = 3.141592653589793

/** The catalogue of schedules; its keys are the stored names. A new one is one entry. */
export const schedules = {
  constant: schedule({ options: [], formula: 'η = η₀', tex: '\\eta=\\eta_0', multiplier: () => 1 }),
  step: schedule({
    options: ['every', 'factor'],
    formula: 'η = η₀ · factor^⌊epoch / every⌋',
    tex: '\\eta=\\eta_0\\,f^{\\lfloor e/n\\rfloor}',
    multiplier: ({ every, factor }, { epoch }) => pow(factor, Math.floor(epoch / every))
  }),
  exponential: schedule({
    options: ['factor'],
    formula: 'η = η₀ · factor^⌊epoch⌋',
    tex: '\\eta=\\eta_0\\,f^{\\lfloor e\\rfloor}',
    multiplier: ({ factor }, { epoch }) => pow(factor, Math.floor(epoch))
  }),
  /** Source: I. Loshchilov, F. Hutter, "SGDR: stochastic gradient descent with warm restarts", 2017, equation 5, without restarts. */
  cosine: schedule({
    options: ['floor'],
    formula: 'η = η₀ · (floor + (1 − floor) · ½ (1 + cos(π · epoch / epochs)))',
    tex: '\\eta=\\eta_0\\left(f+(1-f)\\tfrac12\\left(1+\\cos\\tfrac{\\pi e}{E}\\right)\\right)',
    multiplier: ({ floor }, { epoch, epochs }) => floor + (1 - floor) * 0.5 * (1 + cos(PI * Math.min(1, epoch / epochs)))
  })
}

export type ScheduleKind = keyof typeof schedules

export const scheduleKinds = Object.keys(schedules) as ScheduleKind[]

/** A schedule as stored. `warmUp`: epochs over which the rate first grows from 0 in a straight line, whatever the kind. */
export type ScheduleSpec = { readonly kind: ScheduleKind; readonly warmUp?: number } & {
  readonly [Name in ScheduleOptionName]?: number
}

/** The default of a schedule's option; exponential decay takes off 5 % an epoch, a step 90 %. */
export function scheduleDefault(kind: ScheduleKind, name: ScheduleOptionName): number {
  return kind === 'exponential' && name === 'factor' ? 0.95 : scheduleOptions[name].default
}

/** What the learning rate is multiplied by at each moment. Source of the warm-up: P. Goyal et al., "Accurate, large minibatch SGD", 2017, section 2.2. */
export function learningRateFactors(spec: ScheduleSpec): (moment: Moment) => number {
  const names = Object.keys(scheduleOptions) as ScheduleOptionName[]
  const chosen = Object.fromEntries(names.map((name) => [name, spec[name] ?? scheduleDefault(spec.kind, name)])) as Chosen
  const { warmUp = 0 } = spec
  const entry: Schedule = schedules[spec.kind]
  return (moment) => {
    // Counted to the end of the step, so that the first one is taken at a small rate and not at none.
    const ramp = warmUp > 0 ? Math.min(1, (moment.epoch + moment.part) / warmUp) : 1
    return ramp * entry.multiplier(chosen, moment)
  }
}

export { scheduleOptions }
