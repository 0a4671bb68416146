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

/** Defines the flag of an optimizer option: its help names the optimizers that have it, its default is theirs. */
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
      default: { en: 'required for a file; samples and toy datasets have their own', zh: '文件必填；示例数据和合成数据集使用自带的目标列' },
      help: {
        en: 'the column to predict, or several: yes/no labels, or numbers; put a name with a comma in double quotes',
        zh: '要预测的列，可以有多列：是/否标签或数值；含逗号的列名请加双引号'
      }
    })
  },
  features: {
    features: flag({
      value: 'A,B,…',
      group: 'data',
      default: { en: 'all columns that carry information', zh: '所有含信息的列' },
      help: {
        en: 'the columns to predict it from; put a name with a comma in double quotes',
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
        en: 'per-column settings, such as "age:missing=median,scale=robust;city:encode=ordinal"',
        zh: '单列设置，如 "年龄:missing=median,scale=robust;城市:encode=ordinal"'
      }
    })
  },
  split: {
    unstratified: flag({
      value: null,
      group: 'split',
      default: { en: 'stratified by class', zh: '按类别分层' },
      help: { en: 'draws the test rows from all rows, whatever their class', zh: '不按类别分层，从全部行中抽取测试行' }
    }),
    'split-column': flag({
      value: 'COLUMN',
      group: 'split',
      default: { en: 'random by seed', zh: '按种子随机抽取' },
      help: { en: 'the column that says train, test or validation', zh: '用来指明 train、test、validation（训练、测试、验证）的列' }
    }),
    'split-last': flag({
      value: 'N',
      group: 'split',
      default: { en: 'random by seed', zh: '按种子随机抽取' },
      help: { en: 'the last N rows are the test rows', zh: '最后 N 行用于测试' }
    }),
    folds: flag({
      value: 'K',
      group: 'split',
      default: { en: 'one run', zh: '只训练一次' },
      help: {
        en: 'k-fold cross-validation: K runs, each testing on another part of the rows; their files are in DIR/fold-1, DIR/fold-2, …',
        zh: 'k 折交叉验证：训练 K 次，各部分的行轮流用于测试；每次的文件在 DIR/fold-1、DIR/fold-2……'
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
        en: 'softmax-cross-entropy for classification, mean-squared-error for regression',
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
      help: { en: 'where the Huber loss turns from quadratic to linear', zh: 'Huber 损失由二次转为线性的位置' }
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
      default: { en: '1 for each class', zh: '各类别均为 1' },
      help: {
        en: 'weight of each class in softmax-cross-entropy; put a name with a comma in double quotes',
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
    momentum: optimizerOption('momentum', {
      en: 'momentum coefficient: the fraction of the last velocity that is kept',
      zh: '动量系数：保留的上一步速度比例'
    }),
    nesterov: flag({
      value: null,
      group: 'training',
      default: { en: 'without', zh: '不使用' },
      help: { en: 'Nesterov momentum (sgd)', zh: 'Nesterov 动量（sgd）' }
    }),
    decay: optimizerOption('decay', { en: 'decay rate of the mean square', zh: '均方的衰减率' }),
    beta1: optimizerOption('beta1', { en: 'decay rate of the first moment', zh: '一阶矩衰减率' }),
    beta2: optimizerOption('beta2', { en: 'decay rate of the second moment', zh: '二阶矩衰减率' }),
    epsilon: optimizerOption('epsilon', { en: 'small constant against division by zero', zh: '数值稳定项，防止除零的小常数' }),
    'weight-decay': optimizerOption('weightDecay', {
      en: 'decoupled weight decay: each step subtracts x · learning rate · parameter',
      zh: '解耦权重衰减：每步减去 x · 学习率 · 参数'
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
      help: { en: 'the split: which rows are for testing', zh: '划分：哪些行用于测试' }
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
      help: { en: 'shuffling: the order of the rows in each epoch', zh: '打乱：每轮中各行的顺序' }
    })
  },
  stop: {
    'stop-loss': flag({
      value: 'X',
      group: 'training',
      default: never,
      help: {
        en: 'ends the run when the loss on the validation rows (without any, the test rows; else the training rows) is below X',
        zh: '验证集（没有则测试集，再没有则训练集）的损失低于 X 时停止'
      }
    }),
    'stop-accuracy': flag({
      value: 'X',
      group: 'training',
      default: never,
      help: {
        en: 'ends the run when accuracy, or R², on these rows is above X (0 to 1)',
        zh: '上述数据的准确率或 R² 高于 X（0 到 1）时停止'
      }
    }),
    patience: flag({
      value: 'N',
      group: 'training',
      default: never,
      help: {
        en: 'early stopping: ends the run after N epochs without a lower loss on these rows',
        zh: '早停：上述数据的损失连续 N 轮没有降低时停止'
      }
    }),
    'stop-seconds': flag({
      value: 'S',
      group: 'training',
      default: never,
      help: { en: 'ends the run at the end of the epoch in which S seconds have passed', zh: '训练满 S 秒后，在当轮结束时停止' }
    })
  }
} as const satisfies Readonly<Record<NamesOfKind<'structured'>, Readonly<Record<string, Flag>>>>

/** Names of all these flags. */
export type StructuredFlagName = {
  [Name in keyof typeof structuredFlags]: keyof (typeof structuredFlags)[Name]
}[keyof typeof structuredFlags]

/** Flag of each option of a loss, and of an optimizer. */
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

/** Flag of each stopping rule. */
export const stopRuleFlags = {
  loss: 'stop-loss',
  metric: 'stop-accuracy',
  patience: 'patience',
  seconds: 'stop-seconds'
} as const satisfies Record<keyof Settings['stop'], StructuredFlagName>
