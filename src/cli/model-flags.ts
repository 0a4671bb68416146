import { activationNames, defaultSettings, initializerNames, lossKinds, losses } from '#core'
import { flag, type Flag } from './flag'

const { hidden } = defaultSettings
const { positiveWeight } = losses['binary-cross-entropy'].options
const { delta } = losses.huber.options
const { margin } = losses['multiclass-hinge'].options

/** The flags about the network and the loss. */
export const modelFlags = {
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
  }),
  'no-bias': flag({
    value: null,
    group: 'network',
    default: { en: 'with biases', zh: '有偏置' },
    help: { en: 'layers without biases', zh: '各层不使用偏置' }
  }),
  init: flag({
    value: 'NAME',
    group: 'network',
    choices: ['auto', ...initializerNames],
    default: { en: 'auto: he-normal for relu and its kin, else xavier-uniform', zh: 'auto：relu 一类用 he-normal，其余用 xavier-uniform' },
    help: { en: initializerNames.join(', '), zh: initializerNames.join('、') }
  }),
  dropout: flag({
    value: 'P',
    group: 'network',
    default: String(defaultSettings.dropout),
    help: { en: 'the share of hidden units dropped in each step, 0 ≤ p < 1', zh: '每步丢弃的隐藏单元比例，0 ≤ p < 1' }
  }),
  precision: flag({
    value: 'f32|f64',
    group: 'network',
    choices: ['f32', 'f64'],
    default: defaultSettings.precision,
    help: { en: 'how weights are stored while training', zh: '训练时权重的存储精度' }
  }),
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
  'class-weights': flag({
    value: 'balanced|A=1,B=2',
    group: 'loss',
    default: { en: '1 for each class', zh: '各类均为 1' },
    help: {
      en: 'what each class counts in softmax-cross-entropy; a name with a comma goes in double quotes',
      zh: 'softmax-cross-entropy 中各类别的权重；含逗号的类名请加双引号'
    }
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
  }),
  l1: flag({
    value: 'X',
    group: 'loss',
    default: String(defaultSettings.l1),
    help: { en: 'adds x · Σ |W| to the loss', zh: '在损失上加 x · Σ |W|' }
  }),
  l2: flag({
    value: 'X',
    group: 'loss',
    default: String(defaultSettings.l2),
    help: { en: 'adds x · Σ W² to the loss', zh: '在损失上加 x · Σ W²' }
  })
} as const satisfies Record<string, Flag>
