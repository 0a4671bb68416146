import { initializerNames } from '../nn/initializers'
import { evaluationChoices, missingChoices, scalings, tasks, textEncodings } from './choices'
import { limits } from './limits'
import type { Effect, Setting } from './setting'

/**
 * Everything a person chooses about an experiment, but the data file, in the order in which it is stored. What repeats a run: these, the
 * file, and the build. A key is the stored name. From an entry follow its schema, its default, what a change of it makes necessary, its
 * flag and its line of --help; see Setting.
 */
export const settingsCatalogue = {
  /** The columns to predict: one for classes, one or more for labels and numbers. */
  targets: { kind: 'structured', required: true, effect: 'data' },
  /** The columns to predict it from, by name. */
  features: { kind: 'structured', required: true, effect: 'data' },
  task: {
    kind: 'choice',
    choices: tasks,
    required: true,
    effect: 'data',
    flag: {
      name: 'task',
      group: 'data',
      default: { en: 'from the target', zh: '由目标列决定' },
      help: {
        en: 'text, or at most 20 distinct whole numbers: classification; other numbers: regression; several yes/no columns: multilabel',
        zh: '文本或不超过 20 种整数为分类；其他数值为回归；多个是/否列为多标签'
      }
    }
  },
  missing: {
    kind: 'choice',
    choices: missingChoices,
    default: 'drop',
    effect: 'data',
    flag: {
      name: 'missing',
      group: 'preparing',
      help: {
        en: 'how missing values are handled: their rows are dropped; or they are filled with the mean, median or mode of the training rows (text always with the mode); indicator: mean, plus an input that is 1 where the value is missing',
        zh: '缺失值的处理：丢弃所在行；或用训练行的均值、中位数、众数填充（文本总用众数）；indicator：均值填充 + 缺失标记（0/1 输入）'
      }
    }
  },
  encode: {
    kind: 'choice',
    choices: textEncodings,
    default: 'one-hot',
    effect: 'data',
    flag: {
      name: 'encode',
      group: 'preparing',
      help: {
        en: 'how categories become inputs: one 0/1 input for each, or the index of the category in code-point order, from 0, scaled like a number',
        zh: '类别编码：独热编码（每个类别一个 0/1 输入），或序数编码（按码位排序的序号，从 0 起，与数值一样缩放）'
      }
    }
  },
  scale: {
    kind: 'choice',
    choices: scalings,
    default: 'standard',
    required: true,
    effect: 'data',
    flag: {
      name: 'scale',
      group: 'preparing',
      help: {
        en: 'how numbers are scaled, from the training rows: mean and standard deviation, minimum and maximum, or median and interquartile range; none leaves them as they are',
        zh: '数值的缩放方式（按训练行计算）：均值与标准差、最小值与最大值、中位数与四分位距；none 保持原样'
      }
    }
  },
  /** By the feature's name: what it is prepared with where it is not what all the others are. */
  overrides: { kind: 'structured', default: {}, effect: 'data' },
  /** Whether targets that are numbers are standardised; the loss is in those units. */
  scaleTargets: {
    kind: 'choice',
    choices: ['none', 'standard'],
    default: 'standard',
    effect: 'data',
    flag: {
      name: 'scale-targets',
      group: 'preparing',
      value: 'standard|none',
      help: {
        en: 'whether numeric targets are standardized; the loss is in those units',
        zh: '是否标准化数值目标；损失以该单位计'
      }
    }
  },
  split: { kind: 'structured', default: { kind: 'ratio', stratified: true }, effect: 'data' },
  /** The part of the rows kept for testing, where the split is by ratio. */
  test: {
    kind: 'number',
    range: { min: 0, exclusiveMax: 1 },
    default: 0.25,
    required: true,
    effect: 'data',
    flag: {
      name: 'test',
      group: 'split',
      help: { en: 'the fraction of rows kept for testing, 0 ≤ x < 1', zh: '留作测试的行所占比例，0 ≤ x < 1' }
    }
  },
  /** The part of all rows kept for validation, besides the test rows. */
  validation: {
    kind: 'number',
    range: { min: 0, exclusiveMax: 1 },
    default: 0,
    effect: 'data',
    flag: {
      name: 'validation',
      group: 'split',
      help: {
        en: 'the fraction of all rows kept for validation, in addition to the test rows',
        zh: '在测试行之外留作验证的行占全部行的比例'
      }
    }
  },
  hidden: { kind: 'structured', default: [{ units: 16, activation: 'tanh' }], required: true, effect: 'network' },
  bias: {
    kind: 'switch',
    default: true,
    required: true,
    effect: 'network',
    flag: {
      name: 'no-bias',
      group: 'network',
      default: { en: 'with biases', zh: '有偏置' },
      help: { en: 'layers without biases', zh: '各层不使用偏置' }
    }
  },
  /** The targets are prepared for the loss. */
  loss: { kind: 'structured', required: true, effect: 'data' },
  /** The weight of each class: `balanced` (n / (classes · n_class), of the training rows), or a factor by name; null for 1 each. */
  classWeights: { kind: 'structured', default: null, effect: 'network' },
  l1: {
    kind: 'number',
    range: { min: 0 },
    default: 0,
    effect: 'live',
    flag: { name: 'l1', group: 'loss', help: { en: 'adds x · Σ |W| to the loss', zh: '在损失上加 x · Σ |W|' } }
  },
  l2: {
    kind: 'number',
    range: { min: 0 },
    default: 0,
    required: true,
    effect: 'live',
    flag: { name: 'l2', group: 'loss', help: { en: 'adds x · Σ W² to the loss', zh: '在损失上加 x · Σ W²' } }
  },
  /** The probability with which units of hidden layers are dropped in a step. */
  dropout: {
    kind: 'number',
    range: { min: 0, exclusiveMax: 1 },
    default: 0,
    effect: 'network',
    flag: {
      name: 'dropout',
      group: 'network',
      value: 'P',
      help: { en: 'the fraction of hidden units dropped in each step, 0 ≤ p < 1', zh: '每步丢弃的隐藏单元比例，0 ≤ p < 1' }
    }
  },
  initializer: {
    kind: 'choice',
    choices: ['auto', ...initializerNames],
    default: 'auto',
    effect: 'network',
    flag: {
      name: 'init',
      group: 'network',
      value: 'NAME',
      default: {
        en: 'auto: he-normal for ReLU variants, else xavier-uniform',
        zh: 'auto：ReLU 系列用 he-normal，其余用 xavier-uniform'
      },
      help: { en: initializerNames.join(', '), zh: initializerNames.join('、') }
    }
  },
  optimizer: { kind: 'structured', default: { kind: 'sgd' }, effect: 'network' },
  schedule: { kind: 'structured', default: { kind: 'constant' }, effect: 'live' },
  /** The largest norm of all gradients together; null for no limit. */
  clip: {
    kind: 'number',
    range: { exclusiveMin: 0 },
    nullable: true,
    default: null,
    effect: 'live',
    flag: {
      name: 'clip',
      group: 'training',
      default: { en: 'no limit', zh: '不限制' },
      help: { en: 'limit of the global gradient norm', zh: '梯度总范数的上限（梯度裁剪）' }
    }
  },
  learningRate: {
    kind: 'number',
    range: { exclusiveMin: 0 },
    default: 0.1,
    required: true,
    effect: 'live',
    flag: { name: 'learning-rate', group: 'training', help: { en: 'step size of gradient descent', zh: '梯度下降的步长' } }
  },
  batchSize: {
    kind: 'number',
    range: { min: 1, max: limits.batchSize, integer: true },
    default: 16,
    required: true,
    effect: 'live',
    flag: { name: 'batch-size', group: 'training', help: { en: 'rows in a mini-batch', zh: '每个小批量的行数' } }
  },
  epochs: {
    kind: 'number',
    range: { min: 1, max: limits.epochs, integer: true },
    default: 100,
    required: true,
    effect: 'live',
    flag: { name: 'epochs', group: 'training', help: { en: 'passes over the training rows', zh: '遍历训练数据的轮数' } }
  },
  seeds: {
    kind: 'structured',
    default: { split: 1, init: 1, shuffle: 1 },
    required: true,
    effect: { split: 'data', init: 'network', shuffle: 'network' }
  },
  /** f64 by default, so that every figure shown is the one computed. */
  precision: {
    kind: 'choice',
    choices: ['f32', 'f64'],
    default: 'f64',
    required: true,
    effect: 'data',
    flag: { name: 'precision', group: 'network', help: { en: 'floating-point precision of training', zh: '训练时的数值精度' } }
  },
  evaluation: {
    kind: 'choice',
    choices: evaluationChoices,
    default: 'auto',
    effect: 'network',
    flag: {
      name: 'evaluate',
      group: 'training',
      help: {
        en: 'when losses are evaluated: every epoch, or auto: with large networks less often, so that it takes at most a quarter of the work',
        zh: '何时计算损失：every 每轮计算；auto 对大网络降低频率，使其至多占四分之一的计算量'
      }
    }
  },
  /** The rules that end a run before its last epoch, each or none: see StopRule. */
  stop: { kind: 'structured', default: { loss: null, metric: null, patience: null, seconds: null }, effect: 'none' },
  /** Whether the result is the weights of the epoch with the lowest watched loss, and not those of the last. */
  keepBest: {
    kind: 'switch',
    default: false,
    effect: 'none',
    flag: {
      name: 'keep-best',
      group: 'training',
      default: { en: 'the last epoch', zh: '最后一轮' },
      help: {
        en: 'saves the weights of the epoch with the lowest loss on the validation rows (else the test, else the training rows)',
        zh: '保存验证集（没有则测试集，再没有则训练集）损失最低一轮的权重'
      }
    }
  }
} as const satisfies Readonly<Record<string, Setting>>

export type SettingsCatalogue = typeof settingsCatalogue

export type SettingName = keyof SettingsCatalogue

export const settingNames = Object.keys(settingsCatalogue) as SettingName[]

/** The names of the settings whose entry is of a kind. */
export type NamesOfKind<Kind extends Setting['kind']> = {
  [Name in SettingName]: SettingsCatalogue[Name] extends { readonly kind: Kind } ? Name : never
}[SettingName]

/** The names of the settings with such an effect as a whole. */
export type NamesOfEffect<Some extends Effect> = {
  [Name in SettingName]: SettingsCatalogue[Name] extends { readonly effect: Some } ? Name : never
}[SettingName]

/** The names of the settings that have a default. */
export type NamesWithDefault = {
  [Name in SettingName]: SettingsCatalogue[Name] extends { readonly default: unknown } ? Name : never
}[SettingName]

export function settingOf(name: SettingName): Setting {
  return settingsCatalogue[name]
}
