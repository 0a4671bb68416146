import type { TextsOf } from './texts-of'

/** Notices on columns and rows as they are prepared for a network. */
export const preparationNoteTexts = {
  'note.dropped-rows': {
    en: '{count} of {total} rows {count:has|have} a missing value in a chosen column and {count:is|are} dropped ({count:|first: }row {row}, `{name}`)[; {alone} of them only because of `{most}`: without that feature, or with its values filled in, {alone:it is|they are} kept].',
    zh: '{total} 行中有 {count} 行在所选列中含缺失值，已剔除（{count:|第一处：}第 {row} 行，`{name}`）[；其中 {alone} 行仅因 `{most}` 缺失：不使用该特征或填补其缺失值即可保留这些行]。'
  },
  'note.empty-column': {
    en: 'Column `{name}` has no values; it is excluded from the features.',
    zh: '列 `{name}` 没有任何值，未选作特征。'
  },
  'note.identifier': {
    en: 'Column `{name}` is text and different in every row (an ID); it is excluded from the features.',
    zh: '列 `{name}` 是文本且每行都不同（编号），未选作特征。'
  },
  'note.near-identifier': {
    en: 'Column `{name}` is text and has {distinct} different values in {count} {count:row|rows} (nearly an ID); it is excluded from the features.',
    zh: '列 `{name}` 是文本，{count} 行中有 {distinct} 个不同的值（近似于编号），未选作特征。'
  },
  'note.copies-target': {
    en: 'The feature `{name}` determines the target `{target}` in every row, and is determined by it: a copy of the target? If so, the results say nothing; exclude it.',
    zh: '特征 `{name}` 与目标列 `{target}` 在每一行都一一对应：它是目标的副本吗？若是，则结果没有意义；请不使用该特征。'
  },
  'note.running-number': {
    en: 'The feature `{name}` counts the rows, which are sorted by `{target}`: it gives the class away, and means nothing in new rows. Exclude it.',
    zh: '特征 `{name}` 是行的流水号，而各行按 `{target}` 排序：它会泄露类别，对新数据却没有意义。请不使用该特征。'
  },
  'note.untested-classes': {
    en: 'Classes of `{name}` without a test row: {classes} ({count} {count:row|rows} in all, used for training); the test results say nothing about them.',
    zh: '`{name}` 的以下类别没有测试行：{classes}（共 {count} 行都在训练数据中）；测试结果不反映这些类别。'
  },
  'note.constant-column': {
    en: 'Column `{name}` is always `{value}`: it carries no information and is excluded from the features.',
    zh: '列 `{name}` 恒为 `{value}`，不含信息，未选作特征。'
  },
  'note.unseen-category': {
    en: 'Column `{name}`: {count} {count:row has|rows have} a value not seen in training ({count:|first: }row {row}, `{value}`[; in all: {values}]); all its inputs are 0 there.',
    zh: '列 `{name}`：有 {count} 行的取值未在训练数据中出现（{count:|第一处：}第 {row} 行，`{value}`[；共有：{values}]），其对应输入全为 0。'
  },
  'note.unseen-ordinal': {
    en: 'Column `{name}`: {count} {count:row has|rows have} a value not seen in training ({count:|first: }row {row}, `{value}`[; in all: {values}]); it counts as −1 there.',
    zh: '列 `{name}`：有 {count} 行的取值未在训练数据中出现（{count:|第一处：}第 {row} 行，`{value}`[；共有：{values}]），按 −1 处理。'
  },
  'note.other-spelling': {
    en: 'Column `{name}`: {count} {count:row has|rows have} a known category in another spelling and {count:is|are} read as that category ({count:|first: }row {row}, `{value}` is read as `{category}`).',
    zh: '列 `{name}`：有 {count} 行的取值与已知类别只是写法不同，按已知类别处理（{count:|第一处：}第 {row} 行，`{value}` 按 `{category}` 处理）。'
  },
  'note.far-outside': {
    en: 'Column `{name}`: {count} {count:number is|numbers are} far outside those of the training rows ({count:|first: }row {row}, `{value}`[, {deviations} standard deviations from their mean][, {quartiles} interquartile ranges from their median][, {widths} times the width of their range beyond it]). The network can only extrapolate there; check the unit and the decimal mark.',
    zh: '列 `{name}`：有 {count} 个数远超出训练数据的范围（{count:|第一处：}第 {row} 行，`{value}`[，与均值相差 {deviations} 个标准差][，与中位数相差 {quartiles} 个四分位距][，超出其取值范围，达范围宽度的 {widths} 倍]）。网络在此只能外推；请检查单位和小数点。'
  },
  'note.filled': {
    en: 'Column `{name}`: {count} missing {count:value is|values are} filled with {value} ({count:|first: }row {row}).',
    zh: '列 `{name}`：{count} 个缺失值已填补为 {value}（{count:|第一处：}第 {row} 行）。'
  },
  'note.unused-columns': {
    en: 'The model does not use these columns: {names}.',
    zh: '模型不使用这些列：{names}。'
  },
  'note.duplicate-rows': {
    en: '{count} test {count:row|rows} ({percent} % of them) also {count:occurs|occur} in the training rows, so that the test figures are too good ({count:|first: }row {row} is identical to row {other}).',
    zh: '有 {count} 个测试行（占 {percent}%）也出现在训练数据中，测试指标因此偏高（{count:|第一处：}第 {row} 行与第 {other} 行相同）。'
  },
  'note.repeated-rows': {
    en: '{count} training {count:row repeats an earlier one|rows repeat earlier ones} ({percent} % of them), and {count:counts|count} again in the loss ({count:|first: }row {row} is identical to row {other}).',
    zh: '有 {count} 个训练行（占 {percent}%）与前面的行重复，在损失中被重复计算（{count:|第一处：}第 {row} 行与第 {other} 行相同）。'
  },
  'note.single-label': {
    en: 'Row {row}: `{value}` occurs once in `{name}`.',
    zh: '第 {row} 行：`{value}` 在 `{name}` 中只出现一次。'
  },
  'note.label-typo': {
    en: 'Row {row}: `{value}` occurs once; a typo of `{near}`?',
    zh: '第 {row} 行：`{value}` 只出现一次；是否为 `{near}` 的笔误？'
  },
  'note.missing-class': {
    en: 'Class `{value}` of `{name}` has no training rows.',
    zh: '`{name}` 的类别 `{value}` 没有训练数据。'
  }
} as const satisfies TextsOf<'note'>
