import {
  lossOptions,
  optimizerKinds,
  optimizerOptions,
  optimizers,
  scheduleDefault,
  scheduleKinds,
  schedules,
  type OptimizerOptionName,
  type ScheduleOptionName,
  type Settings
} from '#core'
import { list, number, tick, withValue, type Change, type Step } from './changes'

/** Settings under which some controls are there, and what each of them is to do. */
export interface Scene {
  readonly title: string
  readonly data: 'iris' | 'own'
  /** What brings the controls about. */
  readonly given: readonly Step[]
  readonly changes: readonly Change[]
}

/** The columns of the table that is made for these tests. */
const COLUMNS = ['x', 'y', 'colour', 'part', 'other_part', 'weight', 'grade', 'tall', 'wide', 'heavy']
const WHOLE_NUMBERS = [1, 2, 3]

/** Sixty rows of numbers, texts and answers, with some numbers missing, and two columns that say which rows are for testing. */
export function ownTable(): string {
  const yesNo = (is: boolean) => (is ? 'yes' : 'no')
  const rows = Array.from({ length: 60 }, (_, i) => {
    const [x, y] = [((i * 37) % 60) / 10, ((i * 11) % 60) / 10]
    const weight = 50 + 3 * x + 2 * y
    const grade = WHOLE_NUMBERS[Math.min(2, Math.floor((x + y) / 4))]
    return [
      i % 20 === 7 ? '' : x,
      y,
      ['red', 'green', 'blue'][(i * 7) % 3],
      i % 4 === 0 ? 'test' : 'train',
      i % 5 === 0 ? 'test' : 'train',
      weight.toFixed(1),
      grade,
      yesNo(y > 3),
      yesNo(x > 3),
      yesNo(weight > 65)
    ].join(',')
  })
  return `${COLUMNS.join(',')}\n${rows.join('\n')}\n`
}

const choose = (name: Step['name'], entry: Extract<Step['deed'], { choose: unknown }>['choose']): Step => ({
  role: 'combobox',
  name,
  deed: { choose: entry }
})

const others = (...targets: string[]) => COLUMNS.filter((name) => !targets.includes(name))

const layers = (...hidden: [units: number, activation: Settings['hidden'][number]['activation']][]) =>
  hidden.map(([units, activation]) => ({ units, activation }))

const features = (role: Step['role'], name: Step['name'], deed: Step['deed'], wanted: readonly string[], given: readonly Step[] = []): Change => ({
  field: 'features',
  role,
  name,
  deed,
  gives: (before) => withValue(before, ['features'], wanted),
  sign: 'network',
  given
})

const hidden = (role: Step['role'], name: Step['name'], deed: Step['deed'], wanted: Settings['hidden']): Change => ({
  field: 'hidden',
  role,
  name,
  deed,
  gives: (before) => withValue(before, ['hidden'], wanted),
  sign: 'network'
})

const irisColumns = ['sepal_length_cm', 'sepal_width_cm', 'petal_length_cm', 'petal_width_cm']
const withoutFirst = features(
  'checkbox',
  (t) => `sepal_length_cm ${t('data.types.number')}`,
  { tick: false },
  irisColumns.slice(1)
)

const data: Change[] = [
  withoutFirst,
  features('button', (t) => t('settings.none'), { press: true }, []),
  features('button', (t) => t('settings.all'), { press: true }, irisColumns, [withoutFirst]),
  ...list('scale', ['scale'], 'minmax', (t) => t('settings.scalings.minmax'), 'figures'),
  ...list('splitKind', ['split'], { kind: 'folds', folds: 5, fold: 1 }, (t) => t('preparation.splits.folds'), 'figures'),
  ...number('test', ['test'], { typed: 0.4, sign: 'figures' }),
  {
    field: 'splitKind',
    role: 'checkbox',
    name: (t) => t('preparation.stratified'),
    deed: { tick: false },
    gives: (before) => withValue(before, ['split'], { kind: 'ratio', stratified: false }),
    sign: 'figures'
  },
  ...number('validation', ['validation'], { typed: 0.2, sign: 'figures', buttons: 'from the lowest' })
]

const network: Change[] = [
  hidden('textbox', (t) => t('settings.hidden'), { type: '8 relu, 4' }, layers([8, 'relu'], [4, 'tanh'])),
  hidden('button', (t) => t('settings.addLayer'), { press: true }, layers([16, 'tanh'], [16, 'tanh'])),
  hidden('textbox', (t) => t('settings.units', { number: 1 }), { type: '5' }, layers([5, 'tanh'])),
  hidden('combobox', (t) => t('settings.activation', { number: 1 }), { choose: 'gelu' }, layers([16, 'gelu'])),
  hidden('button', (t) => t('settings.removeLayer', { number: 1 }), { press: true }, []),
  ...list('precision', ['precision'], 'f32', (t) => t('settings.precisions.f32'), 'figures'),
  ...tick('bias', ['bias'], false, false, 'network'),
  ...list('initializer', ['initializer'], 'zeros', (t) => t('settings.initializers.zeros'), 'figures'),
  ...number('dropout', ['dropout'], { typed: 0.5, sign: 'firstEpoch', buttons: 'from the lowest' })
]

const oneByOne = choose((t) => t('settings.classWeights'), (t) => t('settings.classWeightChoices.custom'))
const loss: Change[] = [
  ...list('loss', ['loss'], { kind: 'multiclass-hinge' }, (t) => t('settings.losses.multiclass-hinge'), 'figures'),
  ...number('l2', ['l2'], { typed: 0.1, sign: 'firstEpoch', buttons: 'from the lowest' }),
  ...number('l1', ['l1'], { typed: 0.1, sign: 'firstEpoch', buttons: 'from the lowest' }),
  ...list('classWeights', ['classWeights'], 'balanced', (t) => t('settings.classWeightChoices.balanced'), 'firstEpoch'),
  ...['setosa', 'versicolor', 'virginica'].map(
    (name): Change => ({
      field: 'classWeights',
      role: 'textbox',
      name: (t) => t('settings.weightOf', { name }),
      deed: { type: '5' },
      gives: (before) => withValue(before, ['classWeights', name], 5),
      sign: 'firstEpoch',
      given: [oneByOne]
    })
  ),
  ...list('reduction', ['loss', 'reduction'], 'sum', (t) => t('settings.reductions.sum'), 'firstEpoch')
]

const training: Change[] = [
  ...list('optimizer', ['optimizer'], { kind: 'adam' }, (t) => t('settings.optimizers.adam'), 'firstEpoch'),
  ...number('learningRate', ['learningRate'], { typed: 0.02, sign: 'firstEpoch' }),
  ...list('schedule', ['schedule'], { kind: 'cosine' }, (t) => t('settings.schedules.cosine'), 'rate'),
  ...number('batchSize', ['batchSize'], { typed: 10, sign: 'firstEpoch' }),
  ...number('epochs', ['epochs'], { typed: 60, sign: 'goal' }),
  ...tick('nesterov', ['optimizer', 'nesterov'], true, true, 'firstEpoch', {
    given: [{ role: 'textbox', name: (t) => t('settings.momentum'), deed: { type: '0.9' } }]
  }),
  ...number('clip', ['clip'], { typed: 0.01, sign: 'firstEpoch', buttons: 'none' })
]

const stopping: Change[] = [
  ...number('stopLoss', ['stop', 'loss'], { typed: 10, sign: 'end', buttons: 'none' }),
  ...number('stopAccuracy', ['stop', 'metric'], { typed: 0.1, sign: 'end', buttons: 'none' }),
  ...number('patience', ['stop', 'patience'], { typed: 1, sign: 'end', buttons: 'none' }),
  ...number('stopSeconds', ['stop', 'seconds'], { typed: 1e-6, sign: 'end', buttons: 'none' }),
  ...tick('keepBest', ['keepBest'], true, true, 'end'),
  // Only a network of a million parameters is not judged after every epoch anyhow.
  ...list('evaluation', ['evaluation'], 'every', (t) => t('settings.evaluations.every'), 'thirdEpoch', {
    given: [{ role: 'textbox', name: (t) => t('settings.hidden'), deed: { type: '820, 820' } }]
  })
]

const seeds: Change[] = (
  [
    ['split', 'figures'],
    ['init', 'figures'],
    ['shuffle', 'firstEpoch']
  ] as const
).flatMap(([name, sign]) => number(name, ['seeds', name], { typed: 7, sign, buttons: 'none' }))

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

const optimizerScenes: Scene[] = Array.from(
  firstWith(optimizerKinds, (kind) => Object.keys(optimizers[kind].options)),
  ([kind, names]) => ({
    title: `the options of ${kind}`,
    data: 'iris',
    given: [choose((t) => t('settings.optimizer'), (t) => t(`settings.optimizers.${kind}`))],
    changes: (names as OptimizerOptionName[]).flatMap((name) =>
      number(name, ['optimizer', name], {
        typed: optimizerNumbers[name],
        sign: 'firstEpoch',
        usual: optimizerOptions[name].default,
        buttons: name === 'momentum' ? 'from the lowest' : 'both'
      })
    )
  })
)

const scheduleNumbers: Readonly<Record<ScheduleOptionName, number>> = { every: 7, factor: 0.4, floor: 0.3 }

const scheduleScenes: Scene[] = Array.from(
  firstWith(
    scheduleKinds.filter((kind) => kind !== 'constant'),
    (kind) => schedules[kind].options
  ),
  ([kind, names]) => ({
    title: `the options of ${kind}`,
    data: 'iris',
    given: [choose((t) => t('settings.schedule'), (t) => t(`settings.schedules.${kind}`))],
    changes: [
      ...(names as ScheduleOptionName[]).flatMap((name) =>
        number(name, ['schedule', name], {
          typed: scheduleNumbers[name],
          sign: 'rate',
          usual: scheduleDefault(kind, name),
          buttons: name === 'floor' ? 'from the lowest' : 'both'
        })
      ),
      ...(kind === 'step' ? number('warmUp', ['schedule', 'warmUp'], { typed: 5, sign: 'rate', usual: 0, buttons: 'from the lowest' }) : [])
    ]
  })
)

const foldBox = (name: Step['name'], typed: number, split: Settings['split']): Change => ({
  field: 'splitKind',
  role: 'textbox',
  name,
  deed: { type: String(typed) },
  gives: (before) => withValue(before, ['split'], split),
  sign: 'figures'
})
const splitBy = (kind: Settings['split']['kind']) => choose((t) => t('settings.splitKind'), (t) => t(`preparation.splits.${kind}`))

const splitScenes: Scene[] = [
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

const target = (name: Step['name'], deed: Step['deed'], role: Step['role'], gives: Partial<Settings>, given: readonly Step[] = []): Change => ({
  field: 'target',
  role,
  name,
  deed,
  gives: (before) => ({ ...before, ...gives }),
  sign: 'figures',
  given
})
const oneMore: Step = { role: 'button', name: (t) => t('preparation.addTarget'), deed: { press: true } }

const ownScenes: Scene[] = [
  {
    title: 'a table with texts and missing values',
    data: 'own',
    given: [
      { role: 'button', name: (t) => t('settings.none'), deed: { press: true } },
      { role: 'checkbox', name: (t) => `x ${t('settings.missingCount', { count: 3 })} ${t('data.types.number')}`, deed: { tick: true } },
      { role: 'checkbox', name: (t) => `y ${t('data.types.number')}`, deed: { tick: true } },
      { role: 'checkbox', name: (t) => `colour ${t('data.types.category')}`, deed: { tick: true } }
    ],
    changes: [
      ...list('missing', ['missing'], 'indicator', (t) => t('preparation.missings.indicator'), 'network'),
      ...list('encode', ['encode'], 'ordinal', (t) => t('preparation.encodings.ordinal'), 'network'),
      ...number('positiveWeight', ['loss', 'positiveWeight'], {
        typed: 4,
        sign: 'figures',
        usual: lossOptions.positiveWeight.default,
        given: [choose((t) => t('settings.loss'), (t) => t('settings.losses.binary-cross-entropy'))]
      }),
      ...list('splitKind', ['split'], { kind: 'column', column: 'part' }, (t) => t('preparation.splits.column'), 'figures'),
      {
        field: 'splitKind',
        role: 'combobox',
        name: (t) => t('preparation.splitColumn'),
        deed: { choose: 'other_part' },
        gives: (before) => withValue(before, ['split'], { kind: 'column', column: 'other_part' }),
        sign: 'figures',
        given: [splitBy('column')]
      }
    ]
  },
  {
    title: 'what to predict',
    data: 'own',
    given: [],
    changes: [
      ...list('target', ['targets'], ['weight'], 'weight', 'network').map((change) => ({
        ...change,
        gives: (before: Settings): Settings => ({
          ...before,
          targets: ['weight'],
          task: 'regression',
          features: others('weight'),
          loss: { kind: 'mean-squared-error' }
        })
      })),
      target((t) => t('preparation.addTarget'), { press: true }, 'button', {
        targets: ['heavy', 'wide'],
        task: 'multilabel',
        features: others('heavy', 'wide'),
        loss: { kind: 'binary-cross-entropy' }
      }),
      target(
        (t) => t('preparation.nthTarget', { number: 2 }),
        { choose: 'tall' },
        'combobox',
        { targets: ['heavy', 'tall'], features: others('heavy', 'tall') },
        [oneMore]
      ),
      target(
        (t) => t('preparation.removeTarget', { name: 'wide' }),
        { press: true },
        'button',
        { targets: ['heavy'], task: 'classification', features: others('heavy') },
        [oneMore]
      )
    ]
  },
  {
    title: 'classes that are numbers',
    data: 'own',
    given: [choose((t) => t('settings.target'), 'grade')],
    changes: [
      ...list('task', ['task'], 'regression', (t) => t('settings.tasks.regression'), 'network').map((change) => ({
        ...change,
        gives: (before: Settings): Settings => ({ ...before, task: 'regression', loss: { kind: 'mean-squared-error' } })
      })),
      ...number('margin', ['loss', 'margin'], {
        typed: 3,
        sign: 'figures',
        usual: lossOptions.margin.default,
        given: [choose((t) => t('settings.loss'), (t) => t('settings.losses.multiclass-hinge'))]
      })
    ]
  },
  {
    title: 'numbers to predict',
    data: 'own',
    given: [choose((t) => t('settings.target'), 'weight')],
    changes: [
      ...tick('scaleTargets', ['scaleTargets'], false, 'none', 'figures'),
      ...number('delta', ['loss', 'delta'], {
        typed: 0.2,
        sign: 'figures',
        usual: lossOptions.delta.default,
        given: [choose((t) => t('settings.loss'), (t) => t('settings.losses.huber'))]
      }),
      ...number('stopR2', ['stop', 'metric'], { typed: 0.1, sign: 'end', buttons: 'none' })
    ]
  }
]

/** Every control of the sidebar, in the order of its sections, and then those that come with some settings only. */
export const scenes: readonly Scene[] = [
  { title: 'the data', data: 'iris', given: [], changes: data },
  { title: 'the network', data: 'iris', given: [], changes: network },
  { title: 'the loss', data: 'iris', given: [], changes: loss },
  { title: 'the training', data: 'iris', given: [], changes: training },
  { title: 'the end', data: 'iris', given: [], changes: stopping },
  { title: 'chance', data: 'iris', given: [], changes: seeds },
  ...optimizerScenes,
  ...scheduleScenes,
  ...splitScenes,
  ...ownScenes
]
