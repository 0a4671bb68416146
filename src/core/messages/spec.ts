import type { TextsOf } from './texts-of'

/** Invalid settings and networks. */
export const specTexts = {
  'spec.whole-number': {
    en: '{field} is {value}; it must be a whole number from {low} to {high}.',
    zh: '{field} 为 {value}；应为 {low} 到 {high} 之间的整数。'
  },
  'spec.above': {
    en: '{field} is {value}; it must be a finite number above {above}.',
    zh: '{field} 为 {value}；应为大于 {above} 的有限数。'
  },
  'spec.between': {
    en: '{field} is {value}; it must be a finite number of at least {from} and below {below}.',
    zh: '{field} 为 {value}；应为不小于 {from} 且小于 {below} 的有限数。'
  },
  'spec.within': {
    en: '{field} is {value}; it must be a number from {low} to {high}.',
    zh: '{field} 为 {value}；应为 {low} 到 {high} 之间的数。'
  },
  'spec.no-toy': {
    en: 'There is no toy dataset named {name}; there are {toys}.',
    zh: '没有名为 {name} 的合成数据集；现有：{toys}。'
  },
  'spec.no-knob': {
    en: 'The toy dataset {toy} has no parameter named {knob}; its parameters are {knobs}.',
    zh: '合成数据集 {toy} 没有名为 {knob} 的参数；它的参数有：{knobs}。'
  },
  'spec.knob-pair': {
    en: '{pair} is not of the form parameter=number, as in toy:moons?size=200&noise=0.1.',
    zh: '{pair} 不是“参数=数值”的形式；正确写法如 toy:moons?size=200&noise=0.1。'
  },
  'spec.class-weights-loss': {
    en: 'Class weights apply only to softmax-cross-entropy; the loss is {loss}.',
    zh: '类别权重只用于 softmax-cross-entropy；当前损失为 {loss}。'
  },
  'spec.non-negative': {
    en: '{field} is {value}; it must be a finite number, 0 or more.',
    zh: '{field} 为 {value}；应为不小于 0 的有限数。'
  },
  'spec.fraction': {
    en: '{field} is {value}; it must be at least 0 and below 1.',
    zh: '{field} 为 {value}；应不小于 0 且小于 1。'
  },
  'spec.lab-locked': {
    en: 'The lab that is being worked on does not allow this change of settings.',
    zh: '正在进行的实验不允许这样更改设置。'
  },
  'spec.choice': {
    en: '{field} is {value}; it must be one of {choices}.',
    zh: '{field} 为 {value}；可选：{choices}。'
  },
  'spec.memory': {
    en: 'Training this network on these data needs {bytes} bytes of memory, more than is available[; the kernels can address {limit}]. Use fewer or narrower layers, smaller batches, or fewer rows.',
    zh: '在这些数据上训练该网络需要 {bytes} 字节内存，超过可用内存[；内核最多可用 {limit} 字节]。请减少层数、缩小层宽、减小批量大小或减少数据行。'
  },
  'spec.too-many-layers': {
    en: 'There are more than {limit} hidden layers; use at most {limit}.',
    zh: '隐藏层超过 {limit} 层；请最多使用 {limit} 层。'
  },
  'spec.output-activation': {
    en: 'The loss {loss} needs a {expected} output layer; this one is {actual}.',
    zh: '损失 {loss} 要求输出层为 {expected}，当前为 {actual}。'
  },
  'spec.loss-for-task': {
    en: 'The loss {loss} cannot be used for the target `{target}`[ with its {classes} classes]; use {usable}.',
    zh: '损失 {loss} 不适用于目标列 `{target}`[（{classes} 个类别）]；可用：{usable}。'
  },
  'spec.no-features': {
    en: 'No feature is chosen; choose at least one column besides the target.',
    zh: '没有选择任何特征；请至少选择目标之外的一列。'
  },
  'spec.no-target': {
    en: 'No target is chosen; choose the column to predict.',
    zh: '没有选择目标；请选择要预测的列。'
  },
  'spec.too-many-targets': {
    en: 'More than {limit} targets are chosen; choose fewer.',
    zh: '选择了超过 {limit} 个目标；请减少。'
  },
  'spec.several-classes': {
    en: '{count} targets are chosen ({targets}), but classification has one. Choose one of them, or the task multilabel or regression.',
    zh: '选择了 {count} 个目标（{targets}），而分类只能有一个。请只选其中一个，或改用多标签（multilabel）或回归任务。'
  },
  'spec.target-twice': {
    en: 'The target {name} is chosen twice; give it once.',
    zh: '目标 {name} 被选择了两次；请只列一次。'
  },
  'spec.fold': {
    en: '{field} is {value}; there are not that many folds.',
    zh: '{field} 为 {value}；没有这么多折。'
  },
  'spec.shares': {
    en: '{field} is {value}: no rows would be left to train on. The test and validation fractions must add up to less than 1.',
    zh: '{field} 为 {value}：没有剩下可用于训练的行。测试与验证比例之和应小于 1。'
  },
  'spec.target-is-feature': {
    en: 'The target {target} is also a feature; remove it from the features.',
    zh: '目标列 {target} 同时被选为特征；请从特征中去掉它。'
  },
  'spec.split-column': {
    en: 'The column {name} defines the split; it can be neither a feature nor a target.',
    zh: '列 {name} 用来划分数据，不能同时作为特征或目标。'
  },
  'spec.feature-twice': {
    en: 'The feature {name} is chosen twice; give it once.',
    zh: '特征 {name} 被选择了两次；请只列一次。'
  }
} as const satisfies TextsOf<'spec'>
