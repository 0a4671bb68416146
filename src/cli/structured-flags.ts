import {
  activationNames,
  defaultSettings,
  lossKinds,
  losses,
  optimizerKinds,
  optimizers,
  scheduleKinds,
  type LossOptionName,
  type NamesOfKind,
  type OptimizerOptionName,
  type Options,
  type Settings
} from '#core'
import { flag, type BothLanguages, type Flag } from './flag'

const { hidden, seeds } = defaultSettings
const { positiveWeight } = losses['binary-cross-entropy'].options
const { delta } = losses.huber.options
const { margin } = losses['multiclass-hinge'].options
const fromSeed: BothLanguages = { en: `--seed, else ${seeds.split}`, zh: `--seed，否则 ${seeds.split}` }
const never: BothLanguages = { en: 'never', zh: '不限' }

/** The flag of an option of the optimizers: its help names those that take it, its default is theirs. */
function optimizerOption(name: OptimizerOptionName, help: BothLanguages): Flag {
  const taking = optimizerKinds.filter((kind) => name in optimizers[kind].options)
  const defaults = taking.map((kind) => String((optimizers[kind].options as Options)[name].default))
  return flag({
    value: 'X',
    group: 'training',
    default: [...new Set(defaults)].join(', '),
    help: { en: `${help.en} (${taking.join(', ')})`, zh: `${help.zh}（${taking.join('、')}）` }
  })
}

/** The flags of the settings that are neither a number, nor a choice, nor a switch. */
export const structuredFlags = {
  targets: {
    target: flag({
      value: 'COLUMN[,…]',
      group: 'data',
      default: { en: "required for a file; a sample's or toy set's own", zh: '文件必填；示例数据和玩具数据集用其自带目标' },
      help: {
        en: 'the column to predict, or several: labels of yes and no, or numbers; a name with a comma goes in double quotes',
        zh: '要预测的列，可以有多列：是/否标签或数值；含逗号的列名请加双引号'
      }
    })
  },
  features: {
    features: flag({
      value: 'A,B,…',
      group: 'data',
      default: { en: 'all columns that carry something', zh: '所有含信息的列' },
      help: {
        en: 'the columns to predict it from; a name with a comma goes in double quotes',
        zh: '用来预测的列；含逗号的列名请加双引号'
      }
    })
  },
  overrides: {
    override: flag({
      value: 'A:missing=X,encode=Y,scale=Z[;B:…]',
      group: 'preparing',
      default: { en: 'the same for all', zh: '各列相同' },
      help: {
        en: 'other choices for single columns, such as "age:missing=median,scale=robust;city:encode=ordinal"',
        zh: '对单个列另作选择，如 "年龄:missing=median,scale=robust;城市:encode=ordinal"'
      }
    })
  },
  split: {
    unstratified: flag({
      value: null,
      group: 'split',
      default: { en: 'class by class', zh: '按类别分层' },
      help: { en: 'draws the test rows from all rows together', zh: '不分类别，从全部行中抽取测试行' }
    }),
    'split-column': flag({
      value: 'COLUMN',
      group: 'split',
      default: { en: 'drawn by seed', zh: '按种子抽取' },
      help: { en: 'the column that says train, test or validation', zh: '用来指明 train、test、validation（训练、测试、验证）的列' }
    }),
    'split-last': flag({
      value: 'N',
      group: 'split',
      default: { en: 'drawn by seed', zh: '按种子抽取' },
      help: { en: 'the last N rows are the test rows', zh: '最后 N 行用于测试' }
    }),
    folds: flag({
      value: 'K',
      group: 'split',
      default: { en: 'one run', zh: '只训练一次' },
      help: {
        en: 'cross-validation: K runs, each part of the rows being the test rows once; each run has its files in DIR/fold-1, DIR/fold-2, …',
        zh: '交叉验证：训练 K 次，各部分的行轮流用于测试；每次的文件在 DIR/fold-1、DIR/fold-2……'
      }
    })
  },
  hidden: {
    hidden: flag({
      value: '16,8',
      group: 'network',
      default: hidden.map(({ units }) => units).join(','),
      help: { en: 'units of each hidden layer; none for no hidden layer', zh: '各隐藏层的单元数；none 表示没有隐藏层' }
    }),
    activation: flag({
      value: 'NAME[,…]',
      group: 'network',
      choices: activationNames,
      list: true,
      default: hidden[0].activation,
      help: {
        en: `${activationNames.join(', ')}: one for all hidden layers, or one each`,
        zh: `${activationNames.join('、')}：各隐藏层通用一个，或每层一个`
      }
    })
  },
  loss: {
    loss: flag({
      value: 'NAME',
      group: 'loss',
      choices: lossKinds,
      default: {
        en: 'softmax-cross-entropy for classes, mean-squared-error for numbers',
        zh: '分类用 softmax-cross-entropy，回归用 mean-squared-error'
      },
      help: { en: lossKinds.join(', '), zh: lossKinds.join('、') }
    }),
    'positive-weight': flag({
      value: 'W',
      group: 'loss',
      default: String(positiveWeight.default),
      help: { en: 'weight of the positive class in binary-cross-entropy', zh: 'binary-cross-entropy 中正类的权重' }
    }),
    'huber-delta': flag({
      value: 'D',
      group: 'loss',
      default: String(delta.default),
      help: { en: 'where the square of the huber loss becomes a line', zh: 'huber 损失由平方转为直线的位置' }
    }),
    margin: flag({
      value: 'M',
      group: 'loss',
      default: String(margin.default),
      help: { en: 'the margin of multiclass-hinge', zh: 'multiclass-hinge 的间隔' }
    })
  },
  classWeights: {
    'class-weights': flag({
      value: 'balanced|A=1,B=2',
      group: 'loss',
      default: { en: '1 for each class', zh: '各类均为 1' },
      help: {
        en: 'what each class counts in softmax-cross-entropy; a name with a comma goes in double quotes',
        zh: 'softmax-cross-entropy 中各类别的权重；含逗号的类名请加双引号'
      }
    })
  },
  optimizer: {
    optimizer: flag({
      value: 'NAME',
      group: 'training',
      choices: optimizerKinds,
      default: defaultSettings.optimizer.kind,
      help: { en: optimizerKinds.join(', '), zh: optimizerKinds.join('、') }
    }),
    momentum: optimizerOption('momentum', { en: 'the part of the last velocity that is kept', zh: '保留的上一步速度比例' }),
    nesterov: flag({
      value: null,
      group: 'training',
      default: { en: 'without', zh: '不使用' },
      help: { en: "Nesterov's look-ahead (sgd)", zh: 'Nesterov 前瞻（sgd）' }
    }),
    decay: optimizerOption('decay', { en: 'the part of the old mean square that is kept', zh: '保留的旧均方比例' }),
    beta1: optimizerOption('beta1', { en: 'decay of the first moment', zh: '一阶矩的衰减' }),
    beta2: optimizerOption('beta2', { en: 'decay of the second moment', zh: '二阶矩的衰减' }),
    epsilon: optimizerOption('epsilon', { en: 'added to the root of the mean square', zh: '加在均方根上的常数' }),
    'weight-decay': optimizerOption('weightDecay', {
      en: 'the part of each parameter taken off a step, times the learning rate',
      zh: '每步按学习率衰减的参数比例'
    })
  },
  schedule: {
    schedule: flag({
      value: 'NAME[:A=X,…]',
      group: 'training',
      default: defaultSettings.schedule.kind,
      help: {
        en: `${scheduleKinds.join(', ')}; step:every=30,factor=0.1 · exponential:factor=0.95 · cosine:floor=0 · any with warm-up=EPOCHS`,
        zh: `${scheduleKinds.join('、')}；step:every=30,factor=0.1 · exponential:factor=0.95 · cosine:floor=0 · 均可加 warm-up=轮数`
      }
    })
  },
  seeds: {
    seed: flag({
      value: 'N',
      group: 'seeds',
      default: String(seeds.split),
      help: { en: 'sets the three seeds below that are not given', zh: '设定下面三个中未给出的种子' }
    }),
    'seed-split': flag({
      value: 'N',
      group: 'seeds',
      default: fromSeed,
      help: { en: 'which rows are for testing', zh: '哪些行用于测试' }
    }),
    'seed-init': flag({
      value: 'N',
      group: 'seeds',
      default: fromSeed,
      help: { en: 'the initial weights', zh: '初始权重' }
    }),
    'seed-shuffle': flag({
      value: 'N',
      group: 'seeds',
      default: fromSeed,
      help: { en: 'the order of the rows in each epoch', zh: '每轮中各行的顺序' }
    })
  },
  stop: {
    'stop-loss': flag({
      value: 'X',
      group: 'training',
      default: never,
      help: {
        en: 'ends the run when the loss of the validation rows, else of the test rows, else of the training rows is below X',
        zh: '验证集（没有则测试集，再没有则训练集）的损失低于 X 时结束'
      }
    }),
    'stop-accuracy': flag({
      value: 'X',
      group: 'training',
      default: never,
      help: { en: 'the same when their accuracy, or R², is above X (0 to 1)', zh: '同上，准确率或 R² 高于 X（0 到 1）时结束' }
    }),
    patience: flag({
      value: 'N',
      group: 'training',
      default: never,
      help: { en: 'the same when their loss has not been lower for N epochs', zh: '同上，损失连续 N 轮没有降低时结束' }
    }),
    'stop-seconds': flag({
      value: 'S',
      group: 'training',
      default: never,
      help: { en: 'ends the run with the epoch in which S seconds are over', zh: '训练满 S 秒后，在当轮结束时停止' }
    })
  }
} as const satisfies Readonly<Record<NamesOfKind<'structured'>, Readonly<Record<string, Flag>>>>

/** The names of all these flags. */
export type StructuredFlagName = {
  [Name in keyof typeof structuredFlags]: keyof (typeof structuredFlags)[Name]
}[keyof typeof structuredFlags]

/** The flag of each number of a loss, and of an optimizer. */
export const lossOptionFlags = { positiveWeight: 'positive-weight', delta: 'huber-delta', margin: 'margin' } as const satisfies Record<
  LossOptionName,
  StructuredFlagName
>
export const optimizerOptionFlags = {
  momentum: 'momentum',
  decay: 'decay',
  beta1: 'beta1',
  beta2: 'beta2',
  epsilon: 'epsilon',
  weightDecay: 'weight-decay'
} as const satisfies Record<OptimizerOptionName, StructuredFlagName>

/** The flag of each rule that ends a run. */
export const stopRuleFlags = {
  loss: 'stop-loss',
  metric: 'stop-accuracy',
  patience: 'patience',
  seconds: 'stop-seconds'
} as const satisfies Record<keyof Settings['stop'], StructuredFlagName>
