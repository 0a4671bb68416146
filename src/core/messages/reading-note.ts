import type { TextsOf } from './texts-of'

/** Notices on how a file was read: its kind, its layout, its rows. */
export const readingNoteTexts = {
  'note.renamed-column': {
    en: 'Columns {first} and {column} are both called `{original}`; the latter is renamed `{name}`.',
    zh: '第 {first} 列和第 {column} 列都叫 `{original}`；后者改名为 `{name}`。'
  },
  'note.unnamed-column': {
    en: 'Column {column} has no name; it is called `{name}`.',
    zh: '第 {column} 列没有名称，暂称为 `{name}`。'
  },
  'note.numeric-header': {
    en: 'Row {row} looks like data, not names, but is read as the header. If the file has no header, change that setting.',
    zh: '第 {row} 行看起来是数据而不是列名，但已按表头读取。如果文件没有表头，请更改该设置。'
  },
  'note.no-header': {
    en: 'Row {row} looks like data, not names: it is read as data, and the columns are called `column_1`, `column_2`, … If it is the header, change that setting.',
    zh: '第 {row} 行看起来是数据而不是列名：已按数据读取，各列暂称为 `column_1`、`column_2`……如果它是表头，请更改该设置。'
  },
  'note.encoding': {
    en: '[Byte {byte} (row {row}, column {column}) is not UTF-8. ]The file is read as {encoding}; if characters look wrong, choose another encoding.',
    zh: '[第 {byte} 个字节（第 {row} 行第 {column} 列）不是 UTF-8。]文件按 {encoding} 读取；如果文字显示有误，请选择其他编码。'
  },
  'note.preamble': {
    en: '{count:Row|Rows} {rows} {count:has|have} {fields} {fields:field|fields}, later rows {expected}; {count:it is|they are} skipped as not part of the table.',
    zh: '第 {rows} 行有 {fields} 个字段，之后的行有 {expected} 个；{count:该行|这些行}不属于表格，已跳过。'
  },
  'note.rows-above': {
    en: 'Row {row} ({names}) looks like the header, and {count} {count:row|rows} above it ({count:it begins|the first begins} with `{value}`) like settings or remarks rather than data; what stands there is read as part of the table unless it is skipped.',
    zh: '第 {row} 行（{names}）看起来是表头，其上方的 {count} 行（{count:|第一行}以 `{value}` 开头）像是仪器设置或说明而不是数据；如不跳过，它们会被当作表格内容读取。'
  },
  'note.skipped-above': {
    en: '{count} {count:row|rows} above the header (row {row}: {names}) {count:is not part of the table and is|are not part of the table and are} skipped.',
    zh: '表头（第 {row} 行：{names}）上方的 {count} 行不属于表格，已跳过。'
  },
  'note.units-row': {
    en: 'Row {row} has the units of the columns ({units}); it is not read as data. If it has the names instead, skip the {skip:line|lines} above it.',
    zh: '第 {row} 行是各列的单位（{units}），不作为数据读取。如果它其实是列名，请跳过其上方的行。'
  },
  'note.comments': {
    en: '{count} {count:line that begins|lines that begin} with `{mark}` {count:is skipped as a comment|are skipped as comments} ({count:|first: }row {row}).',
    zh: '已把 {count} 个以 `{mark}` 开头的行当作注释跳过（{count:|第一处：}第 {row} 行）。'
  },
  'note.row-names': {
    en: 'The header (row {row}) has one name fewer than the rows have fields, as R writes it: the first column has the names of the rows and is called `{name}`.',
    zh: '表头（第 {row} 行）比数据行少一个名称（R 的写法）：第一列是各行的名称，暂称为 `{name}`。'
  },
  'note.backslash-quotes': {
    en: 'Quotes inside quoted fields are written after a backslash (`\\"`); this is recognized.',
    zh: '带引号字段内的引号写作 `\\"`，已正确识别。'
  },
  'note.longer-rows': {
    en: '{count} {count:row has|rows have} empty cells beyond the last column, which are ignored ({count:|first: }row {row}).',
    zh: '有 {count} 行在最后一列之后还有空单元格，已忽略（{count:|第一处：}第 {row} 行）。'
  },
  'note.shorter-rows': {
    en: '{count} {count:row has|rows have} one field fewer than the header; the last, `{name}`, is taken to be the one that is missing ({count:|first: }row {row}).',
    zh: '有 {count} 行比表头少一个字段；缺少的字段视为最后一列 `{name}`，按空值读取（{count:|第一处：}第 {row} 行）。'
  },
  'note.log-pairs': {
    en: 'The rows look like a log of key=value pairs (row {row}: `{value}`), not like a table, and are read as text. For a table, write the names once, in the first row, and below them only the values.',
    zh: '各行看起来是 key=value 形式的日志（第 {row} 行：`{value}`）而不是表格，已按文本读取。要作为表格使用，请在第一行写一次名称，其下只写数值。'
  },
  'note.log-arrows': {
    en: 'The rows look like a log of lines `time -> value` (row {row}: `{value}`), not like a table, and are read as text. For a table, replace each arrow by a separator such as a comma, or log without timestamps.',
    zh: '各行看起来是 `时间 -> 值` 形式的日志（第 {row} 行：`{value}`）而不是表格，已按文本读取。要作为表格使用，请把箭头换成逗号等分隔符，或在记录时关闭时间戳。'
  },
  'note.trailing-separator': {
    en: 'Every row ends with an extra `{separator}`; the last, empty column is ignored.',
    zh: '每行末尾都多一个 `{separator}`；已忽略最后的空列。'
  },
  'note.ragged-rows': {
    en: '{count} {count:row does|rows do} not have {expected} {expected:field|fields} and {count:is|are} dropped: {rows}.',
    zh: '有 {count} 行的字段数不是 {expected} 个，已丢弃：第 {rows} 行。'
  },
  'note.totals': {
    en: '{count} {count:row|rows} at the end {count:looks|look} like totals or remarks, not like data ({count:|first: }row {row}, `{value}`).',
    zh: '末尾有 {count} 行看起来是合计或备注，而不是数据（{count:|第一处：}第 {row} 行，`{value}`）。'
  },
  'note.omitted-totals': {
    en: '{count} {count:row|rows} at the end {count:is|are} left out as totals or remarks ({count:|first: }row {row}, `{value}`).',
    zh: '已略去末尾的 {count} 行合计或备注（{count:|第一处：}第 {row} 行，`{value}`）。'
  },
  'note.omitted-repeats': {
    en: '{count} {count:row that repeats an earlier one is|rows that repeat earlier ones are} left out ({count:|first: }row {row} is identical to row {other}).',
    zh: '已略去与前面重复的 {count} 行（{count:|第一处：}第 {row} 行与第 {other} 行相同）。'
  },
  'note.parquet': {
    en: 'This is a Parquet file; its rows are numbered from 1.',
    zh: '这是 Parquet 文件；行号从 1 开始。'
  },
  'note.zip': {
    en: 'The file is compressed (zip); its only file, `{name}`, is read.',
    zh: '文件经 zip 压缩；读取的是其中唯一的文件 `{name}`。'
  },
  'note.source': {
    en: 'This is a file of the kind {kind}.',
    zh: '这是 {kind} 文件。'
  },
  'note.sheet': {
    en: 'The sheet `{name}` is read; there are {count}: {sheets}.',
    zh: '读取的是工作表 `{name}`；共有 {count} 个：{sheets}。'
  },
  'note.hidden-rows': {
    en: '{count} hidden or filtered {count:row|rows} of the sheet {count:is|are} read too ({count:|first: }row {row}).',
    zh: '工作表中有 {count} 行被隐藏或筛掉，也已读取（{count:|第一处：}第 {row} 行）。'
  },
  'note.omitted-hidden': {
    en: '{count} hidden or filtered {count:row|rows} of the sheet {count:is|are} left out ({count:|first: }row {row}).',
    zh: '已略去工作表中被隐藏或筛掉的 {count} 行（{count:|第一处：}第 {row} 行）。'
  },
  'note.hidden-columns': {
    en: '{count} hidden {count:column|columns} of the sheet {count:is|are} read too: {columns}.',
    zh: '工作表中有 {count} 列被隐藏，也已读取：{columns}。'
  },
  'note.sheet-title': {
    en: '{count} {count:row|rows} above the table {count:is a title and is|are titles and are} skipped ({count:|first: }row {row}, `{value}`).',
    zh: '已跳过表格上方的 {count} 行标题（{count:|第一处：}第 {row} 行，`{value}`）。'
  },
  'note.spanned-header': {
    en: 'Names in row {row} span several columns; they are joined to the names in row {next} (such as `{example}`).',
    zh: '第 {row} 行的名称跨多列；已与第 {next} 行的名称合并（例如 `{example}`）。'
  },
  'note.arrays-left-out': {
    en: '{name} also has arrays of other lengths, which are left out: {arrays}.',
    zh: '{name} 中还有长度不同的数组，已略去：{arrays}。'
  },
  'note.parquet-interval': {
    en: 'Column `{name}` holds intervals (months, days and milliseconds), which are neither numbers nor dates; it is left out.',
    zh: '列 `{name}` 为时间间隔（月、日、毫秒），既非数字也非日期，已略去。'
  },
  'note.gzip': {
    en: 'The file is compressed (gzip); its content[ (`{name}`)] is read.',
    zh: '文件经 gzip 压缩；读取的是其中的内容[（`{name}`）]。'
  },
  'note.first-rows': {
    en: 'Only the first {rows} {rows:row is|rows are} loaded.',
    zh: '只加载了前 {rows} 行。'
  },
  'note.random-rows': {
    en: '{rows} of {total} rows {rows:is|are} loaded, drawn at random (seed {seed}).',
    zh: '从 {total} 行中随机抽取并加载了 {rows} 行（随机种子 {seed}）。'
  },
  'note.separator': {
    en: 'The columns are separated by `{separator}`.',
    zh: '各列以 `{separator}` 分隔。'
  },
  'note.mixed-line-ends': {
    en: 'The rows have different line endings ({kinds}); all are recognized.',
    zh: '各行的换行符不一致（{kinds}），均已正确识别。'
  },
  'note.cr-line-ends': {
    en: 'The rows end in CR alone, as on classic Mac OS; this is recognized.',
    zh: '各行仅以 CR 结尾（旧 Macintosh 格式），已正确识别。'
  },
  'note.quote-in-field': {
    en: '{count} {count:row has|rows have} a quote inside a field that is not quoted ({count:|first: }row {row}); it is kept as is.',
    zh: '有 {count} 行在未加引号的字段中含有引号（{count:|第一处：}第 {row} 行），已原样保留。'
  }
} as const satisfies TextsOf<'note'>
