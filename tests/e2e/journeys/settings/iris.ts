import type { Settings } from '#core'
import { choose, list, number, tick, withValue, type Change, type Scene, type Step } from './changes'

const layers = (...hidden: [units: number, activation: Settings['hidden'][number]['activation']][]) =>
  hidden.map(([units, activation]) => ({ units, activation }))

const features = (
  role: Step['role'],
  name: Step['name'],
  action: Step['action'],
  wanted: readonly string[],
  given: readonly Step[] = []
): Change => ({
  field: 'features',
  role,
  name,
  action,
  gives: (before) => withValue(before, ['features'], wanted),
  effect: 'network',
  given
})

const hidden = (role: Step['role'], name: Step['name'], action: Step['action'], wanted: Settings['hidden']): Change => ({
  field: 'hidden',
  role,
  name,
  action,
  gives: (before) => withValue(before, ['hidden'], wanted),
  effect: 'network'
})

const irisColumns = ['sepal_length_cm', 'sepal_width_cm', 'petal_length_cm', 'petal_width_cm']
const withoutFirst = features('checkbox', (t) => `sepal_length_cm ${t('data.types.number')}`, { tick: false }, irisColumns.slice(1))

const data: Change[] = [
  withoutFirst,
  features('button', (t) => t('settings.none'), { press: true }, []),
  features('button', (t) => t('settings.all'), { press: true }, irisColumns, [withoutFirst]),
  ...list('scale', ['scale'], 'minmax', (t) => t('settings.scalings.minmax'), 'figures'),
  ...list('split', ['split'], { kind: 'folds', folds: 5, fold: 1 }, (t) => t('preparation.splits.folds'), 'figures'),
  ...number('test', ['test'], { typed: 0.4, effect: 'figures' }),
  {
    field: 'split',
    role: 'checkbox',
    name: (t) => t('preparation.stratified'),
    action: { tick: false },
    gives: (before) => withValue(before, ['split'], { kind: 'ratio', stratified: false }),
    effect: 'figures'
  },
  ...number('validation', ['validation'], { typed: 0.2, effect: 'figures', buttons: 'from the lowest' })
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
  ...number('dropout', ['dropout'], { typed: 0.5, effect: 'firstEpoch', buttons: 'from the lowest' })
]

const oneByOne = choose(
  (t) => t('settings.classWeights'),
  (t) => t('settings.classWeightChoices.custom')
)
const loss: Change[] = [
  ...list('loss', ['loss'], { kind: 'multiclass-hinge' }, (t) => t('settings.losses.multiclass-hinge'), 'figures'),
  ...number('l2', ['l2'], { typed: 0.1, effect: 'firstEpoch', buttons: 'from the lowest' }),
  ...number('l1', ['l1'], { typed: 0.1, effect: 'firstEpoch', buttons: 'from the lowest' }),
  ...list('classWeights', ['classWeights'], 'balanced', (t) => t('settings.classWeightChoices.balanced'), 'firstEpoch'),
  ...['setosa', 'versicolor', 'virginica'].map((name): Change => ({
    field: 'classWeights',
    role: 'textbox',
    name: (t) => t('settings.weightOf', { name }),
    action: { type: '5' },
    gives: (before) => withValue(before, ['classWeights', name], 5),
    effect: 'firstEpoch',
    given: [oneByOne]
  })),
  ...list('reduction', ['loss', 'reduction'], 'sum', (t) => t('settings.reductions.sum'), 'firstEpoch')
]

const training: Change[] = [
  ...list('optimizer', ['optimizer'], { kind: 'adam' }, (t) => t('settings.optimizers.adam'), 'firstEpoch'),
  ...number('learningRate', ['learningRate'], { typed: 0.02, effect: 'firstEpoch' }),
  ...list('schedule', ['schedule'], { kind: 'cosine' }, (t) => t('settings.schedules.cosine'), 'rate'),
  ...number('batchSize', ['batchSize'], { typed: 10, effect: 'firstEpoch' }),
  ...number('epochs', ['epochs'], { typed: 60, effect: 'goal' }),
  ...tick('nesterov', ['optimizer', 'nesterov'], true, true, 'firstEpoch', {
    given: [{ role: 'textbox', name: (t) => t('settings.momentum'), action: { type: '0.9' } }]
  }),
  ...number('clip', ['clip'], { typed: 0.01, effect: 'firstEpoch', buttons: 'none' })
]

const stopping: Change[] = [
  ...number('stopLoss', ['stop', 'loss'], { typed: 10, effect: 'end', buttons: 'none' }),
  ...number('stopAccuracy', ['stop', 'metric'], { typed: 0.1, effect: 'end', buttons: 'none' }),
  ...number('patience', ['stop', 'patience'], { typed: 1, effect: 'end', buttons: 'none' }),
  ...number('stopSeconds', ['stop', 'seconds'], { typed: 1e-6, effect: 'end', buttons: 'none' }),
  ...tick('keepBest', ['keepBest'], true, true, 'end'),
  // Only a network of a million parameters is not judged after every epoch anyhow.
  ...list('evaluation', ['evaluation'], 'every', (t) => t('settings.evaluations.every'), 'thirdEpoch', {
    given: [{ role: 'textbox', name: (t) => t('settings.hidden'), action: { type: '820, 820' } }]
  })
]

const seeds: Change[] = (
  [
    ['split', 'figures'],
    ['init', 'figures'],
    ['shuffle', 'firstEpoch']
  ] as const
).flatMap(([name, effect]) => number(`${name}Seed`, ['seeds', name], { typed: 7, effect, buttons: 'none' }))

/** The controls of the sidebar at a first start, section by section. */
export const irisScenes: readonly Scene[] = [
  { title: 'the data', data: 'iris', given: [], changes: data },
  { title: 'the network', data: 'iris', given: [], changes: network },
  { title: 'the loss', data: 'iris', given: [], changes: loss },
  { title: 'the training', data: 'iris', given: [], changes: training },
  { title: 'the end', data: 'iris', given: [], changes: stopping },
  { title: 'chance', data: 'iris', given: [], changes: seeds }
]
