import type { TextsOf } from './texts-of'

/** Notices on runs, settings and engines that do not stop anything. */
export const noteTexts = {
  'note.run-in-use': {
    en: 'Another program is training into {path}; the results there are those of an earlier run until it is done.',
    zh: '另一个程序正在向 {path} 训练；在它完成之前，其中仍是先前一次训练的结果。'
  },
  'note.no-summary': {
    en: '{path} has no summary.json: its files may be incomplete or of several runs. {file} is used.',
    zh: '{path} 中没有 summary.json：文件可能不完整，或来自多次训练。将使用 {file}。'
  },
  'note.thread-lost': {
    en: 'A thread of the engine ended unexpectedly. Training continued with one thread from the end of the last epoch; the results are the same.',
    zh: '引擎的一个线程意外终止。训练已从上一轮结束处改用单线程继续；结果不变。'
  },
  'note.unverified': {
    en: 'The numbers in the file could not be verified: it has no SHA-256 of them (it was saved by an older version, or by another program).',
    zh: '无法校验文件中的数：其中没有这些数的 SHA-256（由旧版本或其他程序保存）。'
  },
  'note.memory-afresh': {
    en: 'The file has no optimizer state (it was saved by an older version, or the state was too large): the optimizer starts afresh, so the run does not go on exactly as if it had not stopped.',
    zh: '文件中没有优化器状态（由旧版本保存，或状态过大）：优化器从头开始，因此继续训练的结果与从未中断不完全相同。'
  },
  'note.engine-wrong': {
    en: 'The {tier} engine is disabled: in its self-test ({run}), {place} was {value}, not {expected}.',
    zh: '{tier} 引擎已停用：自检（{run}）中 {place} 为 {value}，应为 {expected}。'
  },
  'note.engine-missing': {
    en: 'The {tier} engine is disabled: it is not available here ({reason}).',
    zh: '{tier} 引擎已停用：此处无法使用（{reason}）。'
  },
  'note.rounds-twice': {
    en: 'This processor has no fused multiply-add, so the engine emulates it: the results are the same bit for bit, but training is many times slower.',
    zh: '此处理器没有融合乘加指令（FMA），引擎改用软件模拟：结果逐比特相同，但训练会慢许多倍。'
  },
  'note.arithmetic': {
    en: '--arithmetic has no effect any more: there is one arithmetic, in which each multiply-add is rounded once; its results are the same on every computer.',
    zh: '--arithmetic 不再起作用：现在只有一种运算方式，每次乘加只舍入一次，在任何电脑上结果都逐比特相同。'
  },
  'note.nesterov-without-momentum': {
    en: 'Nesterov momentum has no effect: the momentum is 0.',
    zh: 'Nesterov 动量不起作用：动量为 0。'
  },
  'note.dropout-without-hidden': {
    en: 'Dropout ({dropout}) has no effect: the network has no hidden layers.',
    zh: 'Dropout（{dropout}）不起作用：网络没有隐藏层。'
  },
  'note.warm-up-too-long': {
    en: 'The warm-up ({warmUp} {warmUp:epoch|epochs}) is longer than the run ({epochs} {epochs:epoch|epochs}): the learning rate never reaches its value.',
    zh: '预热（{warmUp} 轮）比整个训练（{epochs} 轮）还长：学习率始终达不到设定值。'
  },
  'note.step-too-long': {
    en: 'The learning rate is never reduced: its step of {every} {every:epoch|epochs} is not shorter than the run ({epochs} {epochs:epoch|epochs}).',
    zh: '学习率不会下降：每 {every} 轮下降一次，而训练只有 {epochs} 轮。'
  },
  'note.patience-too-long': {
    en: 'The patience of {patience} {patience:epoch|epochs} has no effect: the run ends after {epochs} {epochs:epoch|epochs}.',
    zh: '耐心值 {patience} 轮不起作用：训练到第 {epochs} 轮就结束。'
  }
} as const satisfies TextsOf<'note'>
