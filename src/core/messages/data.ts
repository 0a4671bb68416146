import type { TextsOf } from './texts-of'

/** Tables, columns and cells that cannot be used. */
export const dataTexts = {
  'data.no-points': {
    en: 'At least one point must remain.',
    zh: '至少要保留一个点。'
  },
  'data.no-point': {
    en: 'There is no point {point}; there {count:is|are} {count} {count:point|points}.',
    zh: '没有第 {point} 个点；共有 {count} 个点。'
  },
  'data.not-a-number': {
    en: 'Row {row}, column {column} (`{name}`): `{value}` is not a number[: the decimal mark of this column is `{mark}`, not `{other}`; write `{written}`].[ In this column, {more} more {more:cell is|cells are} not {more:a number|numbers}.] Fix it, or exclude the column.',
    zh: '第 {row} 行第 {column} 列（`{name}`）：`{value}` 不是数字[：该列的小数点是 `{mark}` 而不是 `{other}`，应写作 `{written}`]。[该列另有 {more} 个单元格不是数字。]请修正，或不使用该列。'
  },
  'data.not-finite': {
    en: 'Row {row}, column {column} (`{name}`): `{value}` is infinite or not a number; training needs finite values.[ The same is true of {more} more {more:cell|cells} in this column.]',
    zh: '第 {row} 行第 {column} 列（`{name}`）：`{value}` 为非有限值（NaN 或无穷大）；训练需要有限数值。[该列另有 {more} 个这样的单元格。]'
  },
  'data.out-of-range': {
    en: 'Row {row}, column {column} (`{name}`): `{value}` is too large to compute with. Choose another scaling or precision f64, or exclude the column.',
    zh: '第 {row} 行第 {column} 列（`{name}`）：`{value}` 过大，无法计算。请更换缩放方式或使用 f64 精度，或不使用该列。'
  },
  'data.no-column': {
    en: 'There is no column `{name}`; the columns are {columns}.',
    zh: '没有名为 `{name}` 的列；现有的列：{columns}。'
  },
  'data.class-weights': {
    en: 'The class weights name {names}, but the classes of `{target}` are {classes}.',
    zh: '类别权重中的 {names} 不是 `{target}` 的类别；现有类别：{classes}。'
  },
  'data.no-features': {
    en: 'Besides the target {target} there is no column to learn from: the others are constant, identify the rows, or are left out. Choose them with --features.',
    zh: '除目标列 {target} 外没有可供学习的列：其他列恒定不变、只用于标识行，或已被排除。请用 --features 指定。'
  },
  'data.one-class': {
    en: 'Only one class in `{name}`: every row is `{value}`. Choose another target.',
    zh: '`{name}` 只有一个类别：每一行都是 `{value}`。请选择其他目标列。'
  },
  'data.constant-target': {
    en: 'The target `{name}` is always {value}; there is nothing to learn. Choose another target.',
    zh: '目标列 `{name}` 恒为 {value}，没有可学习的内容。请选择其他目标列。'
  },
  'data.text-target': {
    en: 'The target `{name}` is text (row {row}: `{value}`); regression needs numbers. Choose classification or another target.',
    zh: '目标列 `{name}` 是文本（第 {row} 行：`{value}`）；回归需要数字。请选择分类任务或其他目标列。'
  },
  'data.too-many-classes': {
    en: 'The target `{name}` has {count} classes, more than the {limit} allowed; choose another target, or regression if it is numeric.',
    zh: '目标列 `{name}` 有 {count} 个类别，超过上限 {limit}；请选择其他目标列；若是数值可改用回归。'
  },
  'data.unknown-class': {
    en: 'Row {row}, column {column} (`{name}`): the network does not know the class `{value}`; it knows {classes}.',
    zh: '第 {row} 行第 {column} 列（`{name}`）：网络不认识类别 `{value}`；它认识 {classes}。'
  },
  'data.target-missing': {
    en: 'Row {row} has no value in the target `{name}`.',
    zh: '第 {row} 行的目标列 `{name}` 没有值。'
  },
  'data.no-row': {
    en: 'The data have no row {number}; the rows are numbered from 1 to {rows}.',
    zh: '数据中没有第 {number} 行；各行编号为 1 到 {rows}。'
  },
  'data.incomplete-row': {
    en: 'Row {number} cannot be used: a feature that the network needs is missing in it.',
    zh: '第 {number} 行不能使用：缺少网络需要的特征。'
  },
  'data.no-batch': {
    en: 'There is no row to make a mini-batch of.',
    zh: '没有可以组成小批量的行。'
  },
  'data.no-answer': {
    en: 'Row {row}, column {column} (`{name}`): `{value}` is neither yes nor no, nor 0 or 1. A label column must use the same pair of values in all rows.',
    zh: '第 {row} 行第 {column} 列（`{name}`）：`{value}` 既不是“是/否”也不是 0/1。标签列的所有行须使用同一对取值。'
  },
  'data.no-side': {
    en: 'Row {row}, column {column} (`{name}`): `{value}` is not a part of the split; it must be train, test or validation.',
    zh: '第 {row} 行第 {column} 列（`{name}`）：`{value}` 无法识别；应为 train、test 或 validation（训练、测试、验证）。'
  },
  'data.no-values': {
    en: 'Column `{name}` has no value in any training row, so missing values cannot be filled in. Exclude the column.',
    zh: '列 `{name}` 在训练行中没有任何值，无法填补缺失值。请不使用该列。'
  },
  'data.too-few-rows': {
    en: 'After {dropped} {dropped:row|rows} with missing values {dropped:was|were} dropped, {train} training {train:row|rows} and {test} test {test:row|rows} are left; at least 2 training rows are needed.',
    zh: '剔除含缺失值的 {dropped} 行后，剩下 {train} 行训练数据和 {test} 行测试数据；至少需要 2 行训练数据。'
  },
  'data.too-many-inputs': {
    en: 'The features become {count} inputs, more than the {limit} allowed. Choose fewer of them; a text column becomes as many inputs as it has values.',
    zh: '所选特征共产生 {count} 个输入，超过上限 {limit}。请少选一些特征；文本列有多少个取值就产生多少个输入。'
  },
  'data.sample-missing': {
    en: '{name} is empty. Rows without a value here were not used in training, so enter one.',
    zh: '{name} 为空。训练时已剔除缺少该值的行，请填写一个值。'
  },
  'data.sample-number': {
    en: '{name} is {value}; it must be a finite number.',
    zh: '{name} 为 {value}；应为有限数。'
  }
} as const satisfies TextsOf<'data'>
