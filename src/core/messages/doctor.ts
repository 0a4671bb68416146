import type { TextsOf } from './texts-of'

/** The doctor's findings: the observation of a rule, `.try` its advice, and `do.` the label of its button. */
export const doctorTexts = {
  'doctor.not-finite': {
    en: 'Step {step} produced a number in {tensor} that is not finite. The learning rate was {learningRate}.',
    zh: '第 {step} 步在 {tensor} 中出现了非有限值（NaN 或无穷大）。当时的学习率为 {learningRate}。'
  },
  'doctor.not-finite.try': {
    en: 'The learning rate is most likely too large: divide it by ten, or clip the norm of the gradients. Also check the scaling of the inputs (now {scale}).',
    zh: '最可能的原因是学习率过大：请减小到十分之一，或按范数裁剪梯度；也请检查输入的缩放方式（当前为 {scale}）。'
  },
  'doctor.start-loss': {
    en: 'The loss before training is {found}; random guessing gives {expected}.',
    zh: '训练前的损失为 {found}；随机猜测的损失为 {expected}。'
  },
  'doctor.start-loss.try': {
    en: 'The initial weights or the inputs are too large, so the first epochs only undo them: scale the inputs, and let the initializer be chosen automatically.',
    zh: '初始权重或输入过大，最初几轮只是在抵消它们的影响：请缩放输入，并使用自动选择的初始化方法。'
  },
  'doctor.not-falling': {
    en: 'The training loss is not decreasing: {from} at epoch {first}, {to} at epoch {last}.',
    zh: '训练损失没有下降：第 {first} 轮为 {from}，第 {last} 轮为 {to}。'
  },
  'doctor.not-falling.try': {
    en: 'Try a larger learning rate. If that does not help, try to overfit 20 rows to see whether the network can learn at all.',
    zh: '请尝试更大的学习率。若仍无改善，请用“小样本过拟合测试”检查网络是否能够学习。'
  },
  'doctor.rising': {
    en: 'The training loss is rising: {from} at epoch {first}, {to} at epoch {last}.',
    zh: '训练损失在上升：第 {first} 轮为 {from}，第 {last} 轮为 {to}。'
  },
  'doctor.rising.try': {
    en: 'Steps overshoot the minimum: try a smaller learning rate, or a schedule that lowers it over time.',
    zh: '步长过大，越过最小值：请尝试更小的学习率，或让学习率随时间下降。'
  },
  'doctor.overfitting': {
    en: 'Overfitting: the test loss was lowest at epoch {epoch} ({best}) and is now {now}, {percent} % higher, while the training loss fell.',
    zh: '过拟合：测试损失在第 {epoch} 轮最低（{best}），现在为 {now}，升高了 {percent}%，而训练损失仍在下降。'
  },
  'doctor.overfitting.try': {
    en: 'The network memorizes its training rows: regularize it (L2, dropout), make it smaller, collect more data, or stop near epoch {epoch}.',
    zh: '网络记住了训练样本：请使用正则化（L2、dropout），缩小网络，增加数据，或在第 {epoch} 轮附近早停。'
  },
  'doctor.dead-units': {
    en: 'Dead units in layer {layer}: {dead} of {units} {activation} units output 0 on every row of the first mini-batch.',
    zh: '第 {layer} 层有死亡神经元：{units} 个 {activation} 单元中有 {dead} 个对第一个小批量的每个样本输出恒为 0。'
  },
  'doctor.dead-units.try': {
    en: 'No gradient reaches their weights. Use an activation whose derivative is not 0 for negative inputs, or lower the learning rate and start again.',
    zh: '梯度到不了它们的权重。请改用负半轴也有梯度的激活函数，或减小学习率后重新开始。'
  },
  'doctor.saturated': {
    en: 'Saturation in layer {layer}: {percent} % of the {activation} activations are at the ends of their range, where the derivative is almost 0.',
    zh: '第 {layer} 层饱和：{percent}% 的 {activation} 激活值处于取值范围的两端，那里的导数几乎为 0。'
  },
  'doctor.saturated.try': {
    en: 'Gradients vanish as they pass through. Scale the inputs, start from smaller weights, or use a non-saturating activation.',
    zh: '梯度经过该层时会消失。请缩放输入，减小初始权重，或改用非饱和的激活函数。'
  },
  'doctor.update-large': {
    en: 'Layer {layer}: each update is {ratio} times the size of the weights; about 1e-3 is healthy.',
    zh: '第 {layer} 层：每步的更新量约为权重的 {ratio} 倍；1e-3 左右为宜。'
  },
  'doctor.update-large.try': {
    en: 'Steps this large destroy what earlier ones learned: try a smaller learning rate.',
    zh: '步长过大会抹去先前学到的内容：请尝试更小的学习率。'
  },
  'doctor.update-small': {
    en: 'Layer {layer}: each update is only {ratio} times the size of the weights; about 1e-3 is healthy.',
    zh: '第 {layer} 层：每步的更新量仅约为权重的 {ratio} 倍；1e-3 左右为宜。'
  },
  'doctor.update-small.try': {
    en: 'The layer hardly learns: try a larger learning rate.',
    zh: '该层几乎没有在学习：请尝试更大的学习率。'
  },
  'doctor.unscaled': {
    en: 'The inputs differ widely in scale: `{wide}` has standard deviation {wideBy}, `{narrow}` has {narrowBy}.',
    zh: '输入的尺度相差悬殊：`{wide}` 的标准差为 {wideBy}，`{narrow}` 为 {narrowBy}。'
  },
  'doctor.unscaled-far': {
    en: 'The input `{name}` is far from mean 0 and standard deviation 1: it has mean {mean} and standard deviation {deviation}.',
    zh: '输入 `{name}` 远离均值 0、标准差 1：均值为 {mean}，标准差为 {deviation}。'
  },
  'doctor.unscaled.try': {
    en: 'No single learning rate suits all weights. Standardize the inputs.',
    zh: '没有一个学习率适合所有权重。请标准化输入。'
  },
  'doctor.unbalanced': {
    en: 'Class imbalance: {mostRows} training rows are `{most}`, {fewestRows} are `{fewest}`. Always predicting `{most}` would be right for {percent} % of them.',
    zh: '类别不平衡：训练样本中 `{most}` 有 {mostRows} 个，`{fewest}` 有 {fewestRows} 个。总是预测 `{most}` 就有 {percent}% 正确。'
  },
  'doctor.unbalanced.try': {
    en: 'Give rare classes a larger weight, and look at the recall of each class rather than at accuracy.',
    zh: '请提高稀有类别的权重，并逐类查看召回率，而不是只看准确率。'
  },
  'doctor.few-test-rows': {
    en: 'There are only {rows} test rows[: the test accuracy is uncertain by ±{percent} percentage points].',
    zh: '测试样本只有 {rows} 个[：测试准确率的误差约为 ±{percent} 个百分点]。'
  },
  'doctor.few-test-rows.try': {
    en: 'Keep more rows for testing, or use k-fold cross-validation.',
    zh: '请留出更多测试样本，或使用 k 折交叉验证。'
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
    zh: '标准化输入'
  },
  'doctor.do.class-weights': {
    en: 'Balance the class weights',
    zh: '平衡类别权重'
  },
  'doctor.do.positive-weight': {
    en: 'Set the positive class weight to {value}',
    zh: '将正类权重设为 {value}'
  },
  'doctor.do.test': {
    en: 'Keep {percent} % for testing',
    zh: '留出 {percent}% 用于测试'
  }
} as const satisfies TextsOf<'doctor'>
