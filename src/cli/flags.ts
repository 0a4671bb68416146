import {
  defaultSettings,
  evaluationChoices,
  optimizerKinds,
  scheduleKinds,
  optimizers,
  type LossOptionName,
  type OptimizerOptionName,
  type Options
} from '#core'
import { arithmetics, engineChoices } from '#shared/engine'
import { dataFlags } from './data-flags'
import { commands, flag, required, type BothLanguages, type Flag } from './flag'
import { modelFlags } from './model-flags'
import { stopFlags } from './stop-flags'

const { seeds } = defaultSettings
const fromSeed: BothLanguages = { en: `--seed, else ${seeds.split}`, zh: `--seed，否则 ${seeds.split}` }

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

/** The flags that this version has; parsing, checking and --help follow from this table. */
export const flags = {
  ...dataFlags,
  ...modelFlags,
  optimizer: flag({
    value: 'NAME',
    group: 'training',
    choices: optimizerKinds,
    default: defaultSettings.optimizer.kind,
    help: { en: optimizerKinds.join(', '), zh: optimizerKinds.join('、') }
  }),
  'learning-rate': flag({
    value: 'X',
    group: 'training',
    default: String(defaultSettings.learningRate),
    help: { en: 'step size of gradient descent', zh: '梯度下降的步长' }
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
  }),
  schedule: flag({
    value: 'NAME[:A=X,…]',
    group: 'training',
    default: defaultSettings.schedule.kind,
    help: {
      en: `${scheduleKinds.join(', ')}; step:every=30,factor=0.1 · exponential:factor=0.95 · cosine:floor=0 · any with warm-up=EPOCHS`,
      zh: `${scheduleKinds.join('、')}；step:every=30,factor=0.1 · exponential:factor=0.95 · cosine:floor=0 · 均可加 warm-up=轮数`
    }
  }),
  clip: flag({
    value: 'X',
    group: 'training',
    default: { en: 'no limit', zh: '不限制' },
    help: { en: 'the largest norm of all gradients together', zh: '全部梯度总范数的上限' }
  }),
  'batch-size': flag({
    value: 'N',
    group: 'training',
    default: String(defaultSettings.batchSize),
    help: { en: 'rows in a mini-batch', zh: '每个小批量的行数' }
  }),
  epochs: flag({
    value: 'N',
    group: 'training',
    default: String(defaultSettings.epochs),
    help: { en: 'passes over the training rows', zh: '遍历训练数据的轮数' }
  }),
  ...stopFlags,
  evaluate: flag({
    value: evaluationChoices.join('|'),
    group: 'training',
    choices: evaluationChoices,
    default: defaultSettings.evaluation,
    help: {
      en: 'when losses are taken: every epoch, or auto: of large networks so often that it is a quarter of the work',
      zh: '何时计算损失：every 每轮计算；auto 对大网络降低频率，使其至多占四分之一的计算量'
    }
  }),
  engine: flag({
    value: engineChoices.join('|'),
    group: 'training',
    choices: engineChoices,
    default: { en: 'BACKPROP_LAB_ENGINE, else auto', zh: 'BACKPROP_LAB_ENGINE，否则 auto' },
    help: {
      en: 'auto: the fastest that passes its self-test; fast, safe: WebAssembly without and with every check; plain: no WebAssembly',
      zh: 'auto：通过自检的最快引擎；fast、safe：省去或保留全部检查的 WebAssembly；plain：不用 WebAssembly'
    }
  }),
  threads: flag({
    value: 'N|auto',
    group: 'training',
    default: { en: "auto: the machine's cores", zh: 'auto：本机核心数' },
    help: { en: 'threads at most; no result depends on it', zh: '线程数上限；不影响结果' }
  }),
  arithmetic: flag({
    value: arithmetics.join('|'),
    group: 'training',
    choices: arithmetics,
    default: arithmetics[0],
    help: {
      en: 'strict: the same bits on every machine; fused: faster, last bits may differ between processors',
      zh: 'strict：任何机器上结果逐位相同；fused：更快，但末位可能因处理器而异'
    }
  }),
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
  }),
  out: flag({
    of: ['train', 'predict'],
    value: 'DIR',
    group: 'general',
    default: required,
    help: {
      en: 'the folder for the results, created if need be; for predict, the file',
      zh: '存放结果的文件夹，不存在则创建；predict 则为文件'
    }
  }),
  'save-rows': flag({
    value: null,
    group: 'general',
    default: { en: 'not', zh: '不保存' },
    help: {
      en: 'saves the rows of each side, as in the file and as the network is fed, in DIR/rows: train.csv, train-prepared.csv, …',
      zh: '把各部分的行按原样和预处理后的样子保存到 DIR/rows：train.csv、train-prepared.csv……'
    }
  }),
  model: flag({
    of: ['predict'],
    value: 'DIR|FILE',
    group: 'general',
    default: required,
    help: {
      en: 'the folder of a run, or a file of weights (.safetensors, .npz, .json)',
      zh: '训练结果文件夹，或权重文件（.safetensors、.npz、.json）'
    }
  }),
  at: flag({
    of: ['graph'],
    value: 'X=1,Y=2',
    group: 'graph',
    default: { en: 'none: FILE has cases', zh: '无：FILE 中是题目' },
    help: { en: 'the values of the names in an EXPRESSION', zh: 'EXPRESSION 中各名称的值' }
  }),
  json: flag({
    of: ['graph', 'data'],
    value: null,
    group: 'general',
    default: { en: 'a table', zh: '表格' },
    help: { en: 'JSON in place of the table', zh: '输出 JSON 而不是表格' }
  }),
  lang: flag({
    of: commands,
    value: 'zh|en',
    group: 'general',
    choices: ['zh', 'en'],
    default: { en: "the system's", zh: '跟随系统' },
    help: { en: 'language of the messages', zh: '消息的语言' }
  }),
  help: flag({ of: commands, value: null, group: 'general', default: null, help: { en: 'show this', zh: '显示本说明' } }),
  version: flag({ of: commands, value: null, group: 'general', default: null, help: { en: 'show the version', zh: '显示版本' } })
} as const satisfies Record<string, Flag>

export type FlagName = keyof typeof flags

export const flagNames = Object.keys(flags) as FlagName[]

/** The flag of each number of a loss, and of an optimizer. */
export const lossOptionFlags = { positiveWeight: 'positive-weight', delta: 'huber-delta', margin: 'margin' } as const satisfies Record<
  LossOptionName,
  FlagName
>
export const optimizerOptionFlags = {
  momentum: 'momentum',
  decay: 'decay',
  beta1: 'beta1',
  beta2: 'beta2',
  epsilon: 'epsilon',
  weightDecay: 'weight-decay'
} as const satisfies Record<OptimizerOptionName, FlagName>
