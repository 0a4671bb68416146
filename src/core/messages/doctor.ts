import type { TextsOf } from './texts-of'

/** What the doctor says: what a rule saw, `.try` what can be done about it, and `do.` what its button says. */
export const doctorTexts = {
  'doctor.not-finite': {
    en: 'Step {step} met a number in {tensor} that is not finite. The learning rate was {learningRate}.',
    zh: '第 {step} 步在 {tensor} 中出现了非有限数。当时的学习率为 {learningRate}。'
  },
  'doctor.not-finite.try': {
    en: 'The learning rate is most likely too large: take a tenth of it, or limit the norm of the gradients. Look also at the scaling of the inputs (now {scale}).',
    zh: '最可能的原因是学习率过大：请减小到十分之一，或限制梯度的范数；也请检查输入的缩放方式（当前为 {scale}）。'
  },
  'doctor.start-loss': {
    en: 'The loss before training is {found}; a network that knows nothing has {expected}.',
    zh: '训练前的损失为 {found}；一无所知的网络应为 {expected}。'
  },
  'doctor.start-loss.try': {
    en: 'The initial weights or the inputs are too large, so that the first epochs only undo them: scale the inputs, and let the initializer be chosen automatically.',
    zh: '初始权重或输入过大，最初几轮只是在抵消它们：请缩放输入，并让初始化方法自动选择。'
  },
  'doctor.not-falling': {
    en: 'The training loss stands still: {from} at epoch {first}, {to} at epoch {last}.',
    zh: '训练损失停滞不前：第 {first} 轮为 {from}，第 {last} 轮为 {to}。'
  },
  'doctor.not-falling.try': {
    en: 'Try a larger learning rate. If that does not help, see with the twenty-row test whether the network can learn at all.',
    zh: '请尝试更大的学习率。若仍无改善，用“二十行测试”看看网络是否能够学习。'
  },
  'doctor.rising': {
    en: 'The training loss rises: {from} at epoch {first}, {to} at epoch {last}.',
    zh: '训练损失在上升：第 {first} 轮为 {from}，第 {last} 轮为 {to}。'
  },
  'doctor.rising.try': {
    en: 'Steps overshoot the valley: try a smaller learning rate, or one that falls with time.',
    zh: '步长越过了谷底：请尝试更小的学习率，或随时间下降的学习率。'
  },
  'doctor.overfitting': {
    en: 'The test loss was lowest at epoch {epoch} ({best}) and is now {now}, {percent} % higher, while the training loss fell.',
    zh: '测试损失在第 {epoch} 轮最低（{best}），现在为 {now}，升高了 {percent}%，而训练损失仍在下降。'
  },
  'doctor.overfitting.try': {
    en: 'The network learns its training rows by heart: regularize it (L2, dropout), make it smaller, find more rows, or stop near epoch {epoch}.',
    zh: '网络在死记训练行：请加正则化（L2、dropout），缩小网络，增加数据，或在第 {epoch} 轮附近停止。'
  },
  'doctor.dead-units': {
    en: 'Layer {layer}: {dead} of {units} {activation} units are silent on every row of the first mini-batch.',
    zh: '第 {layer} 层：{units} 个 {activation} 单元中有 {dead} 个对第一个小批量的每一行都没有响应。'
  },
  'doctor.dead-units.try': {
    en: 'No gradient reaches their weights. Use an activation that has a slope on both sides, or a smaller learning rate and a fresh start.',
    zh: '梯度到不了它们的权重。请改用两侧都有斜率的激活函数，或减小学习率后重新开始。'
  },
  'doctor.saturated': {
    en: 'Layer {layer}: {percent} % of the {activation} activations are at an end of their range, where the slope is almost 0.',
    zh: '第 {layer} 层：{percent}% 的 {activation} 激活值处于取值范围的两端，那里的斜率几乎为 0。'
  },
  'doctor.saturated.try': {
    en: 'Gradients fade on their way through. Scale the inputs, begin with smaller weights, or use an activation that does not flatten.',
    zh: '梯度经过时会消失。请缩放输入，使用更小的初始权重，或改用不会变平的激活函数。'
  },
  'doctor.update-large': {
    en: 'Layer {layer}: one step changes the weights by {ratio} of their size; about 1e-3 is healthy.',
    zh: '第 {layer} 层：一步使权重改变其大小的 {ratio}；约 1e-3 为宜。'
  },
  'doctor.update-large.try': {
    en: 'Steps this large forget what earlier ones learned: try a smaller learning rate.',
    zh: '步长过大会抹去先前学到的内容：请尝试更小的学习率。'
  },
  'doctor.update-small': {
    en: 'Layer {layer}: one step changes the weights by only {ratio} of their size; about 1e-3 is healthy.',
    zh: '第 {layer} 层：一步仅使权重改变其大小的 {ratio}；约 1e-3 为宜。'
  },
  'doctor.update-small.try': {
    en: 'The layer hardly learns: try a larger learning rate.',
    zh: '该层几乎没有在学习：请尝试更大的学习率。'
  },
  'doctor.unscaled': {
    en: 'Inputs differ widely in size: `{wide}` deviates by {wideBy}, `{narrow}` by {narrowBy}.',
    zh: '输入的大小相差悬殊：`{wide}` 的标准差为 {wideBy}，`{narrow}` 为 {narrowBy}。'
  },
  'doctor.unscaled-far': {
    en: 'The input `{name}` is far from 0 and 1: mean {mean}, deviation {deviation}.',
    zh: '输入 `{name}` 偏离 0 和 1 太远：均值 {mean}，标准差 {deviation}。'
  },
  'doctor.unscaled.try': {
    en: 'No one learning rate fits all weights. Standardize the inputs.',
    zh: '没有一个学习率能适合所有权重。请将输入标准化。'
  },
  'doctor.unbalanced': {
    en: '{mostRows} training rows are `{most}`, {fewestRows} are `{fewest}`. Always to say `{most}` is right for {percent} % of them.',
    zh: '训练行中 `{most}` 有 {mostRows} 行，`{fewest}` 有 {fewestRows} 行。总是回答 `{most}` 就有 {percent}% 正确。'
  },
  'doctor.unbalanced.try': {
    en: 'Give rare classes a larger weight, and look at recall class by class rather than at accuracy.',
    zh: '请提高稀有类别的权重，并逐类查看召回率，而不是只看准确率。'
  },
  'doctor.few-test-rows': {
    en: 'There are {rows} test rows[: the test accuracy is uncertain by ±{percent} points].',
    zh: '只有 {rows} 行测试数据[：测试准确率的误差约为 ±{percent} 个百分点]。'
  },
  'doctor.few-test-rows.try': {
    en: 'Keep more rows for testing, or go round in folds.',
    zh: '请留出更多测试行，或使用多折交叉验证。'
  },
  'doctor.do.learning-rate': {
    en: 'Set the learning rate to {value}',
    zh: '将学习率设为 {value}'
  },
  'doctor.do.l2': {
    en: 'Set L2 to {value}',
    zh: '将 L2 设为 {value}'
  },
  'doctor.do.activation': {
    en: 'Use {activation} in layer {layer}',
    zh: '第 {layer} 层改用 {activation}'
  },
  'doctor.do.scale': {
    en: 'Standardize the inputs',
    zh: '将输入标准化'
  },
  'doctor.do.class-weights': {
    en: 'Balance the class weights',
    zh: '平衡类别权重'
  },
  'doctor.do.positive-weight': {
    en: 'Set the positive weight to {value}',
    zh: '将正类权重设为 {value}'
  },
  'doctor.do.test': {
    en: 'Keep {percent} % for testing',
    zh: '留出 {percent}% 用于测试'
  }
} as const satisfies TextsOf<'doctor'>
