import { columnKinds, dateOrders, encodings, escapeChoices, missingTokens, omissions, raggedRows, spellingChoices } from '#core'
import { samples } from '#shared/samples'
import { flag, required, type Command, type Flag } from './flag'

const readers: readonly Command[] = ['train', 'data', 'predict']
const found = { en: 'detected from the file', zh: '从文件中识别' }

/** The separators of cells by the words for those that are hard to type; the marks themselves are understood too. */
export const separatorWords = { comma: ',', semicolon: ';', tab: '\t', pipe: '|', space: ' ', blanks: 'blanks' } as const

/** The flags about a file of data: which, and how it is read. */
export const dataFlags = {
  data: flag({
    of: ['train', 'predict', 'walk'],
    value: 'FILE|NAME',
    group: 'data',
    default: required,
    help: {
      en: `a table (CSV, xlsx, ods, Parquet, JSON, …), a sample: ${samples.map(({ name }) => name).join(', ')}, or a toy dataset (see below)`,
      zh: `表格文件（CSV、xlsx、ods、Parquet、JSON 等），示例数据：${samples.map(({ name }) => name).join('、')}，或合成数据集（见下）`
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
      en: `the separator of cells: ${Object.keys(separatorWords).join(', ')}, or the mark itself`,
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
    help: { en: 'whether the first row has the column names', zh: '第一行是否为列名' }
  }),
  ragged: flag({
    of: readers,
    value: raggedRows.join('|'),
    group: 'reading',
    choices: raggedRows,
    default: raggedRows[0],
    help: {
      en: 'rows with too few or too many fields: cancel rejects the file, drop drops the rows',
      zh: '字段数不对的行：cancel 拒绝整个文件，drop 丢弃这些行'
    }
  }),
  'missing-values': flag({
    of: readers,
    value: 'A,B,…',
    group: 'reading',
    default: missingTokens.map((token) => token || '""').join(','),
    help: {
      en: 'what is read as a missing value, in upper or lower case; "" is an empty cell; +A,B adds to the default ones, -A,B takes away from them',
      zh: '表示缺失值的内容，不分大小写；"" 表示空单元格；+A,B 在默认值之外增加，-A,B 从默认值中去掉'
    }
  }),
  dates: flag({
    of: readers,
    value: dateOrders.join('|'),
    group: 'reading',
    choices: dateOrders,
    default: found,
    help: {
      en: 'the order of day and month in dates such as 01/02/2024',
      zh: '01/02/2024 这类日期中日与月的先后：day-first 日在前，month-first 月在前'
    }
  }),
  spellings: flag({
    of: readers,
    value: spellingChoices.join('|'),
    group: 'reading',
    choices: spellingChoices,
    default: spellingChoices[0],
    help: {
      en: 'values that differ only in letter case, blanks, invisible or look-alike characters, or Unicode form: keep them apart, or merge them',
      zh: '只在大小写、空白、不可见字符或 Unicode 形式上不同的取值：keep 保持区分，merge 合并'
    }
  }),
  escape: flag({
    of: readers,
    value: escapeChoices.join('|'),
    group: 'reading',
    choices: escapeChoices,
    default: found,
    help: { en: 'a quote inside quotes is written "" (double) or \\" (backslash)', zh: '引号内的引号写作 ""（double）或 \\"（backslash）' }
  }),
  skip: flag({
    of: readers,
    value: 'N',
    group: 'reading',
    default: '0',
    help: { en: 'skip the first N lines of the file', zh: '跳过文件的前 N 行' }
  }),
  omit: flag({
    of: readers,
    value: omissions.join(','),
    group: 'reading',
    list: true,
    choices: omissions,
    default: { en: 'nothing', zh: '不略去' },
    help: {
      en: 'rows to leave out: totals and remarks at the end, rows that repeat an earlier one, hidden rows of a sheet',
      zh: '略去的行：totals 末尾的合计与备注，repeats 与前面重复的行，hidden 工作表中隐藏的行'
    }
  }),
  types: flag({
    of: readers,
    value: 'A=TYPE,B=TYPE',
    group: 'reading',
    default: found,
    help: {
      en: `types of columns: ${columnKinds.join(', ')}; put a pair with a comma in double quotes`,
      zh: `各列读取为何种类型：${columnKinds.join('、')}；含逗号的一对请加双引号`
    }
  }),
  sheet: flag({
    of: readers,
    value: 'NAME',
    group: 'reading',
    default: { en: 'the first', zh: '第一个' },
    help: { en: 'the sheet of a workbook (xlsx, ods)', zh: '工作簿（xlsx、ods）中的工作表' }
  }),
  rows: flag({
    of: [...readers, 'walk'],
    value: 'N|random:N',
    group: 'reading',
    default: { en: 'all', zh: '全部' },
    help: {
      en: 'only the first N rows, or N drawn at random by --seed; for walk, the numbers of the rows: 1,5,9',
      zh: '只读取前 N 行，或按 --seed 随机抽取 N 行；walk 则为各行的编号：1,5,9'
    }
  })
} as const satisfies Record<string, Flag>
