import { columnKinds, defaultSettings, encodings, missingChoices, missingTokens, raggedRows, scalings, tasks, textEncodings } from '#core'
import { samples } from '#shared/samples'
import { flag, required, type Command, type Flag } from './flag'

const readers: readonly Command[] = ['train', 'data', 'predict']
const found = { en: 'as found in the file', zh: '从文件中识别' }

/** What stands between cells, by the words for what is hard to type; the marks themselves are understood too. */
export const separatorWords = { comma: ',', semicolon: ';', tab: '\t', pipe: '|', space: ' ' } as const

/** The flags about data: which, how they are read, how they are prepared, and how they are divided. */
export const dataFlags = {
  data: flag({
    of: ['train', 'predict'],
    value: 'FILE|NAME',
    group: 'data',
    default: required,
    help: {
      en: `a CSV file, a sample: ${samples.map(({ name }) => name).join(', ')}, or a toy data set (see below)`,
      zh: `CSV 文件，示例数据：${samples.map(({ name }) => name).join('、')}，或玩具数据集（见下）`
    }
  }),
  target: flag({
    value: 'COLUMN[,…]',
    group: 'data',
    default: { en: "required for a file; a sample's or toy set's own", zh: '文件必填；示例数据和玩具数据集用其自带目标' },
    help: {
      en: 'the column to predict, or several: labels of yes and no, or numbers; a name with a comma goes in double quotes',
      zh: '要预测的列，可以有多列：是/否标签或数值；含逗号的列名请加双引号'
    }
  }),
  features: flag({
    value: 'A,B,…',
    group: 'data',
    default: { en: 'all columns that carry something', zh: '所有含信息的列' },
    help: {
      en: 'the columns to predict it from; a name with a comma goes in double quotes',
      zh: '用来预测的列；含逗号的列名请加双引号'
    }
  }),
  task: flag({
    value: tasks.join('|'),
    group: 'data',
    choices: tasks,
    default: { en: 'by the target', zh: '由目标列决定' },
    help: {
      en: 'text, or at most 20 different whole numbers, are classes; other numbers are predicted as such; several columns of yes and no are labels',
      zh: '文本或不超过 20 种整数视为类别；其他数值做回归；多个是/否列为多标签'
    }
  }),
  encoding: flag({
    of: readers,
    value: encodings.join('|'),
    group: 'reading',
    choices: encodings,
    default: found,
    help: { en: 'the encoding of the file', zh: '文件编码' }
  }),
  separator: flag({
    of: readers,
    value: 'MARK',
    group: 'reading',
    default: found,
    help: {
      en: `what stands between cells: ${Object.keys(separatorWords).join(', ')}, or the mark itself`,
      zh: `分隔符：${Object.keys(separatorWords).join('、')}，或该符号本身`
    }
  }),
  decimal: flag({
    of: readers,
    value: '.|,',
    group: 'reading',
    choices: ['.', ','],
    default: found,
    help: { en: 'the decimal mark; the other one then groups thousands', zh: '小数点符号；另一个符号则为千位分隔符' }
  }),
  header: flag({
    of: readers,
    value: 'yes|no',
    group: 'reading',
    choices: ['yes', 'no'],
    default: found,
    help: { en: 'whether the first row holds names', zh: '第一行是否为列名' }
  }),
  ragged: flag({
    of: readers,
    value: raggedRows.join('|'),
    group: 'reading',
    choices: raggedRows,
    default: raggedRows[0],
    help: {
      en: 'what becomes of rows with too few or too many fields: the file is refused, or they go',
      zh: '字段数不对的行：拒绝整个文件，或丢弃这些行'
    }
  }),
  'missing-values': flag({
    of: readers,
    value: 'A,B,…',
    group: 'reading',
    default: missingTokens.map((token) => token || '""').join(','),
    help: {
      en: 'what stands for a missing value, whatever the case of its letters; "" is an empty cell',
      zh: '表示缺失值的内容，不分大小写；"" 表示空单元格'
    }
  }),
  types: flag({
    of: readers,
    value: 'A=TYPE,B=TYPE',
    group: 'reading',
    default: found,
    help: {
      en: `what columns are read as: ${columnKinds.join(', ')}; a pair with a comma in it goes in double quotes`,
      zh: `各列按什么类型读取：${columnKinds.join('、')}；含逗号的一对请加双引号`
    }
  }),
  rows: flag({
    of: readers,
    value: 'N|random:N',
    group: 'reading',
    default: { en: 'all', zh: '全部' },
    help: { en: 'only the first N rows, or N drawn at random by --seed', zh: '只读前 N 行，或按 --seed 随机抽取 N 行' }
  }),
  missing: flag({
    value: missingChoices.join('|'),
    group: 'preparing',
    choices: missingChoices,
    default: defaultSettings.missing,
    help: {
      en: 'what becomes of missing values: their rows are dropped; or they are filled with the mean, median or most frequent value of the training rows (texts: always the latter); indicator: with the mean, and an input of 0 or 1 tells where',
      zh: '缺失值的处理：丢弃所在行；或用训练行的均值、中位数、众数填补（文本总用众数）；indicator：用均值填补，并另加一个 0/1 输入'
    }
  }),
  encode: flag({
    value: textEncodings.join('|'),
    group: 'preparing',
    choices: textEncodings,
    default: defaultSettings.encode,
    help: {
      en: 'how texts become inputs: one of 0 or 1 a category, or the number of the category by code point, from 0, scaled like a number',
      zh: '文本如何成为输入：每个类别一个 0/1 输入，或按码位排序的类别序号（从 0 起，与数值一样缩放）'
    }
  }),
  scale: flag({
    value: scalings.join('|'),
    group: 'preparing',
    choices: scalings,
    default: defaultSettings.scale,
    help: {
      en: 'how numbers are scaled, by the training rows: mean and deviation, minimum and maximum, or median and distance of the quartiles; none leaves them as they are',
      zh: '数值的缩放方式（按训练行计算）：均值与标准差、最小值与最大值、中位数与四分位距；none 保持原样'
    }
  }),
  override: flag({
    value: 'A:missing=X,encode=Y,scale=Z[;B:…]',
    group: 'preparing',
    default: { en: 'the same for all', zh: '各列相同' },
    help: {
      en: 'other choices for single columns, such as "age:missing=median,scale=robust;city:encode=ordinal"',
      zh: '对单个列另作选择，如 "年龄:missing=median,scale=robust;城市:encode=ordinal"'
    }
  }),
  'scale-targets': flag({
    value: 'standard|none',
    group: 'preparing',
    choices: ['standard', 'none'],
    default: defaultSettings.scaleTargets,
    help: { en: 'whether targets that are numbers are standardised; the loss is in those units', zh: '数值目标是否标准化；损失以该单位计' }
  }),
  test: flag({
    value: 'X',
    group: 'split',
    default: String(defaultSettings.test),
    help: { en: 'the share of rows kept for testing, 0 ≤ x < 1', zh: '留作测试的行所占比例，0 ≤ x < 1' }
  }),
  validation: flag({
    value: 'X',
    group: 'split',
    default: String(defaultSettings.validation),
    help: { en: 'the share of all rows kept for validation, besides the test rows', zh: '在测试行之外留作验证的行占全部行的比例' }
  }),
  unstratified: flag({
    value: null,
    group: 'split',
    default: { en: 'class by class', zh: '按类别分层' },
    help: { en: 'draws the test rows from all rows together', zh: '不分类别，从全部行中抽取测试行' }
  }),
  'split-column': flag({
    value: 'COLUMN',
    group: 'split',
    default: { en: 'drawn by seed', zh: '按种子抽取' },
    help: { en: 'the column that says train, test or validation', zh: '用来指明 train、test、validation（训练、测试、验证）的列' }
  }),
  'split-last': flag({
    value: 'N',
    group: 'split',
    default: { en: 'drawn by seed', zh: '按种子抽取' },
    help: { en: 'the last N rows are the test rows', zh: '最后 N 行用于测试' }
  }),
  folds: flag({
    value: 'K',
    group: 'split',
    default: { en: 'one run', zh: '只训练一次' },
    help: {
      en: 'cross-validation: K runs, each part of the rows being the test rows once; each run has its files in DIR/fold-1, DIR/fold-2, …',
      zh: '交叉验证：训练 K 次，各部分的行轮流用于测试；每次的文件在 DIR/fold-1、DIR/fold-2……'
    }
  })
} as const satisfies Record<string, Flag>
