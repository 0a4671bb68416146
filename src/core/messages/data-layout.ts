import type { TextsOf } from './texts-of'

/** Text in which no table can be recognized. */
export const dataLayoutTexts = {
  'data.empty-file': {
    en: 'The file is empty.',
    zh: '文件是空的。'
  },
  'data.header-only': {
    en: 'Row {row} is a header but there are no data rows.',
    zh: '第 {row} 行是表头，但没有数据行。'
  },
  'data.not-text': {
    en: 'This is not a CSV file[ but {kind}][: byte {byte} is zero]; save it as CSV (UTF-8, comma-separated) first.',
    zh: '这不是 CSV 文件[，而是 {kind}][：第 {byte} 个字节为零]；请先另存为 CSV（UTF-8，逗号分隔）。'
  },
  'data.not-utf8': {
    en: 'Byte {byte} (row {row}, column {column}) is not UTF-8. Try GB18030, or save the file as “CSV UTF-8” and open it again.',
    zh: '第 {byte} 个字节（第 {row} 行第 {column} 列）不是 UTF-8。请尝试 GB18030，或把文件另存为“CSV UTF-8”后重新打开。'
  },
  'data.wrong-encoding': {
    en: 'The file is not in the encoding {encoding}. Choose another one.',
    zh: '文件的编码不是 {encoding}。请选择其他编码。'
  },
  'data.quote-not-closed': {
    en: 'Row {row}, column {column}[ (`{name}`)]: a quote opened here is never closed.',
    zh: '第 {row} 行第 {column} 列[（`{name}`）]：此处的引号没有闭合。'
  },
  'data.text-after-quote': {
    en: 'Row {row}, column {column}[ (`{name}`)]: unexpected `{value}` after the closing quote[ of the field that opens in row {opened}]; write a quote inside a field as "".',
    zh: '第 {row} 行第 {column} 列[（`{name}`）]：右引号[（该字段始于第 {opened} 行）]之后出现 `{value}`；字段内的引号请写成 ""。'
  },
  'data.ragged-row': {
    en: 'Row {row} has {actual} {actual:field|fields}; the header has {expected}[ (missing {missing})]. [Rows like this: {others} ({count} in all). ]Drop {count:it|them}, or fix the file and open it again.',
    zh: '第 {row} 行有 {actual} 个字段，表头有 {expected} 个[（缺少 {missing}）]。[这样的行：{others}（共 {count} 行）。]请丢弃{count:该行|这些行}，或修正后重新打开文件。'
  },
  'data.no-row-fits': {
    en: 'No row has the {expected} {expected:field|fields} of the header; row {row} has {actual}. Is the separator right? Choose another one, skip lines above the table, or fix the file.',
    zh: '没有任何一行的字段数与表头的 {expected} 个一致；第 {row} 行有 {actual} 个。分隔符是否正确？请更换分隔符，跳过表格上方的行，或修正文件。'
  },
  'data.few-rows-fit': {
    en: 'The header has {expected} {expected:field|fields}, but {count} of {total} rows {count:has|have} another number of them; the first is row {row}, with {actual}. Is the separator right? Choose another one, skip lines above the table, or fix the file.',
    zh: '表头有 {expected} 个字段，但 {total} 行中有 {count} 行的字段数与之不同；第一个是第 {row} 行，有 {actual} 个。分隔符是否正确？请更换分隔符，跳过表格上方的行，或修正文件。'
  },
  'data.rows-above': {
    en: 'Row {row} ({names}) seems to be the header; {count} {count:row|rows} above it ({count:|first: }`{value}`) {count:is|are} not part of the table. Skip {count:it|them}, or fix the file and open it again.',
    zh: '第 {row} 行（{names}）看起来是表头；其上方的 {count} 行（`{value}`）不属于表格。请跳过{count:该行|这些行}，或修正文件后重新打开。'
  },
  'data.preamble': {
    en: '{count:Row|Rows} {rows} {count:has|have} {fields} {fields:field|fields}, later rows {expected}. Skip {count:it|them}, or fix the file and open it again.',
    zh: '第 {rows} 行有 {fields} 个字段，之后的行有 {expected} 个。请跳过{count:该行|这些行}，或修正文件后重新打开。'
  },
  'data.row-too-long': {
    en: 'Row {row} is longer than 16 MB; is a closing quote missing?',
    zh: '第 {row} 行超过 16 MB；是否缺少右引号？'
  },
  'data.field-too-long': {
    en: 'Row {row}, column {column} is longer than 1 MB; is a closing quote missing?',
    zh: '第 {row} 行第 {column} 列超过 1 MB；是否缺少右引号？'
  },
  'data.too-many-columns': {
    en: 'Row {row} has {actual} {actual:field|fields}, more than {limit}; is the separator right?',
    zh: '第 {row} 行有 {actual} 个字段，超过 {limit} 个；分隔符是否正确？'
  }
} as const satisfies TextsOf<'data'>
