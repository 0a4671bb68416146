import type { Language } from '#core'
import { displayWidth } from './display'
import type { BothLanguages, Flag } from './flag'
import { flagNames, flags } from './flags'
import { toyLines } from './toy-help'

const groups = {
  data: { en: 'Data', zh: '数据' },
  reading: { en: 'Reading the file (train, data, predict)', zh: '读取文件（train、data、predict）' },
  preparing: { en: 'Preprocessing (all constants come from the training rows only)', zh: '预处理（所有常数都只取自训练行）' },
  split: { en: 'Training, validation and test rows', zh: '训练、验证与测试行' },
  network: { en: 'Network', zh: '网络' },
  loss: { en: 'Loss', zh: '损失' },
  training: { en: 'Training', zh: '训练' },
  seeds: { en: 'Seeds (same file, settings and version: the same bytes)', zh: '种子（文件、设置和版本相同，则结果逐字节相同）' },
  graph: { en: 'graph', zh: 'graph' },
  walk: { en: 'walk', zh: 'walk' },
  lab: { en: 'lab', zh: 'lab' },
  general: { en: 'General', zh: '通用' }
} as const satisfies Record<Flag['group'], BothLanguages>

const usage: BothLanguages = {
  en: `Backprop Lab: train a fully connected network, check every gradient, save the weights.

Usage
  backprop-lab train --data FILE|NAME --target COLUMN --out DIR [flags]
  backprop-lab data FILE     how a data file is read: format, statistics of each column, all notes (--json)
  backprop-lab predict --model DIR|FILE --data NEW.csv --out predictions.csv
  backprop-lab grad FILE     loss, outputs and gradients of the cases in a JSON file (- is standard input)
  backprop-lab fit FILE      complete training runs over given batches
  backprop-lab graph FILE    values, gradients and Hessians of expressions
  backprop-lab graph --at x=-2,y=5,z=-4 [--json|--dot] [--svg FILE] -- "x + y * z"
  backprop-lab walk FILE     every number of the steps of the cases: forward, loss, backward, update
  backprop-lab walk --model DIR [--data FILE] [--rows 1,5,9 | --batch N] [--notation NAME] [--json|--markdown]
  backprop-lab lab check-gradient FILE.py|.json|.npz|.csv --case ID|CASES.json [--json]   judges a backward pass
  backprop-lab lab mistakes  the mistakes that it can name (--json)
  backprop-lab lab check FILE.lab.md   whether a lab file is right, or the line that is not (--json)
  backprop-lab lab collect FOLDER --lab FILE.lab.md [--roster FILE] [--secret FILE] --out DIR   marks all answers in it

Examples
  backprop-lab train --data iris --out runs/iris
  backprop-lab train --data toy:moons --learning-rate 0.3 --out runs/moons
  backprop-lab train --data marks.csv --target passed --hidden 16,8 --activation relu --epochs 200 --out runs/marks`,
  zh: `Backprop Lab：训练全连接网络，逐个检查梯度，保存权重。

用法
  backprop-lab train --data FILE|NAME --target COLUMN --out DIR [参数]
  backprop-lab data FILE     数据文件的读取结果、各列统计和全部提示（--json）
  backprop-lab predict --model DIR|FILE --data NEW.csv --out predictions.csv
  backprop-lab grad FILE     JSON 文件中各算例的损失、输出和梯度（- 表示标准输入）
  backprop-lab fit FILE      按给定小批量的完整训练
  backprop-lab graph FILE    表达式的值、梯度和 Hessian 矩阵
  backprop-lab graph --at x=-2,y=5,z=-4 [--json|--dot] [--svg FILE] -- "x + y * z"
  backprop-lab walk FILE     各题每一步的全部数字：前向、损失、反向、更新
  backprop-lab walk --model DIR [--data FILE] [--rows 1,5,9 | --batch N] [--notation NAME] [--json|--markdown]
  backprop-lab lab check-gradient FILE.py|.json|.npz|.csv --case ID|CASES.json [--json]   评判反向传播，指出错在哪里
  backprop-lab lab mistakes  能够指出的错误（--json）
  backprop-lab lab check FILE.lab.md   检查实验文件，指出有误的行（--json）
  backprop-lab lab collect FOLDER --lab FILE.lab.md [--roster FILE] [--secret FILE] --out DIR   批改文件夹中的全部答案

示例
  backprop-lab train --data iris --out runs/iris
  backprop-lab train --data toy:moons --learning-rate 0.3 --out runs/moons
  backprop-lab train --data 成绩.csv --target 是否通过 --hidden 16,8 --activation relu --epochs 200 --out runs/成绩`
}

const toySets: BothLanguages = {
  en: `Toy datasets, generated on the fly: --data "toy:moons?size=200&noise=0.1&seed=1"; defaults in brackets, seed 1`,
  zh: `合成数据集，即时生成：--data "toy:moons?size=200&noise=0.1&seed=1"；未给出的参数取方括号中的值，seed 为 1`
}

const files: BothLanguages = {
  en: `Files in DIR
  experiment.json, history.csv, weights.safetensors, weights.npz, weights.json,
  predictions.csv, gradient-check.csv, summary.json
  With --folds K they are in DIR/fold-1 … DIR/fold-K. DIR itself then has folds.csv (the results of each fold),
  summary.json (means and standard deviations) and predictions.csv (every row, predicted by the run that tested on it),
  but no weights: no fold's network is preferred.

Exit codes
  0 done · 1 a bug in Backprop Lab · 2 a flag or its value · 3 the data · 4 training met a number that is not finite
  5 a gradient is wrong · 6 trained, but the results are elsewhere: where the last lines say
  130 stopped by Ctrl+C (SIGINT, SIGTERM, SIGHUP): the results so far are saved; before training, nothing is`,
  zh: `DIR 中的文件
  experiment.json、history.csv、weights.safetensors、weights.npz、weights.json、
  predictions.csv、gradient-check.csv、summary.json
  使用 --folds K 时它们位于 DIR/fold-1 … DIR/fold-K。DIR 中则有 folds.csv（每次的结果）、
  summary.json（均值与标准差）和 predictions.csv（每一行由以它为测试行的那次训练预测）；
  没有权重：各次训练不分优劣。

退出码
  0 完成 · 1 Backprop Lab 自身的错误 · 2 参数或其取值 · 3 数据 · 4 训练中出现非有限值（NaN 或无穷大）
  5 有梯度错误 · 6 训练已完成，但所选位置无法写入：结果在末尾几行所示的位置
  130 被 Ctrl+C 停止（SIGINT、SIGTERM、SIGHUP），已有结果已保存；训练开始前则不写入任何内容`
}

const byDefault: BothLanguages = { en: 'default: ', zh: '默认：' }

const WIDTH = 110
const INDENT = 2
/** A flag that takes more has its help on the next line. */
const WIDEST_SIGNATURE = 32

/** The text of --help: every flag with its default. */
export function helpText(language: Language): string {
  const widest = Math.max(...flagNames.map((name) => signature(name).length).filter((width) => width <= WIDEST_SIGNATURE))
  const column = INDENT + widest + 2
  const sections = Object.entries(groups).map(([group, title]) => {
    const lines = flagNames.filter((name) => flags[name].group === group).map((name) => flagLine(name, column, language))
    return [title[language], ...lines].join('\n')
  })
  const toys = [toySets[language], ...toyLines().map((line) => ' '.repeat(INDENT) + line)].join('\n')
  return `${[usage[language], ...sections, toys, files[language]].join('\n\n')}\n`
}

function signature(name: (typeof flagNames)[number]): string {
  const { value } = flags[name]
  return value === null ? `--${name}` : `--${name} ${value}`
}

function flagLine(name: (typeof flagNames)[number], column: number, language: Language): string {
  const { help, default: preset }: Flag = flags[name]
  const shown = typeof preset === 'string' || preset === null ? preset : preset[language]
  const text = shown === null ? help[language] : `${help[language]} [${byDefault[language]}${shown}]`
  const head = `${' '.repeat(INDENT)}${signature(name)}`
  return head.length + 2 > column ? `${head}\n${wrap(text, column)}` : head.padEnd(column) + wrap(text, column).trimStart()
}

/** Where a line may end: after a space, or after Chinese punctuation, since Chinese has no spaces. */
const BREAKS = /(?<=[ 、，；])/

/** Text in lines of limited width, every line indented. */
function wrap(text: string, indent: number): string {
  const lines: string[] = []
  let line = ''
  for (const piece of text.split(BREAKS)) {
    if (line !== '' && indent + displayWidth(line + piece.trimEnd()) > WIDTH) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  return [...lines, line].map((one) => ' '.repeat(indent) + one.trimEnd()).join('\n')
}
