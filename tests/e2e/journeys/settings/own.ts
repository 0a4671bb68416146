import { losses, type Settings } from '#core'
import { choose, list, number, splitBy, tick, withValue, type Change, type Scene, type Step } from './changes'
import { COLUMNS } from './own-table'

const others = (...targets: string[]) => COLUMNS.filter((name) => !targets.includes(name))

const target = (
  name: Step['name'],
  action: Step['action'],
  role: Step['role'],
  gives: Partial<Settings>,
  given: readonly Step[] = []
): Change => ({
  field: 'targets',
  role,
  name,
  action,
  gives: (before) => ({ ...before, ...gives }),
  effect: 'figures',
  given
})
const oneMore: Step = { role: 'button', name: (t) => t('preparation.addTarget'), action: { press: true } }

/** Controls that come into sight with texts, missing values, answers of yes and no, and numbers to predict. */
export const ownScenes: readonly Scene[] = [
  {
    title: 'a table with texts and missing values',
    data: 'own',
    given: [
      { role: 'button', name: (t) => t('settings.none'), action: { press: true } },
      { role: 'checkbox', name: (t) => `x ${t('settings.missingCount', { count: 3 })} ${t('data.types.number')}`, action: { tick: true } },
      { role: 'checkbox', name: (t) => `y ${t('data.types.number')}`, action: { tick: true } },
      { role: 'checkbox', name: (t) => `colour ${t('data.types.category')}`, action: { tick: true } }
    ],
    changes: [
      ...list('missing', ['missing'], 'indicator', (t) => t('preparation.missings.indicator'), 'network'),
      ...list('encode', ['encode'], 'ordinal', (t) => t('preparation.encodings.ordinal'), 'network'),
      ...number('positiveWeight', ['loss', 'positiveWeight'], {
        typed: 4,
        effect: 'figures',
        usual: losses['binary-cross-entropy'].options.positiveWeight.default,
        given: [
          choose(
            (t) => t('settings.loss'),
            (t) => t('settings.losses.binary-cross-entropy')
          )
        ]
      }),
      ...list('split', ['split'], { kind: 'column', column: 'part' }, (t) => t('preparation.splits.column'), 'figures'),
      {
        field: 'split',
        role: 'combobox',
        name: (t) => t('preparation.splitColumn'),
        action: { choose: 'other_part' },
        gives: (before) => withValue(before, ['split'], { kind: 'column', column: 'other_part' }),
        effect: 'figures',
        given: [splitBy('column')]
      }
    ]
  },
  {
    title: 'what to predict',
    data: 'own',
    given: [],
    changes: [
      ...list('targets', ['targets'], ['weight'], 'weight', 'network').map((change) => ({
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
    given: [choose((t) => t('settings.targets'), 'grade')],
    changes: [
      ...list('task', ['task'], 'regression', (t) => t('settings.tasks.regression'), 'network').map((change) => ({
        ...change,
        gives: (before: Settings): Settings => ({ ...before, task: 'regression', loss: { kind: 'mean-squared-error' } })
      })),
      ...number('margin', ['loss', 'margin'], {
        typed: 3,
        effect: 'figures',
        usual: losses['multiclass-hinge'].options.margin.default,
        given: [
          choose(
            (t) => t('settings.loss'),
            (t) => t('settings.losses.multiclass-hinge')
          )
        ]
      })
    ]
  },
  {
    title: 'numbers to predict',
    data: 'own',
    given: [choose((t) => t('settings.targets'), 'weight')],
    changes: [
      ...tick('scaleTargets', ['scaleTargets'], false, 'none', 'figures'),
      ...number('delta', ['loss', 'delta'], {
        typed: 0.2,
        effect: 'figures',
        usual: losses.huber.options.delta.default,
        given: [
          choose(
            (t) => t('settings.loss'),
            (t) => t('settings.losses.huber')
          )
        ]
      }),
      ...number('stopR2', ['stop', 'metric'], { typed: 0.1, effect: 'end', buttons: 'none' })
    ]
  }
]
