import type { CheckCounts, ExpressionDerivatives } from '#core'

type Cost = NonNullable<ExpressionDerivatives['cost']>

/** Texts of the command line besides errors and notes, whose sentences are in `core/messages`. */
const en = {
  note: 'Note: ',
  inFile: (file: string) => `${file}: `,
  labChecked: (title: string, tasks: number, points: number, minutes: number | null) =>
    `“${title}” is right: ${tasks} ${tasks === 1 ? 'task' : 'tasks'}, ${points} ${points === 1 ? 'point' : 'points'}${minutes === null ? '' : `, ${minutes} minutes`}`,
  flags: (flags: readonly string[]) => (flags.length === 0 ? '' : ` (Flags: ${flags.join(' or ')})`),
  reading: 'Reading, MB',
  training: 'Epoch',
  losses: (train: string, test: string | null) => (test === null ? `train loss ${train}` : `train loss ${train}, test loss ${test}`),
  checking: 'Gradient check',
  sampled: 'A sample is checked: every bias, 20 weights of each tensor, and random directions. --check full checks everything.',
  stopping: 'Stopping after this step; press again to quit at once.',
  stoppedBefore: 'Stopped. Nothing was written.',
  stopped: (epoch: number, step: number, folder: string) =>
    `Stopped after ${epoch} complete epochs (step ${step}). The results so far were saved in ${folder}.`,
  foldsStopped: (folds: number, of: number, folder: string) =>
    `Stopped in fold ${folds} of ${of}. The results so far were saved in ${folder}.`,
  checkStopped: (folder: string) => `The gradient check was stopped. The training is complete and saved in ${folder}.`,
  divergedSaved: (epoch: number, folder: string, best: number | null) =>
    `The curves up to epoch ${epoch} were saved in ${folder}, ${best === null ? 'without weights' : `with the weights of epoch ${best}, the best`}.`,
  elsewhere: (folder: string) => `Nothing is lost: the results are in ${folder}.`,
  bug: 'Please report this to the source of your copy of Backprop Lab, with the command you ran and the lines above.',
  data: 'Data',
  rows: (train: number, test: number, validation: number, dropped: number) =>
    `${train} training rows, ${test} test rows${validation > 0 ? `, ${validation} validation rows` : ''}${dropped > 0 ? `, ${dropped} dropped` : ''}`,
  classes: 'Classes',
  network: 'Network',
  parameters: (count: number) => `${count} parameters`,
  epochs: 'Epochs',
  ended: {
    loss: 'ended by --stop-loss',
    metric: 'ended by --stop-accuracy',
    patience: 'ended by --patience',
    time: 'ended by --stop-seconds'
  },
  best: (epoch: number) => `weights and results of epoch ${epoch}, the best`,
  time: 'Time',
  train: 'train',
  test: 'test',
  validation: 'validation',
  loss: 'Loss',
  accuracy: 'Accuracy',
  r2: 'R²',
  check: 'Gradient check',
  checked: ({ passed, failed, kinks, tooSmall, unreliable }: Omit<CheckCounts, 'checked'>) =>
    [
      `${passed} passed`,
      `${failed} failed`,
      ...(kinks > 0 ? [`${kinks} at kinks`] : []),
      ...(tooSmall > 0 ? [`${tooSmall} too small to tell`] : []),
      ...(unreliable > 0 ? [`${unreliable} with an unreliable difference`] : [])
    ].join(', '),
  worst: (relative: string) => `worst relative error ${relative}`,
  notChecked: 'not done',
  doctor: 'Doctor',
  healthy: 'no problems found',
  diagnosis: (title: string, observation: string, remedy: string | null) => `${title}: ${observation}${remedy ? ` Try: ${remedy}.` : ''}`,
  nodeColumns: ['node', 'operation', 'inputs', 'value', 'gradient'],
  hessian: 'Hessian',
  jacobian: (name: string) => `Jacobian with respect to ${name}`,
  cost: ({ value, forward, reverse }: Cost) =>
    [
      `value: ${value} multiplications`,
      ...(forward
        ? [`forward: ${forward.sweeps} ${forward.sweeps === 1 ? 'sweep' : 'sweeps'}, ${forward.multiplications} multiplications`]
        : []),
      ...(reverse
        ? [`reverse: ${reverse.sweeps} ${reverse.sweeps === 1 ? 'sweep' : 'sweeps'}, ${reverse.multiplications} multiplications`]
        : [])
    ].join('; ') + '\n',
  weights: 'Weights (also next to it as .npz and .json):',
  fold: (fold: number, folds: number) => `Fold ${fold} of ${folds}`,
  foldColumn: 'Fold',
  means: 'mean ± std. dev.',
  folds: 'Results of each fold (the weights are in fold-1, fold-2, … next to it):',
  file: 'File',
  format: 'Format',
  columns: 'Columns',
  size: (rows: number, columns: number) => `${rows} rows, ${columns} columns`,
  formatLine: (encoding: string, separator: string, decimal: string, header: boolean) =>
    `${encoding}, separator ${separator}, decimal mark ${decimal}, ${header ? 'with' : 'without'} a header`,
  columnHeads: ['column', 'type', 'missing', 'unique', 'minimum', 'maximum', 'mean', 'std. dev.'],
  walk: {
    network: 'Network',
    data: 'Data',
    rows: (numbers: string) => `rows ${numbers}`,
    rate: 'Learning rate of the step',
    columns: ['step', 'phase', 'shape', 'formula', 'value']
  },
  lab: { head: ['tensor', 'checked', 'wrong', 'max rel. error'] },
  collect: {
    marking: 'Marking',
    marked: (students: number, open: number) =>
      `${students} ${students === 1 ? 'student' : 'students'} marked${open === 0 ? '.' : `; ${open} ${open === 1 ? 'mark is' : 'marks are'} left to you.`}`,
    open: (file: string) => `Fill in the points in ${file} and run the same command again.`,
    problems: (count: number, file: string) => `${count} ${count === 1 ? 'thing' : 'things'} to know about files and students: ${file}`,
    pairs: (count: number, file: string) => `${count} ${count === 1 ? 'pair' : 'pairs'} of answers to be talked about: ${file}`
  },
  predicted: (count: number, total: number) => `${count} of ${total} rows predicted:`
}

export type Messages = typeof en

const zh: Messages = {
  note: '提示：',
  inFile: (file) => `${file}：`,
  labChecked: (title, tasks, points, minutes) => `“${title}”无误：${tasks} 题，${points} 分${minutes === null ? '' : `，${minutes} 分钟`}`,
  flags: (flags) => (flags.length === 0 ? '' : `（可用参数：${flags.join(' 或 ')}）`),
  reading: '读取（MB）',
  training: '轮次',
  losses: (train, test) => (test === null ? `训练损失 ${train}` : `训练损失 ${train}，测试损失 ${test}`),
  checking: '梯度检查',
  sampled: '抽查：全部偏置、每个张量中的 20 个权重，以及若干随机方向。--check full 可检查全部梯度。',
  stopping: '完成当前步后停止；再按一次立即结束。',
  stoppedBefore: '已停止，未写入任何内容。',
  stopped: (epoch, step, folder) => `已停止：完成 ${epoch} 轮（第 ${step} 步）。现有结果已保存到 ${folder}。`,
  foldsStopped: (folds, of, folder) => `已在第 ${folds} 折停止（共 ${of} 折）。现有结果已保存到 ${folder}。`,
  checkStopped: (folder) => `梯度检查已停止。训练已完成，结果保存在 ${folder}。`,
  divergedSaved: (epoch, folder, best) =>
    `截至第 ${epoch} 轮的曲线已保存到 ${folder}，${best === null ? '未保存权重' : `并保存了最佳轮次（第 ${best} 轮）的权重`}。`,
  elsewhere: (folder) => `结果没有丢失，已保存到 ${folder}。`,
  bug: '请向提供 Backprop Lab 的地方报告此问题，并附上所运行的命令和以上内容。',
  data: '数据',
  rows: (train, test, validation, dropped) =>
    `训练 ${train} 行，测试 ${test} 行${validation > 0 ? `，验证 ${validation} 行` : ''}${dropped > 0 ? `，剔除 ${dropped} 行` : ''}`,
  classes: '类别',
  network: '网络',
  parameters: (count) => `${count} 个参数`,
  epochs: '轮数',
  ended: { loss: '由 --stop-loss 结束', metric: '由 --stop-accuracy 结束', patience: '由 --patience 结束', time: '由 --stop-seconds 结束' },
  best: (epoch) => `权重与指标取自最佳的第 ${epoch} 轮`,
  time: '用时',
  train: '训练',
  test: '测试',
  validation: '验证',
  loss: '损失',
  accuracy: '准确率',
  r2: 'R²',
  check: '梯度检查',
  checked: ({ passed, failed, kinks, tooSmall, unreliable }) =>
    [
      `${passed} 个通过`,
      `${failed} 个未通过`,
      ...(kinks > 0 ? [`${kinks} 个位于不可导点`] : []),
      ...(tooSmall > 0 ? [`${tooSmall} 个过小，无法判断`] : []),
      ...(unreliable > 0 ? [`${unreliable} 个的差商不可靠`] : [])
    ].join('，'),
  worst: (relative) => `最大相对误差 ${relative}`,
  notChecked: '未进行',
  doctor: '诊断',
  healthy: '没有发现问题',
  diagnosis: (title, observation, remedy) => `${title}：${observation}${remedy ? `建议：${remedy}。` : ''}`,
  nodeColumns: ['节点', '运算', '输入', '值', '梯度'],
  hessian: '海森矩阵',
  jacobian: (name: string) => `对 ${name} 的雅可比矩阵`,
  cost: ({ value, forward, reverse }: Cost) =>
    [
      `函数值：${value} 次乘法`,
      ...(forward ? [`前向模式：${forward.sweeps} 趟扫描，${forward.multiplications} 次乘法`] : []),
      ...(reverse ? [`反向模式：${reverse.sweeps} 趟扫描，${reverse.multiplications} 次乘法`] : [])
    ].join('；') + '\n',
  weights: '权重（同目录下另有 .npz 和 .json 格式）：',
  fold: (fold, folds) => `第 ${fold} 折，共 ${folds} 折`,
  foldColumn: '折',
  means: '均值 ± 标准差',
  folds: '各折的结果（权重在同目录的 fold-1、fold-2……中）：',
  file: '文件',
  format: '格式',
  columns: '列信息',
  size: (rows, columns) => `${rows} 行，${columns} 列`,
  formatLine: (encoding, separator, decimal, header) =>
    `${encoding}，分隔符 ${separator}，小数点符号 ${decimal}，${header ? '有' : '无'}表头`,
  columnHeads: ['列', '类型', '缺失', '不同值', '最小值', '最大值', '均值', '标准差'],
  walk: {
    network: '网络',
    data: '数据',
    rows: (numbers) => `第 ${numbers} 行`,
    rate: '这一步的学习率',
    columns: ['步骤', '阶段', '形状', '公式', '值']
  },
  lab: { head: ['张量', '已检查', '错误', '最大相对误差'] },
  collect: {
    marking: '批改',
    marked: (students, open) => `已批改 ${students} 名学生${open === 0 ? '。' : `；还有 ${open} 处由您批改。`}`,
    open: (file) => `请在 ${file} 中填写分数，然后重新运行同一命令。`,
    problems: (count, file) => `关于文件和学生有 ${count} 点需要了解：${file}`,
    pairs: (count, file) => `有 ${count} 对答案需要当面了解：${file}`
  },
  predicted: (count, total) => `已预测 ${total} 行中的 ${count} 行：`
}

export const messages = { en, zh } as const
