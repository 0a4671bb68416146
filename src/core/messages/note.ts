import type { TextsOf } from './texts-of'

/** Notices that do not stop anything. */
export const noteTexts = {
  'note.run-in-use': {
    en: 'Another program is training into {path}; the results there are those of an earlier run until it is done.',
    zh: '另一个程序正在向 {path} 训练；在它完成之前，其中仍是先前一次训练的结果。'
  },
  'note.no-summary': {
    en: '{path} has no summary.json: its files may be incomplete or of several runs. {file} is used.',
    zh: '{path} 中没有 summary.json：文件可能不完整，或来自多次训练。将使用 {file}。'
  },
  'note.thread-lost': {
    en: 'A thread of the engine ended unexpectedly. Training continued with one thread from the end of the last epoch; the results are the same.',
    zh: '引擎的一个线程意外终止。训练已从上一轮结束处改用单线程继续；结果不变。'
  },
  'note.unverified': {
    en: 'The numbers in the file could not be verified: it has no SHA-256 of them (it was saved by an older version, or by another program).',
    zh: '无法校验文件中的数：其中没有这些数的 SHA-256（由旧版本或其他程序保存）。'
  },
  'note.memory-afresh': {
    en: 'The file has no optimizer state (it was saved by an older version, or the state was too large): the optimizer starts afresh, so the run does not go on exactly as if it had not stopped.',
    zh: '文件中没有优化器状态（由旧版本保存，或状态过大）：优化器从头开始，因此继续训练的结果与从未中断不完全相同。'
  },
  'note.engine-wrong': {
    en: 'The {tier} engine is disabled: in its self-test ({run}), {place} was {value}, not {expected}.',
    zh: '{tier} 引擎已停用：自检（{run}）中 {place} 为 {value}，应为 {expected}。'
  },
  'note.engine-missing': {
    en: 'The {tier} engine is disabled: it is not available here ({reason}).',
    zh: '{tier} 引擎已停用：此处无法使用（{reason}）。'
  },
  'note.rounds-twice': {
    en: 'This processor has no fused multiply-add, so the engine emulates it: the results are the same bit for bit, but training is many times slower.',
    zh: '此处理器没有融合乘加指令（FMA），引擎改用软件模拟：结果逐比特相同，但训练会慢许多倍。'
  },
  'note.arithmetic': {
    en: '--arithmetic has no effect any more: there is one arithmetic, in which each multiply-add is rounded once; its results are the same on every computer.',
    zh: '--arithmetic 不再起作用：现在只有一种运算方式，每次乘加只舍入一次，在任何电脑上结果都逐比特相同。'
  },
  'note.nesterov-without-momentum': {
    en: 'Nesterov momentum has no effect: the momentum is 0.',
    zh: 'Nesterov 动量不起作用：动量为 0。'
  },
  'note.dropout-without-hidden': {
    en: 'Dropout ({dropout}) has no effect: the network has no hidden layers.',
    zh: 'Dropout（{dropout}）不起作用：网络没有隐藏层。'
  },
  'note.warm-up-too-long': {
    en: 'The warm-up ({warmUp} {warmUp:epoch|epochs}) is longer than the run ({epochs} {epochs:epoch|epochs}): the learning rate never reaches its value.',
    zh: '预热（{warmUp} 轮）比整个训练（{epochs} 轮）还长：学习率始终达不到设定值。'
  },
  'note.step-too-long': {
    en: 'The learning rate is never reduced: its step of {every} {every:epoch|epochs} is not shorter than the run ({epochs} {epochs:epoch|epochs}).',
    zh: '学习率不会下降：每 {every} 轮下降一次，而训练只有 {epochs} 轮。'
  },
  'note.patience-too-long': {
    en: 'The patience of {patience} {patience:epoch|epochs} has no effect: the run ends after {epochs} {epochs:epoch|epochs}.',
    zh: '耐心值 {patience} 轮不起作用：训练到第 {epochs} 轮就结束。'
  },
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
    en: '{count:Row|Rows} {rows} {count:has|have} {fields} {fields:field|fields}, later rows {expected}: the first {count} {count:row is|rows are} skipped.',
    zh: '第 {rows} 行有 {fields} 个字段，之后的行有 {expected} 个：已跳过前 {count} 行。'
  },
  'note.rows-above': {
    en: 'Row {row} ({names}) looks like the header, and {count} {count:row|rows} above it (the first begins with `{value}`) like settings or remarks rather than data; what stands there is read as part of the table unless it is skipped.',
    zh: '第 {row} 行（{names}）看起来是表头，其上方的 {count} 行（第一行以 `{value}` 开头）像是仪器设置或说明而不是数据；如不跳过，它们会被当作表格内容读取。'
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
    en: '{count} {count:line that begins|lines that begin} with `#` {count:is skipped as a comment|are skipped as comments} ({count:|first: }row {row}).',
    zh: '已把 {count} 个以 `#` 开头的行当作注释跳过（{count:|第一处：}第 {row} 行）。'
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
  'note.missing-mark': {
    en: 'Column `{name}`: {count} {count:cell|cells} `{value}` {count:is|are} taken for missing ({count:|first: }row {row}). Is it a value, beside {values}?',
    zh: '列 `{name}`：{count} 个单元格 `{value}` 被视为缺失（{count:|第一处：}第 {row} 行）。它是否与 {values} 一样是一个取值？'
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
  'note.dates': {
    en: 'Column `{name}`: {count} {count:date is|dates are} read as days since 1970-01-01 ({count:|first: }row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个日期按自 1970-01-01 起的天数读取（{count:|第一处：}第 {row} 行，`{value}` 即 {meaning}）。'
  },
  'note.ambiguous-dates': {
    en: 'Column `{name}`: is `{value}` (row {row}) {day} or {month}? Nothing in the column tells; the day is taken to come first.',
    zh: '列 `{name}`：`{value}`（第 {row} 行）是 {day} 还是 {month}？该列中没有依据；暂按“日在前”读取。'
  },
  'note.not-dates': {
    en: 'Column `{name}` has dates, but {count} of its cells {count:is|are} none ({count:|first: }row {row}, `{value}`). Fix {count:it|them} before using the column.',
    zh: '列 `{name}` 为日期列，但有 {count} 个单元格不是日期（{count:|第一处：}第 {row} 行，`{value}`）。使用该列前请先修正。'
  },
  'note.spellings': {
    en: 'Column `{name}`: some values differ only in letter case, blanks, invisible characters or Unicode form ({values}); they count as different values.',
    zh: '列 `{name}`：有些取值只在大小写、空白、不可见字符或 Unicode 形式上不同（{values}），目前算作不同的值。'
  },
  'note.merged-spellings': {
    en: 'Values that differ only in letter case, blanks, invisible characters or Unicode form are merged into the most frequent spelling.',
    zh: '只在大小写、空白、不可见字符或 Unicode 形式上不同的取值已合并为最常见的写法。'
  },
  'note.long-integers': {
    en: 'Column `{name}` is read as text: its integers are too long to be held exactly as numbers (row {row}, `{value}`).',
    zh: '列 `{name}` 按文本读取：其中的整数太长，无法作为数字精确保存（第 {row} 行，`{value}`）。'
  },
  'note.percent': {
    en: 'Column `{name}`: {count} {count:cell|cells} with a percent sign {count:is read as a fraction|are read as fractions} ({count:|first: }row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个带百分号的单元格按小数读取（{count:|第一处：}第 {row} 行，`{value}` 即 {meaning}）。'
  },
  'note.unit': {
    en: 'Column `{name}`: `{unit}` is taken off {count} {count:cell, which is read as a number|cells, which are read as numbers} ({count:|first: }row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个单元格去掉 `{unit}` 后按数字读取（{count:|第一处：}第 {row} 行，`{value}` 即 {meaning}）。'
  },
  'note.minus-sign': {
    en: 'Column `{name}`: {count} {count:cell has|cells have} a minus sign or dash other than `-` and {count:is read as a negative number|are read as negative numbers} ({count:|first: }row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个单元格的负号不是 `-`（而是数学减号或破折号），已按负数读取（{count:|第一处：}第 {row} 行，`{value}` 即 {meaning}）。'
  },
  'note.blank-groups': {
    en: 'Column `{name}`: {count} {count:cell has|cells have} blanks or apostrophes between thousands and {count:is read as a number|are read as numbers} ({count:|first: }row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个单元格以空格或撇号分隔千位，已按数字读取（{count:|第一处：}第 {row} 行，`{value}` 即 {meaning}）。'
  },
  'note.full-width': {
    en: 'Column `{name}`: {count} {count:cell has|cells have} full-width characters and {count:is read as a number|are read as numbers} ({count:|first: }row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个单元格含全角字符，已按数字读取（{count:|第一处：}第 {row} 行，`{value}` 即 {meaning}）。'
  },
  'note.separator': {
    en: 'The columns are separated by `{separator}`.',
    zh: '各列以 `{separator}` 分隔。'
  },
  'note.decimal-comma': {
    en: 'Numbers are read with a decimal comma[ in {names}, and with a decimal point in other columns] (row {row}, column {column}, `{name}`: `{value}` is {meaning}).',
    zh: '[在 {names} 中（其他列的小数点为点号），]数字中的逗号按小数点读取（第 {row} 行第 {column} 列 `{name}`：`{value}` 即 {meaning}）。'
  },
  'note.thousands': {
    en: 'Numbers are read with a comma as the thousands separator[ in {names}] (row {row}, column {column}, `{name}`: `{value}` is {meaning}).',
    zh: '[{names} 中的]数字中的逗号按千位分隔符读取（第 {row} 行第 {column} 列 `{name}`：`{value}` 即 {meaning}）。'
  },
  'note.ambiguous-thousands': {
    en: 'Row {row}, column {column} (`{name}`): is `{value}` {whole} or {decimals}? Choose the decimal mark[; until then {unread} such {unread:cell is not a number|cells are not numbers}][; until then it is read as {reading}].',
    zh: '第 {row} 行第 {column} 列（`{name}`）：`{value}` 是 {whole} 还是 {decimals}？请选择小数点符号[；在此之前有 {unread} 个这样的单元格不算数字][；在此之前按 {reading} 读取]。'
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
  },
  'note.not-numbers': {
    en: 'Column `{name}` is numeric, but {count} of its cells {count:is not a finite number|are not finite numbers} ({count:|first: }row {row}, `{value}`[; the decimal mark of this column is `{mark}`, not `{other}`: write `{written}`]). Fix {count:it|them} before using the column.',
    zh: '列 `{name}` 为数值列，但有 {count} 个单元格不是有限数（{count:|第一处：}第 {row} 行，`{value}`[；该列的小数点是 `{mark}` 而不是 `{other}`，应写作 `{written}`]）。使用该列前请先修正。'
  },
  'note.mostly-numbers': {
    en: 'Column `{name}` is read as text, although {count} of its {total} cells {count:is a number|are numbers} (the first that is not: row {row}, `{value}`). Is that cell missing or mistyped, or is the column really text?',
    zh: '列 `{name}` 按文本读取，但其 {total} 个单元格中有 {count} 个是数字（第一个不是数字的：第 {row} 行，`{value}`）。这个单元格是缺失、笔误，还是该列本来就是文本？'
  },
  'note.several-units': {
    en: 'Column `{name}` is read as text: its numbers have different units ({units}). Convert them to one unit to use them as numbers.',
    zh: '列 `{name}` 按文本读取：其中的数字单位不一（{units}）。要按数字使用，请先统一单位。'
  }
} as const satisfies TextsOf<'note'>
