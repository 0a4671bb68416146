import { differentiationModes, lessonCaseNames, notationNames, settingNames } from '#core'
import { engineChoices } from '#shared/engine'
import { checkChoices } from './check-saved'
import { dataFlags } from './data-flags'
import { commands, flag, required, type Flag } from './flag'
import { flagOf, isFlagged, settingFlag, type SettingFlagName } from './setting-flags'
import { structuredFlags, type StructuredFlagName } from './structured-flags'

/** The flags of all settings, in the order of their catalogue. */
const settingFlags = Object.fromEntries(
  settingNames.flatMap((name): [string, Flag][] =>
    isFlagged(name) ? [[flagOf(name), settingFlag(name)]] : Object.entries(structuredFlags[name])
  )
) as Readonly<Record<SettingFlagName | StructuredFlagName, Flag>>

/** The flags about the programs and their files. */
const programFlags = {
  engine: flag({
    value: engineChoices.join('|'),
    group: 'training',
    choices: engineChoices,
    default: { en: 'BACKPROP_LAB_ENGINE, else auto', zh: 'BACKPROP_LAB_ENGINE，否则 auto' },
    help: {
      en: 'auto: the fastest that passes its self-test; fast, safe: WebAssembly without and with all bounds checks; emulated: safe, for processors without a multiply-add; plain: no WebAssembly; all give the same bits',
      zh: 'auto：通过自检的最快引擎；fast、safe：省去或保留全部边界检查的 WebAssembly；emulated：同 safe，适用于没有 FMA 指令的处理器；plain：参考实现，不用 WebAssembly；结果都逐比特相同'
    }
  }),
  threads: flag({
    value: 'N|auto',
    group: 'training',
    default: { en: "auto: the machine's cores", zh: 'auto：本机核心数' },
    help: { en: 'maximum number of threads; results do not depend on it', zh: '线程数上限；不影响结果' }
  }),
  arithmetic: flag({
    value: 'strict|fused',
    group: 'training',
    choices: ['strict', 'fused'],
    default: null,
    help: {
      en: 'has no effect any more: there is one arithmetic, with the same bits on every machine',
      zh: '不再起作用：现在只有一种运算方式，任何机器上结果逐比特相同'
    }
  }),
  check: flag({
    value: checkChoices.join('|'),
    group: 'training',
    choices: checkChoices,
    default: { en: 'full, or sample where that would take long', zh: 'full；耗时较长时为 sample' },
    help: {
      en: 'which gradients are checked after training: all, every bias and 20 weights of each tensor, or none',
      zh: '训练后检查哪些梯度：全部、全部偏置加每个张量的 20 个权重，或不检查'
    }
  }),
  out: flag({
    of: ['train', 'predict', 'lab'],
    value: 'DIR',
    group: 'general',
    default: required,
    help: {
      en: 'the folder for the results, created if needed; for predict, the file',
      zh: '存放结果的文件夹，不存在则创建；predict 则为文件'
    }
  }),
  resume: flag({
    value: 'DIR',
    group: 'general',
    default: { en: 'a new run', zh: '新的训练' },
    help: {
      en: 'goes on with the run in DIR as if it had never stopped, to --epochs; without --out the results replace it',
      zh: '从 DIR 中的训练继续，如同从未中断，直到 --epochs 轮；不给 --out 时结果写回原处'
    }
  }),
  repeat: flag({
    value: 'FILE',
    group: 'general',
    default: { en: 'a new run', zh: '新的训练' },
    help: {
      en: 'trains again what an experiment.json describes, with the same bits; flags change what they name',
      zh: '按 experiment.json 重新训练，结果逐比特相同；另给的参数会改动相应的设置'
    }
  }),
  'save-rows': flag({
    value: null,
    group: 'general',
    default: { en: 'not saved', zh: '不保存' },
    help: {
      en: 'saves the rows of each part of the split, as in the file and preprocessed, in DIR/rows: train.csv, train-prepared.csv, …',
      zh: '把划分后各部分的行按原样和预处理后的形式保存到 DIR/rows：train.csv、train-prepared.csv……'
    }
  }),
  model: flag({
    of: ['predict', 'walk'],
    value: 'DIR|FILE',
    group: 'general',
    default: required,
    help: {
      en: 'the folder of a run, or a weights file (.safetensors, .npz, .json)',
      zh: '训练结果文件夹，或权重文件（.safetensors、.npz、.json）'
    }
  }),
  at: flag({
    of: ['graph'],
    value: 'X=1,A=[1,2;3,4]',
    group: 'graph',
    default: { en: 'none: FILE has cases', zh: '无：FILE 中是算例' },
    help: {
      en: 'the values of the inputs of an EXPRESSION: numbers, and matrices with their rows between semicolons',
      zh: 'EXPRESSION 中各输入的值：数字，或以分号分行的矩阵'
    }
  }),
  hessian: flag({
    of: ['graph'],
    value: null,
    group: 'graph',
    default: { en: 'only for programs of numbers', zh: '仅标量表达式' },
    help: { en: 'second derivatives too, of inputs with up to 64 elements', zh: '同时给出二阶导数（输入不超过 64 个元素）' }
  }),
  mode: flag({
    of: ['graph'],
    value: differentiationModes.join('|'),
    group: 'graph',
    choices: differentiationModes,
    default: { en: 'no counts', zh: '不计数' },
    help: {
      en: 'the number of sweeps and multiplications that the derivatives take in this mode of differentiation',
      zh: '以该模式求导所需的扫描次数和乘法次数'
    }
  }),
  svg: flag({
    of: ['graph'],
    value: 'FILE',
    group: 'graph',
    default: { en: 'no picture', zh: '不生成图片' },
    help: { en: 'draws the graph with values and gradients into an SVG file', zh: '把计算图连同值和梯度画成 SVG 文件' }
  }),
  dot: flag({
    of: ['graph'],
    value: null,
    group: 'graph',
    default: { en: 'a table', zh: '表格' },
    help: { en: "Graphviz's language instead of a table", zh: '输出 Graphviz 的 DOT 语言而不是表格' }
  }),
  case: flag({
    of: ['lab'],
    value: 'ID|CASES.json',
    group: 'lab',
    default: required,
    help: {
      en: `what the gradients are of: a worked example of the lessons (${lessonCaseNames.join(', ')}), or a JSON file of cases as grad reads them`,
      zh: `梯度所属的算例：课程中的例题（${lessonCaseNames.join('、')}），或 grad 所用格式的 JSON 算例文件`
    }
  }),
  lab: flag({
    of: ['lab'],
    value: 'FILE.lab.md',
    group: 'lab',
    default: required,
    help: { en: 'collect: the lab that the answers are to', zh: 'collect：答案所属的实验文件' }
  }),
  roster: flag({
    of: ['lab'],
    value: 'FILE',
    group: 'lab',
    default: { en: 'none', zh: '无' },
    help: {
      en: 'collect: the class list, or the table that a platform exports, whose score column is then filled in a copy; student numbers are found by their form',
      zh: 'collect：学生名单，或教学平台导出的成绩表（会在副本中填好成绩列）；按形式识别学号列'
    }
  }),
  secret: flag({
    of: ['lab'],
    value: 'FILE',
    group: 'lab',
    default: { en: 'secret.txt in DIR', zh: 'DIR 中的 secret.txt' },
    help: {
      en: 'collect: the secret from which the networks that programs are judged on are drawn; made where there is none, to be kept from students',
      zh: 'collect：评判程序所用网络由此密钥生成；没有则自动建立，不要让学生看到'
    }
  }),
  json: flag({
    of: ['graph', 'data', 'walk', 'lab'],
    value: null,
    group: 'general',
    default: { en: 'a table', zh: '表格' },
    help: { en: 'JSON instead of a table', zh: '输出 JSON 而不是表格' }
  }),
  batch: flag({
    of: ['walk'],
    value: 'N',
    group: 'walk',
    default: '1',
    help: {
      en: 'the mini-batch to walk, counted on from epoch to epoch; other rows by --rows 1,5,9, the first row of the data being 1',
      zh: '要逐步展示的小批量，逐轮连续编号；其他行用 --rows 1,5,9 指定，数据的第一行为 1'
    }
  }),
  notation: flag({
    of: ['walk'],
    value: notationNames.join('|'),
    group: 'walk',
    choices: notationNames,
    default: 'app',
    help: { en: 'the signs of the app, or of course note 000, 001 or 002', zh: '使用本应用的记号，或课程笔记 000、001、002 的记号' }
  }),
  markdown: flag({
    of: ['walk'],
    value: null,
    group: 'walk',
    default: { en: 'a table', zh: '表格' },
    help: { en: 'Markdown with formulas, for any viewer with math', zh: '输出带公式的 Markdown，可在任何支持数学公式的查看器中打开' }
  }),
  lang: flag({
    of: commands,
    value: 'zh|en',
    group: 'general',
    choices: ['zh', 'en'],
    default: { en: "the system's", zh: '跟随系统' },
    help: { en: 'language of the messages', zh: '消息的语言' }
  }),
  help: flag({ of: commands, value: null, group: 'general', default: null, help: { en: 'show this help', zh: '显示本说明' } }),
  version: flag({ of: commands, value: null, group: 'general', default: null, help: { en: 'show the version', zh: '显示版本' } })
} as const satisfies Record<string, Flag>

/** The flags that this version has; parsing, checking and --help follow from this table. */
export const flags = { ...dataFlags, ...settingFlags, ...programFlags }

export type FlagName = keyof typeof flags

export const flagNames = Object.keys(flags) as FlagName[]
