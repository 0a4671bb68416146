import {
  AppError,
  lossKinds,
  losses,
  optimizerKinds,
  optimizers,
  pairOf,
  parseNumber,
  piecesOf,
  scheduleKinds,
  schedules,
  type LossSpec,
  type OptimizerKind,
  type OptimizerSpec,
  type ScheduleSpec,
  type Settings
} from '#core'
import { badPairs, chosen, number, type Values } from './flag-values'
import type { FlagName } from './flags'
import { lossOptionFlags, optimizerOptionFlags, stopRuleFlags } from './structured-flags'

/** Reads the loss with its options; as in `base`, or null for the data to decide, when not given. Throws: flag, when an option applies to another loss. */
export function readLoss(values: Values, base: LossSpec | null): LossSpec | null {
  const kind = values.has('loss') ? chosen(values, 'loss', lossKinds[0]) : (base?.kind ?? null)
  const given = optionsGiven(values, lossOptionFlags)
  for (const name of given) {
    const fitting = lossKinds.filter((one) => name in losses[one].options)
    if (kind === null || !fitting.includes(kind)) {
      throw new AppError('flag.other-loss', { flag: `--${lossOptionFlags[name]}`, losses: fitting.join(', ') })
    }
  }
  return kind === null ? null : { ...(kind === base?.kind ? base : {}), kind, ...optionValues(values, given, lossOptionFlags) }
}

/** Returns the options whose flags are given. */
function optionsGiven<Name extends string>(values: Values, flagOf: Readonly<Record<Name, FlagName>>): Name[] {
  return (Object.keys(flagOf) as Name[]).filter((name) => values.has(flagOf[name]))
}

function optionValues<Name extends string>(values: Values, names: readonly Name[], flagOf: Readonly<Record<Name, FlagName>>) {
  return Object.fromEntries(names.map((name) => [name, number(values, flagOf[name], NaN)])) as Partial<Record<Name, number>>
}

/** Reads `balanced`, or weights by class name; as in `base` when not given. Throws: flag. */
export function readClassWeights(values: Values, base: Pick<Settings, 'classWeights'>): Settings['classWeights'] {
  const text = values.get('class-weights')
  if (text === undefined) return base.classWeights
  if (text === 'balanced') return text
  const pairs = piecesOf(text.replace(/,\s*$/, ''), ',').map(pairOf)
  return Object.fromEntries(
    pairs.map((pair) => {
      if (!pair) throw badPairs('class-weights', text)
      return [pair[0], parseNumber(pair[1])]
    })
  )
}

/** Reads the optimizer with its options; as in `base` as far as no flag sets them. Throws: flag, when an option applies to another optimizer. */
export function readOptimizer(values: Values, { optimizer: base }: Pick<Settings, 'optimizer'>): OptimizerSpec {
  const kind = chosen<OptimizerKind>(values, 'optimizer', base.kind)
  const given = optionsGiven(values, optimizerOptionFlags)
  for (const name of given) requireFits(`--${optimizerOptionFlags[name]}`, kind, (one) => name in optimizers[one].options)
  if (values.has('nesterov')) requireFits('--nesterov', kind, (one) => optimizers[one].nesterov)
  return {
    ...(kind === base.kind ? base : {}),
    kind,
    ...optionValues(values, given, optimizerOptionFlags),
    ...(values.has('nesterov') ? { nesterov: true } : {})
  }
}

function requireFits(flag: string, kind: OptimizerKind, takes: (kind: OptimizerKind) => boolean): void {
  const fitting = optimizerKinds.filter(takes)
  if (!fitting.includes(kind)) throw new AppError('flag.other-optimizer', { flag, optimizers: fitting.join(', ') })
}

/** Reads `kind`, or `kind:name=number,…`, with `warm-up` for every kind; as in `base` when not given. Throws: flag, spec. */
export function readSchedule(values: Values, base: Pick<Settings, 'schedule'>): ScheduleSpec {
  const text = values.get('schedule')?.trim()
  if (text === undefined) return base.schedule
  const [word, ...rest] = piecesOf(text, ':')
  const kind = scheduleKinds.find((one) => one === word)
  if (!kind) throw new AppError('spec.choice', { field: '--schedule', value: text === '' ? '""' : text, choices: scheduleKinds.join(', ') })
  const names: readonly string[] = [...Object.keys(schedules[kind].options), 'warm-up']
  const given = rest.join(':')
  const pairs = given === '' ? [] : piecesOf(given, ',').map((piece) => pairOf(piece) ?? ['', ''])
  const unknown = pairs.some(([name, value]) => !names.includes(name) || !(parseNumber(value) >= 0))
  if (unknown) throw new AppError('flag.schedule', { value: text, kind, names: names.map((name) => `${name}=…`).join(', ') })
  return { kind, ...Object.fromEntries(pairs.map(([name, value]) => [name === 'warm-up' ? 'warmUp' : name, parseNumber(value)])) }
}

/** Reads the stopping rules, each as in `base` when not given; the settings' own rules refuse anything that is not a number. */
export function readStop(values: Values, { stop }: Pick<Settings, 'stop'>): Settings['stop'] {
  const rule = (name: keyof Settings['stop']) => (values.has(stopRuleFlags[name]) ? number(values, stopRuleFlags[name], NaN) : stop[name])
  return { loss: rule('loss'), metric: rule('metric'), patience: rule('patience'), seconds: rule('seconds') }
}
