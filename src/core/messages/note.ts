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
  'note.nesterov-without-momentum': {
    en: 'Nesterov momentum has no effect: the momentum is 0.',
    zh: 'Nesterov 动量不起作用：动量为 0。'
  },
  'note.dropout-without-hidden': {
    en: 'Dropout ({dropout}) has no effect: the network has no hidden layers.',
    zh: 'Dropout（{dropout}）不起作用：网络没有隐藏层。'
  },
  'note.warm-up-too-long': {
    en: 'The warm-up ({warmUp} epochs) is longer than the run ({epochs} epochs): the learning rate never reaches its value.',
    zh: '预热（{warmUp} 轮）比整个训练（{epochs} 轮）还长：学习率始终达不到设定值。'
  },
  'note.step-too-long': {
    en: 'The learning rate is never reduced: its step of {every} epochs is not shorter than the run ({epochs} epochs).',
    zh: '学习率不会下降：每 {every} 轮下降一次，而训练只有 {epochs} 轮。'
  },
  'note.patience-too-long': {
    en: 'The patience of {patience} epochs has no effect: the run ends after {epochs} epochs.',
    zh: '耐心值 {patience} 轮不起作用：训练到第 {epochs} 轮就结束。'
  },
  'note.dropped-rows': {
    en: '{count} of {total} rows have a missing value in a chosen column and are dropped (first: row {row}, `{name}`)[; {alone} of them only because of `{most}`: without that feature, or with its values filled in, they are kept].',
    zh: '{total} 行中有 {count} 行在所选列中含缺失值，已剔除（第一处：第 {row} 行，`{name}`）[；其中 {alone} 行仅因 `{most}` 缺失：不使用该特征或填补其缺失值即可保留这些行]。'
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
    en: 'Rows {rows} have {fields} fields, later rows {expected}: the first {count} are skipped.',
    zh: '第 {rows} 行有 {fields} 个字段，之后的行有 {expected} 个：已跳过前 {count} 行。'
  },
  'note.comments': {
    en: '{count} lines that begin with `#` are skipped as comments (first: row {row}).',
    zh: '已把 {count} 个以 `#` 开头的行当作注释跳过（第一处：第 {row} 行）。'
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
    en: '{count} rows have empty cells beyond the last column, which are ignored (first: row {row}).',
    zh: '有 {count} 行在最后一列之后还有空单元格，已忽略（第一处：第 {row} 行）。'
  },
  'note.trailing-separator': {
    en: 'Every row ends with an extra `{separator}`; the last, empty column is ignored.',
    zh: '每行末尾都多一个 `{separator}`；已忽略最后的空列。'
  },
  'note.ragged-rows': {
    en: '{count} rows do not have {expected} fields and are dropped: {rows}.',
    zh: '有 {count} 行的字段数不是 {expected} 个，已丢弃：第 {rows} 行。'
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
    en: 'Only the first {rows} rows are loaded.',
    zh: '只加载了前 {rows} 行。'
  },
  'note.random-rows': {
    en: '{rows} of {total} rows are loaded, drawn at random (seed {seed}).',
    zh: '从 {total} 行中随机抽取并加载了 {rows} 行（随机种子 {seed}）。'
  },
  'note.dates': {
    en: 'Column `{name}`: {count} dates are read as days since 1970-01-01 (first: row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个日期按自 1970-01-01 起的天数读取（第一处：第 {row} 行，`{value}` 即 {meaning}）。'
  },
  'note.ambiguous-dates': {
    en: 'Column `{name}`: is `{value}` (row {row}) {day} or {month}? Nothing in the column tells; the day is taken to come first.',
    zh: '列 `{name}`：`{value}`（第 {row} 行）是 {day} 还是 {month}？该列中没有依据；暂按“日在前”读取。'
  },
  'note.not-dates': {
    en: 'Column `{name}` has dates, but {count} of its cells are none (first: row {row}, `{value}`). Fix them before using the column.',
    zh: '列 `{name}` 为日期列，但有 {count} 个单元格不是日期（第一处：第 {row} 行，`{value}`）。使用该列前请先修正。'
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
    en: 'Column `{name}`: {count} cells with a percent sign are read as fractions (first: row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个带百分号的单元格按小数读取（第一处：第 {row} 行，`{value}` 即 {meaning}）。'
  },
  'note.unit': {
    en: 'Column `{name}`: `{unit}` is taken off {count} cells, which are read as numbers (first: row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个单元格去掉 `{unit}` 后按数字读取（第一处：第 {row} 行，`{value}` 即 {meaning}）。'
  },
  'note.minus-sign': {
    en: 'Column `{name}`: {count} cells have a minus sign or dash other than `-` and are read as negative numbers (first: row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个单元格的负号不是 `-`（而是数学减号或破折号），已按负数读取（第一处：第 {row} 行，`{value}` 即 {meaning}）。'
  },
  'note.blank-groups': {
    en: 'Column `{name}`: {count} cells have blanks or apostrophes between thousands and are read as numbers (first: row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个单元格以空格或撇号分隔千位，已按数字读取（第一处：第 {row} 行，`{value}` 即 {meaning}）。'
  },
  'note.full-width': {
    en: 'Column `{name}`: {count} cells have full-width characters and are read as numbers (first: row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个单元格含全角字符，已按数字读取（第一处：第 {row} 行，`{value}` 即 {meaning}）。'
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
    en: 'Row {row}, column {column} (`{name}`): is `{value}` {whole} or {decimals}? Choose the decimal mark; until then it is not a number.',
    zh: '第 {row} 行第 {column} 列（`{name}`）：`{value}` 是 {whole} 还是 {decimals}？请选择小数点符号；在此之前它不算数字。'
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
    en: '{count} rows have a quote inside a field that is not quoted (first: row {row}); it is kept as is.',
    zh: '有 {count} 行在未加引号的字段中含有引号（第一处：第 {row} 行），已原样保留。'
  },
  'note.not-numbers': {
    en: 'Column `{name}` is numeric, but {count} of its cells are not finite numbers (first: row {row}, `{value}`). Fix them before using the column.',
    zh: '列 `{name}` 为数值列，但有 {count} 个单元格不是有限数（第一处：第 {row} 行，`{value}`）。使用该列前请先修正。'
  },
  'note.mostly-numbers': {
    en: 'Column `{name}` is read as text, although {count} of its {total} cells are numbers (the first that is not: row {row}, `{value}`). Is that cell missing or mistyped, or is the column really text?',
    zh: '列 `{name}` 按文本读取，但其 {total} 个单元格中有 {count} 个是数字（第一个不是数字的：第 {row} 行，`{value}`）。这个单元格是缺失、笔误，还是该列本来就是文本？'
  },
  'note.several-units': {
    en: 'Column `{name}` is read as text: its numbers have different units ({units}). Convert them to one unit to use them as numbers.',
    zh: '列 `{name}` 按文本读取：其中的数字单位不一（{units}）。要按数字使用，请先统一单位。'
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
    en: 'Column `{name}` is text and has {distinct} different values in {count} rows (nearly an ID); it is excluded from the features.',
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
    en: 'Classes of `{name}` without a test row: {classes} (all {count} rows are training rows); the test results say nothing about them.',
    zh: '`{name}` 的以下类别没有测试行：{classes}（共 {count} 行都在训练数据中）；测试结果不反映这些类别。'
  },
  'note.constant-column': {
    en: 'Column `{name}` is always `{value}`: it carries no information and is excluded from the features.',
    zh: '列 `{name}` 恒为 `{value}`，不含信息，未选作特征。'
  },
  'note.unseen-category': {
    en: 'Column `{name}`: {count} rows have a value not seen in training (first: row {row}, `{value}`[; in all: {values}]); all its inputs are 0 there.',
    zh: '列 `{name}`：有 {count} 行的取值未在训练数据中出现（第一处：第 {row} 行，`{value}`[；共有：{values}]），其对应输入全为 0。'
  },
  'note.unseen-ordinal': {
    en: 'Column `{name}`: {count} rows have a value not seen in training (first: row {row}, `{value}`[; in all: {values}]); it counts as −1 there.',
    zh: '列 `{name}`：有 {count} 行的取值未在训练数据中出现（第一处：第 {row} 行，`{value}`[；共有：{values}]），按 −1 处理。'
  },
  'note.other-spelling': {
    en: 'Column `{name}`: {count} rows have a known category in another spelling and are read as that category (first: row {row}, `{value}` is read as `{category}`).',
    zh: '列 `{name}`：有 {count} 行的取值与已知类别只是写法不同，按已知类别处理（第一处：第 {row} 行，`{value}` 按 `{category}` 处理）。'
  },
  'note.far-outside': {
    en: 'Column `{name}`: {count} numbers are far outside those of the training rows (first: row {row}, `{value}`[, {deviations} standard deviations from their mean][, {quartiles} interquartile ranges from their median][, {widths} times the width of their range beyond it]). The network can only extrapolate there; check the unit and the decimal mark.',
    zh: '列 `{name}`：有 {count} 个数远超出训练数据的范围（第一处：第 {row} 行，`{value}`[，与均值相差 {deviations} 个标准差][，与中位数相差 {quartiles} 个四分位距][，超出其取值范围，达范围宽度的 {widths} 倍]）。网络在此只能外推；请检查单位和小数点。'
  },
  'note.filled': {
    en: 'Column `{name}`: {count} missing values are filled with {value} (first: row {row}).',
    zh: '列 `{name}`：{count} 个缺失值已填补为 {value}（第一处：第 {row} 行）。'
  },
  'note.unused-columns': {
    en: 'The model does not use these columns: {names}.',
    zh: '模型不使用这些列：{names}。'
  },
  'note.duplicate-rows': {
    en: '{count} test rows also occur in the training rows. The first: row {row} is identical to row {other}.',
    zh: '有 {count} 个测试行也出现在训练数据中。其中第一个：第 {row} 行与第 {other} 行相同。'
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
