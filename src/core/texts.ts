/**
 * Every sentence the engine can say to a person, in both languages, keyed by a stable code.
 * `{name}` is replaced by the detail of that name. A new error or note is one entry here.
 */
export const texts = {
  'shape.mismatch': {
    en: '{operation}: expected {expected}, got {actual}.',
    zh: '{operation}：应为 {expected}，实际为 {actual}。'
  },
  'spec.field': {
    en: '{path}: {problem}.',
    zh: '{path}：{problem}。'
  },
  'spec.whole-number': {
    en: '{field} is {value}; it must be a whole number from {low} to {high}.',
    zh: '{field} 为 {value}；应为 {low} 到 {high} 之间的整数。'
  },
  'spec.above': {
    en: '{field} is {value}; it must be a finite number above {above}.',
    zh: '{field} 为 {value}；应为大于 {above} 的有限数。'
  },
  'spec.non-negative': {
    en: '{field} is {value}; it must be a finite number, 0 or more.',
    zh: '{field} 为 {value}；应为不小于 0 的有限数。'
  },
  'spec.fraction': {
    en: '{field} is {value}; it must be at least 0 and below 1.',
    zh: '{field} 为 {value}；应不小于 0 且小于 1。'
  },
  'spec.choice': {
    en: '{field} is {value}; it must be one of {choices}.',
    zh: '{field} 为 {value}；可选：{choices}。'
  },
  'spec.too-many-layers': {
    en: 'There are more than {limit} hidden layers.',
    zh: '隐藏层超过 {limit} 层。'
  },
  'spec.malformed': {
    en: '{field} is {value}, which is not usable: {problem}.',
    zh: '{field} 为 {value}，无法使用：{problem}。'
  },
  'spec.output-activation': {
    en: 'The loss {loss} needs a {expected} output layer; this one is {actual}.',
    zh: '损失 {loss} 要求输出层为 {expected}，当前为 {actual}。'
  },
  'spec.loss-for-task': {
    en: 'The loss {loss} does not fit this target ({target}); use {usable}.',
    zh: '损失 {loss} 不适用于该目标（{target}）；可用：{usable}。'
  },
  'spec.no-features': {
    en: 'No feature is chosen; choose at least one column besides the target.',
    zh: '没有选择任何特征；请至少选择目标之外的一列。'
  },
  'spec.target-is-feature': {
    en: 'The target {target} is also a feature; leave it out of the features.',
    zh: '目标列 {target} 同时被选为特征；请从特征中去掉它。'
  },
  'numeric.diverged': {
    en: 'Training stopped: {tensor} is not finite at step {step}, layer {layer}. The learning rate ({learningRate}) is likely too high; lower it and rewind.',
    zh: '训练已停止：第 {step} 步、第 {layer} 层的 {tensor} 不是有限数。学习率（{learningRate}）可能过大；请调低后回到起点。'
  },
  'numeric.not-deterministic': {
    en: 'The loss is not deterministic: two evaluations gave {first} and {second}. No verdict is given.',
    zh: '损失不是确定性的：两次计算得到 {first} 和 {second}，因此不作判定。'
  },
  'numeric.not-finite': {
    en: 'The loss of this batch is not finite, so its gradient cannot be checked. Rewind, lower the learning rate, and train again.',
    zh: '该批次的损失不是有限数，无法检查梯度。请回到起点、调低学习率后重新训练。'
  },
  'format.not-weights': {
    en: '{file} is not a file of weights: {problem}.',
    zh: '{file} 不是权重文件：{problem}。'
  },
  'data.empty-file': {
    en: 'The file is empty.',
    zh: '文件是空的。'
  },
  'data.header-only': {
    en: 'Row 1 is a header but there are no data rows.',
    zh: '第 1 行是表头，但没有数据行。'
  },
  'data.not-text': {
    en: 'This is {kind}, not CSV; save it as CSV (UTF-8, comma separated) first.',
    zh: '这是 {kind}，不是 CSV；请先另存为 CSV（UTF-8，逗号分隔）。'
  },
  'data.not-utf8': {
    en: 'Byte {byte} (row {row}) is not UTF-8. Save the file as “CSV UTF-8” and open it again.',
    zh: '第 {byte} 个字节（第 {row} 行）不是 UTF-8。请把文件另存为“CSV UTF-8”后重新打开。'
  },
  'data.separator': {
    en: 'Row 1 has no comma but {count} times {separator}: the file looks separated by {separator}. Save it with commas and open it again.',
    zh: '第 1 行没有逗号，却有 {count} 个 {separator}：文件似乎以 {separator} 分隔。请改用逗号保存后重新打开。'
  },
  'data.quote-not-closed': {
    en: 'Row {row}, column {column}: a quote opened here is never closed.',
    zh: '第 {row} 行第 {column} 列：此处的引号没有闭合。'
  },
  'data.text-after-quote': {
    en: 'Row {row}, column {column}: unexpected text after the closing quote; write a quote inside a field as "".',
    zh: '第 {row} 行第 {column} 列：右引号之后还有文字；字段内的引号请写成 ""。'
  },
  'data.ragged-row': {
    en: 'Row {row} has {actual} fields; the header has {expected}{missing}. Rows like this: {rows} ({count} in all). Mend them and open the file again.',
    zh: '第 {row} 行有 {actual} 个字段，表头有 {expected} 个{missing}。这样的行：{rows}（共 {count} 行）。请修正后重新打开文件。'
  },
  'data.not-a-number': {
    en: 'Row {row}, column {column} (`{name}`): `{value}` is not a number.{more}',
    zh: '第 {row} 行第 {column} 列（`{name}`）：`{value}` 不是数字。{more}'
  },
  'data.not-finite': {
    en: 'Row {row}, column {column} (`{name}`): `{value}` is infinite or not a number; training needs finite values.',
    zh: '第 {row} 行第 {column} 列（`{name}`）：`{value}` 是无穷大或非数；训练需要有限数值。'
  },
  'data.no-column': {
    en: 'There is no column `{name}`; the columns are {columns}.',
    zh: '没有名为 `{name}` 的列；现有的列：{columns}。'
  },
  'data.one-class': {
    en: 'Only one class in `{name}`: every row says `{value}`. Choose another target.',
    zh: '`{name}` 只有一个类别：每一行都是 `{value}`。请选择其他目标列。'
  },
  'data.constant-target': {
    en: 'The target `{name}` is always {value}; there is nothing to learn. Choose another target.',
    zh: '目标列 `{name}` 恒为 {value}，没有可学的内容。请选择其他目标列。'
  },
  'data.text-target': {
    en: 'The target `{name}` is text (row {row}: `{value}`); regression needs numbers. Choose classification or another target.',
    zh: '目标列 `{name}` 是文本（第 {row} 行：`{value}`）；回归需要数字。请选择分类任务或其他目标列。'
  },
  'data.too-many-classes': {
    en: 'The target `{name}` has {count} classes, more than the {limit} allowed; choose another target, or regression if it is a number.',
    zh: '目标列 `{name}` 有 {count} 个类别，超过上限 {limit}；请选择其他目标列；若是数值可改用回归。'
  },
  'data.too-few-rows': {
    en: '{train} training rows and {test} test rows are left after {dropped} rows with missing values were dropped; at least 2 training rows are needed.',
    zh: '去掉含缺失值的 {dropped} 行后，剩下 {train} 行训练数据和 {test} 行测试数据；至少需要 2 行训练数据。'
  },
  'data.too-many-inputs': {
    en: 'The features make {count} inputs after one-hot encoding, more than {limit}; leave out text columns with many values.',
    zh: '独热编码后共有 {count} 个输入，超过上限 {limit}；请去掉取值很多的文本列。'
  },
  'data.too-large': {
    en: '{name} has {megabytes} MB; this version reads files up to {limit} MB.',
    zh: '{name} 大小为 {megabytes} MB；当前版本最多读取 {limit} MB。'
  },
  'data.missing-file': {
    en: '{name} cannot be read ({reason}).',
    zh: '无法读取 {name}（{reason}）。'
  },
  'data.changed': {
    en: '{name} is not the file this experiment was made with (its content has changed).',
    zh: '{name} 的内容已改变，不再是本实验所用的文件。'
  },
  'file.not-writable': {
    en: '{path} cannot be written ({reason}). Choose another folder.',
    zh: '无法写入 {path}（{reason}）。请选择其他文件夹。'
  },
  'note.dropped-rows': {
    en: '{count} of {total} rows have a missing value in a chosen column and are left out (first: row {row}, `{name}`).',
    zh: '{total} 行中有 {count} 行在所选列中含缺失值，已略去（第一处：第 {row} 行，`{name}`）。'
  },
  'note.renamed-column': {
    en: 'Column {column} is named `{name}`: its header was {original}.',
    zh: '第 {column} 列命名为 `{name}`：原表头为{original}。'
  },
  'note.identifier': {
    en: 'Column `{name}` is text and different in every row (an identifier); it is left out of the features.',
    zh: '列 `{name}` 是文本且每行都不同（标识符），未选作特征。'
  },
  'note.constant-column': {
    en: 'Column `{name}` is always `{value}`: it carries nothing, and is left out of the features.',
    zh: '列 `{name}` 恒为 `{value}`，不含信息，未选作特征。'
  },
  'note.unseen-category': {
    en: 'Column `{name}`: {count} test rows hold a value that no training row has (first: row {row}, `{value}`); all its inputs are 0 there.',
    zh: '列 `{name}`：有 {count} 行测试数据的取值未在训练数据中出现（第一处：第 {row} 行，`{value}`），其对应输入全为 0。'
  },
  'note.missing-class': {
    en: 'Class `{value}` of `{name}` has no training row.',
    zh: '`{name}` 的类别 `{value}` 没有训练数据。'
  },
  'request.busy': {
    en: 'Pause the training first.',
    zh: '请先暂停训练。'
  },
  'request.cancelled': {
    en: 'Cancelled.',
    zh: '已取消。'
  },
  'request.invalid': {
    en: 'The request {name} was refused: {problem}.',
    zh: '请求 {name} 被拒绝：{problem}。'
  },
  'bug': {
    en: 'This is a mistake in Backprop Lab: {message}',
    zh: '这是 Backprop Lab 自身的错误：{message}'
  }
} as const

export type TextCode = keyof typeof texts
export type Language = 'en' | 'zh'
export type Details = Readonly<Record<string, string | number>>

/** Something the engine says without stopping: a code and the figures that fill its sentence. */
export interface Note {
  readonly code: TextCode
  readonly details: Details
}

/** The sentence of a code in one language, with its details filled in; an unknown placeholder stays visible. */
export function sentence(code: TextCode, details: Details, language: Language): string {
  return texts[code][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(details, name) ? String(details[name]) : whole
  )
}
