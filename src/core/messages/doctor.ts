import type { TextsOf } from './texts-of'

/** The doctor's findings: `.title` the diagnosis by its name, the observation of a rule, `.try` its advice, and `do.` the name of a change. */
export const doctorTexts = {
  'doctor.unscaled-inputs.title': { en: 'Unscaled inputs', zh: '输入未缩放' },
  'doctor.unscaled-inputs': {
    en: 'The inputs differ widely in scale: `{wide}` has standard deviation {wideBy}, `{narrow}` has {narrowBy}.',
    zh: '输入的尺度相差悬殊：`{wide}` 的标准差为 {wideBy}，`{narrow}` 为 {narrowBy}。'
  },
  'doctor.unscaled-far': {
    en: 'The input `{name}` is far from mean 0 and standard deviation 1: it has mean {mean} and standard deviation {deviation}.',
    zh: '输入 `{name}` 远离均值 0、标准差 1：均值为 {mean}，标准差为 {deviation}。'
  },
  'doctor.unscaled-target': {
    en: 'The target `{name}` is far from mean 0 and standard deviation 1: it has mean {mean} and standard deviation {deviation}.',
    zh: '目标 `{name}` 远离均值 0、标准差 1：均值为 {mean}，标准差为 {deviation}。'
  },
  'doctor.unscaled-inputs.try': {
    en: 'No single learning rate suits all weights, and units saturate or die at once. Standardize the data.',
    zh: '没有一个学习率适合所有权重，单元一开始就会饱和或死亡。请标准化数据。'
  },
  'doctor.leakage.title': { en: 'Leakage', zh: '数据泄漏' },
  'doctor.leakage': {
    en: 'The feature `{name}` alone gives `{target}` away: the two share {percent} % of their variance.',
    zh: '仅凭特征 `{name}` 就能得知 `{target}`：二者共有 {percent}% 的方差。'
  },
  'doctor.leakage.try': {
    en: 'It is probably the target in another form, which is not known when a prediction is needed; then every figure of this run is too good to be true. Exclude it.',
    zh: '它很可能是目标的另一种形式，在需要预测时并不可知；若是如此，本次训练的所有指标都好得不真实。请剔除该特征。'
  },
  'doctor.running-number.title': { en: 'Running number', zh: '流水号' },
  'doctor.running-number': {
    en: 'The feature `{name}` counts the rows, which are sorted by `{target}`: it gives the class away.',
    zh: '特征 `{name}` 是行的流水号，而各行按 `{target}` 排序：它会泄露类别。'
  },
  'doctor.running-number.try': {
    en: 'In new rows the number means nothing, so that every figure of this run is too good to be true. Exclude it.',
    zh: '对新数据而言这个编号没有意义，因此本次训练的所有指标都好得不真实。请剔除该特征。'
  },
  'doctor.repeated-rows.title': { en: 'Repeated rows', zh: '重复的行' },
  'doctor.repeated-rows': {
    en: '{count} of {rows} test {rows:row|rows} ({percent} %) {count:is also a training row|are also training rows}.',
    zh: '{rows} 个测试样本中有 {count} 个（{percent}%）也是训练样本。'
  },
  'doctor.repeated-rows.try': {
    en: 'The network has seen their answers, so that the test figures are too good. Remove the repetitions from the file, or keep them on one side with a split column.',
    zh: '网络见过这些样本的答案，因此测试指标偏高。请从文件中去除重复的行，或用划分列把它们放在同一侧。'
  },
  'doctor.near-identifier.title': { en: 'Nearly an ID', zh: '近似编号的特征' },
  'doctor.near-identifier': {
    en: 'The feature `{name}` has {categories} categories in {rows} training {rows:row|rows}.',
    zh: '特征 `{name}` 在 {rows} 个训练样本中有 {categories} 个类别。'
  },
  'doctor.near-identifier.try': {
    en: 'The network can memorize each training row by it, and knows hardly any category of new rows. Exclude it.',
    zh: '网络可以凭它记住每个训练样本，而新数据中的类别几乎都未见过。请剔除该特征。'
  },
  'doctor.lost-rows.title': { en: 'Many rows left out', zh: '剔除的行过多' },
  'doctor.lost-rows': {
    en: '{count} of {total} rows ({percent} %) {count:is|are} left out because a value is missing[; {alone} of them only because of `{most}`].',
    zh: '{total} 行中有 {count} 行（{percent}%）因含缺失值被剔除[；其中 {alone} 行仅因 `{most}` 缺失]。'
  },
  'doctor.lost-rows.try': {
    en: 'The rows that are left may differ from the others. Fill missing values in, or do without the column that costs most rows.',
    zh: '留下的行可能与其余的行不同。请填补缺失值，或不使用缺失最多的列。'
  },
  'doctor.untested-classes.title': { en: 'Classes without test rows', zh: '没有测试样本的类别' },
  'doctor.untested-classes': {
    en: 'No test row belongs to these classes of `{name}`: {classes}.',
    zh: '测试样本中没有 `{name}` 的这些类别：{classes}。'
  },
  'doctor.untested-classes.try': {
    en: 'The test figures say nothing about them. Keep more rows for testing, use k-fold cross-validation, or collect more rows of these classes.',
    zh: '测试指标不反映这些类别。请留出更多测试样本，使用 k 折交叉验证，或收集更多此类样本。'
  },
  'doctor.exploding-gradients.title': { en: 'Exploding gradients', zh: '梯度爆炸' },
  'doctor.exploding-gradients': {
    en: 'Before the first step the gradient has norm {norm} and the loss is {loss}; a constant prediction gives {expected}.',
    zh: '第一步之前，梯度的范数为 {norm}，损失为 {loss}；而常数预测的损失为 {expected}。'
  },
  'doctor.exploding-gradients.try': {
    en: 'Signals and gradients grow from layer to layer. Choose the initializer automatically, clip the norm of the gradient, or use fewer layers.',
    zh: '信号和梯度逐层增大。请自动选择初始化方法，按范数裁剪梯度，或减少层数。'
  },
  'doctor.divergence.title': { en: 'Divergence', zh: '发散' },
  'doctor.not-finite': {
    en: 'Step {step} produced a number in {tensor} that is not finite. The learning rate was {learningRate}.',
    zh: '第 {step} 步在 {tensor} 中出现了非有限值（NaN 或无穷大）。当时的学习率为 {learningRate}。'
  },
  'doctor.divergence': {
    en: 'The training loss grows without bound: {from} before training, {to} after epoch {epoch}.',
    zh: '训练损失无限增大：训练前为 {from}，第 {epoch} 轮后为 {to}。'
  },
  'doctor.divergence.try': {
    en: 'The learning rate is most likely too high: lower it, or clip the norm of the gradient. Also check the scaling of the inputs (now {scale}).',
    zh: '最可能的原因是学习率过高：请降低学习率，或按范数裁剪梯度；也请检查输入的缩放方式（当前为 {scale}）。'
  },
  'doctor.vanishing-gradients.title': { en: 'Vanishing gradients', zh: '梯度消失' },
  'doctor.vanishing-gradients': {
    en: 'The gradient has norm {first} in layer 1 but {last} in layer {layer}: the first layers hardly learn.',
    zh: '梯度的范数在第 1 层为 {first}，在第 {layer} 层为 {last}：前几层几乎没有在学习。'
  },
  'doctor.vanishing-gradients.try': {
    en: 'Every layer multiplies the gradient by small derivatives and weights. Use a non-saturating activation such as ReLU with its own initializer, or fewer layers.',
    zh: '梯度每经过一层都要乘以很小的导数和权重。请改用 ReLU 等非饱和激活函数及其对应的初始化方法，或减少层数。'
  },
  'doctor.dead-units.title': { en: 'Dead units', zh: '死亡神经元' },
  'doctor.dead-units': {
    en: 'In layer {layer}, {dead} of {units} {activation} {units:unit|units} {dead:outputs|output} 0 on every row.',
    zh: '第 {layer} 层的 {units} 个 {activation} 单元中，有 {dead} 个对所有样本输出恒为 0。'
  },
  'doctor.dead-units.try': {
    en: 'No gradient reaches their weights, so they stay dead. Steps that are too long kill units: lower the learning rate, or use an activation whose derivative is not 0 for negative inputs, and start again.',
    zh: '梯度到不了它们的权重，因此无法恢复。过大的步长会使单元死亡：请降低学习率，或改用负半轴也有梯度的激活函数，然后重新训练。'
  },
  'doctor.saturation.title': { en: 'Saturation', zh: '饱和' },
  'doctor.saturation': {
    en: 'In layer {layer}, {percent} % of the {activation} activations are at the ends of their range, where the derivative is almost 0.',
    zh: '第 {layer} 层有 {percent}% 的 {activation} 激活值处于取值范围的两端，那里的导数几乎为 0。'
  },
  'doctor.saturation.try': {
    en: 'Gradients vanish as they pass through. Start from smaller weights, lower the learning rate, or use a non-saturating activation.',
    zh: '梯度经过该层时会消失。请减小初始权重，降低学习率，或改用非饱和的激活函数。'
  },
  'doctor.rate-too-high.title': { en: 'Learning rate too high', zh: '学习率过高' },
  'doctor.rate-too-high': {
    en: 'With the learning rate {learningRate} the training loss ends at {last}, {percent} % of that of a constant prediction[; the first step is {step} times as long as the weights].',
    zh: '学习率为 {learningRate} 时，训练损失最终为 {last}，是常数预测的 {percent}%[；第一步的长度是权重的 {step} 倍]。'
  },
  'doctor.rate-too-high.try': {
    en: 'Steps overshoot the minimum and undo what earlier ones learned: lower the learning rate.',
    zh: '步长过大，越过最小值，抹去先前学到的内容：请降低学习率。'
  },
  'doctor.rate-too-low.title': { en: 'Learning rate too low', zh: '学习率过低' },
  'doctor.rate-too-low': {
    en: 'With the learning rate {learningRate} the training loss went from {from} to only {to} in {epochs} {epochs:epoch|epochs}; a step changes the weights by {step} of their size.',
    zh: '学习率为 {learningRate} 时，训练损失在 {epochs} 轮中仅从 {from} 变为 {to}；每步只改变权重大小的 {step}。'
  },
  'doctor.rate-too-low.try': {
    en: 'Steps are too short for this number of epochs: raise the learning rate.',
    zh: '步长太小，这么多轮还远远不够：请提高学习率。'
  },
  'doctor.imbalance.title': { en: 'Class imbalance', zh: '类别不平衡' },
  'doctor.imbalance': {
    en: '{mostRows} training {mostRows:row is|rows are} `{most}`, {fewestRows} {fewestRows:is|are} `{fewest}`. Always predicting `{most}` would be right for {percent} % of them[; of the `{fewest}` rows, {recall} % are recognized].',
    zh: '训练样本中 `{most}` 有 {mostRows} 个，`{fewest}` 有 {fewestRows} 个。总是预测 `{most}` 就有 {percent}% 正确[；`{fewest}` 的样本识别出 {recall}%]。'
  },
  'doctor.imbalance.try': {
    en: 'Give rare classes a larger weight, and look at the recall of each class rather than at accuracy.',
    zh: '请提高稀有类别的权重，并逐类查看召回率，而不是只看准确率。'
  },
  'doctor.spike.title': { en: 'The run ended on a spike', zh: '训练结束于尖峰' },
  'doctor.spike': {
    en: 'The training loss of the last epoch is {last}; in the {epochs} {epochs:epoch|epochs} before it was about {usual}.',
    zh: '最后一轮的训练损失为 {last}，而此前 {epochs} 轮约为 {usual}。'
  },
  'doctor.spike.try': {
    en: 'A step fell off a steep place, and the run ended before it recovered: lower the learning rate, or keep the best weights.',
    zh: '某一步越过了陡峭处，训练在恢复之前就结束了：请降低学习率，或保留最佳权重。'
  },
  'doctor.overfitting.title': { en: 'Overfitting', zh: '过拟合' },
  'doctor.overfitting': {
    en: 'The test loss was lowest at epoch {epoch} ({best}) and is now {now}, {percent} % higher, while the training loss fell[; the noise of the test set is ±{noise}].',
    zh: '测试损失在第 {epoch} 轮最低（{best}），现在为 {now}，升高了 {percent}%，而训练损失仍在下降[；测试集的随机误差为 ±{noise}]。'
  },
  'doctor.overfitting.try': {
    en: 'The network memorizes its training rows: stop early, near epoch {epoch}, regularize it (L2, dropout), make it smaller, or collect more data.',
    zh: '网络记住了训练样本：请在第 {epoch} 轮附近早停，使用正则化（L2、dropout），缩小网络，或增加数据。'
  },
  'doctor.underfitting.title': { en: 'Underfitting', zh: '欠拟合' },
  'doctor.underfitting': {
    en: 'The training loss is still {loss}; a constant prediction gives {baseline}[. Accuracy on the training rows: {percent} %][. R² on the training rows: {r2}].',
    zh: '训练损失仍为 {loss}，而常数预测的损失为 {baseline}[。训练集准确率为 {percent}%][。训练集 R² 为 {r2}]。'
  },
  'doctor.underfitting.try': {
    en: 'The network cannot fit even its training rows: give it more units or layers, regularize it less, or train it for longer.',
    zh: '网络连训练样本都拟合不了：请增加单元或层数，减弱正则化，或延长训练。'
  },
  'doctor.split-too-small.title': { en: 'Test set too small', zh: '测试集过小' },
  'doctor.split-too-small': {
    en: 'There {rows:is|are} only {rows} test {rows:row|rows}[: the true accuracy may be anywhere from {low} to {high} %].',
    zh: '测试样本只有 {rows} 个[：真实准确率可能在 {low}% 到 {high}% 之间]。'
  },
  'doctor.split-too-small.try': {
    en: 'Keep more rows for testing, or use k-fold cross-validation.',
    zh: '请留出更多测试样本，或使用 k 折交叉验证。'
  },
  'doctor.overfit.contradiction': {
    en: 'Two of the rows have equal inputs but different answers (numbers {first} and {second} of the rows drawn): no network can tell them apart.',
    zh: '有两个样本的输入相同而答案不同（所抽样本中的第 {first} 个和第 {second} 个）：任何网络都无法区分它们。'
  },
  'doctor.overfit.vanishing-gradients': {
    en: 'The rows do not contradict each other: gradients vanish on their way to the first layers. Use a non-saturating activation, or fewer layers.',
    zh: '这些样本并不互相矛盾，而是梯度在到达前几层之前就消失了。请改用非饱和的激活函数，或减少层数。'
  },
  'doctor.overfit.dead-units': {
    en: 'The rows do not contradict each other: most units of a layer are dead. Use an activation whose derivative is not 0 for negative inputs.',
    zh: '这些样本并不互相矛盾，而是某一层的大多数单元已经死亡。请改用负半轴也有梯度的激活函数。'
  },
  'doctor.overfit.saturation': {
    en: 'The rows do not contradict each other: most units of a layer are saturated. Scale the inputs, or use a non-saturating activation.',
    zh: '这些样本并不互相矛盾，而是某一层的大多数单元已经饱和。请缩放输入，或改用非饱和的激活函数。'
  },
  'doctor.overfit.units': {
    en: 'The rows do not contradict each other and gradients reach every layer: give the layers more units, or look for uninformative features.',
    zh: '这些样本并不互相矛盾，梯度也能到达每一层：请增加各层的单元数，并检查特征是否含有信息。'
  },
  'doctor.do.learning-rate': { en: 'Set the learning rate to {value}', zh: '将学习率设为 {value}' },
  'doctor.do.rate-back': { en: 'Go back to the learning rate {value}', zh: '将学习率恢复为 {value}' },
  'doctor.do.clip': { en: 'Clip the gradient norm at {value}', zh: '将梯度范数裁剪到 {value}' },
  'doctor.do.initializer': { en: 'Choose the initial weights automatically', zh: '自动选择初始权重' },
  'doctor.do.activation': { en: 'Use {activation} in the hidden layers', zh: '隐藏层改用 {activation}' },
  'doctor.do.layers': { en: 'Keep only {count} hidden {count:layer|layers}', zh: '只保留 {count} 个隐藏层' },
  'doctor.do.units': { en: 'Use hidden layers of {units} {units:unit|units}', zh: '隐藏层改为 {units} 个单元' },
  'doctor.do.unregularized': { en: 'Turn the regularizers off', zh: '关闭正则化' },
  'doctor.do.epochs': { en: 'Train for {epochs} {epochs:epoch|epochs}', zh: '训练 {epochs} 轮' },
  'doctor.do.early-stopping': {
    en: 'Stop after {patience} {patience:epoch|epochs} without a lower loss',
    zh: '早停：损失 {patience} 轮未降低即停止'
  },
  'doctor.do.keep-best': { en: 'Keep the best weights', zh: '保留最佳权重' },
  'doctor.do.l2': { en: 'Set L2 to {value}', zh: '将 L2 设为 {value}' },
  'doctor.do.scale': { en: 'Standardize the inputs', zh: '标准化输入' },
  'doctor.do.scale-targets': { en: 'Standardize the target', zh: '标准化目标' },
  'doctor.do.class-weights': { en: 'Balance the class weights', zh: '平衡类别权重' },
  'doctor.do.positive-weight': { en: 'Set the positive class weight to {value}', zh: '将正类权重设为 {value}' },
  'doctor.do.exclude': { en: 'Exclude `{name}`', zh: '剔除 `{name}`' },
  'doctor.do.fill': { en: 'Fill missing values with the median', zh: '用中位数填补缺失值' },
  'doctor.do.test': { en: 'Keep {percent} % for testing', zh: '留出 {percent}% 用于测试' }
} as const satisfies TextsOf<'doctor'>
