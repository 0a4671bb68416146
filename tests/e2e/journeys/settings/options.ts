import {
  optimizerKinds,
  optimizers,
  scheduleKinds,
  schedules,
  type OptimizerOptionName,
  type Options,
  type ScheduleOptionName,
  type Settings
} from '#core'
import { choose, number, splitBy, withValue, type Change, type Scene, type Step } from './changes'

/** A number unlike the usual one, for each option of an optimizer. */
const optimizerNumbers: Readonly<Record<OptimizerOptionName, number>> = {
  momentum: 0.6,
  decay: 0.6,
  beta1: 0.6,
  beta2: 0.6,
  epsilon: 0.1,
  weightDecay: 0.5
}

/** An option that several have is tried with the first of them. */
function firstWith<Kind extends string>(kinds: readonly Kind[], namesOf: (kind: Kind) => readonly string[]): Map<Kind, string[]> {
  const seen = new Set<string>()
  return new Map(
    kinds.map((kind) => {
      const names = namesOf(kind).filter((name) => !seen.has(name))
      names.forEach((name) => seen.add(name))
      return [kind, names]
    })
  )
}

/** The options of each optimizer. */
export const optimizerScenes: readonly Scene[] = Array.from(
  firstWith(optimizerKinds, (kind) => Object.keys(optimizers[kind].options)),
  ([kind, names]) => ({
    title: `the options of ${kind}`,
    data: 'iris',
    given: [
      choose(
        (t) => t('settings.optimizer'),
        (t) => t(`settings.optimizers.${kind}`)
      )
    ],
    changes: (names as OptimizerOptionName[]).flatMap((name) =>
      number(name, ['optimizer', name], {
        typed: optimizerNumbers[name],
        effect: 'firstEpoch',
        usual: (optimizers[kind].options as Options)[name].default,
        buttons: name === 'momentum' ? 'from the lowest' : 'both'
      })
    )
  })
)

const scheduleNumbers: Readonly<Record<ScheduleOptionName, number>> = { every: 7, factor: 0.4, floor: 0.3 }

/** The options of each schedule. */
export const scheduleScenes: readonly Scene[] = Array.from(
  firstWith(
    scheduleKinds.filter((kind) => kind !== 'constant'),
    (kind) => Object.keys(schedules[kind].options)
  ),
  ([kind, names]) => ({
    title: `the options of ${kind}`,
    data: 'iris',
    given: [
      choose(
        (t) => t('settings.schedule'),
        (t) => t(`settings.schedules.${kind}`)
      )
    ],
    changes: [
      ...(names as ScheduleOptionName[]).flatMap((name) =>
        number(name, ['schedule', name], {
          typed: scheduleNumbers[name],
          effect: 'rate',
          usual: (schedules[kind].options as Options)[name].default,
          buttons: name === 'floor' ? 'from the lowest' : 'both'
        })
      ),
      ...(kind === 'step'
        ? number('warmUp', ['schedule', 'warmUp'], { typed: 5, effect: 'rate', usual: 0, buttons: 'from the lowest' })
        : [])
    ]
  })
)

const foldBox = (name: Step['name'], typed: number, split: Settings['split']): Change => ({
  field: 'split',
  role: 'textbox',
  name,
  action: { type: String(typed) },
  gives: (before) => withValue(before, ['split'], split),
  effect: 'figures'
})

/** The options of each way to split. */
export const splitScenes: readonly Scene[] = [
  {
    title: 'folds',
    data: 'iris',
    given: [splitBy('folds')],
    changes: [
      foldBox((t) => t('preparation.fold'), 2, { kind: 'folds', folds: 5, fold: 2 }),
      foldBox((t) => t('preparation.folds'), 3, { kind: 'folds', folds: 3, fold: 1 })
    ]
  },
  {
    title: 'the last rows',
    data: 'iris',
    given: [splitBy('last')],
    changes: [foldBox((t) => t('preparation.lastRows'), 20, { kind: 'last', rows: 20 })]
  }
]
