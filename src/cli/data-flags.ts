import { columnKinds, encodings, missingTokens, raggedRows } from '#core'
import { samples } from '#shared/samples'
import { flag, required, type Command, type Flag } from './flag'

const readers: readonly Command[] = ['train', 'data', 'predict']
const found = { en: 'as found in the file', zh: '从文件中识别' }

/** The separators of cells by the words for those that are hard to type; the marks themselves are understood too. */
export const separatorWords = { comma: ',', semicolon: ';', tab: '\t', pipe: '|', space: ' ' } as const

/** The flags about a file of data: which, and how it is read. */
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
  })
} as const satisfies Record<string, Flag>
