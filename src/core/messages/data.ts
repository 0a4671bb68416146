import type { TextsOf } from './texts-of'

/** Tables that cannot be read or used. */
export const dataTexts = {
  'data.empty-file': {
    en: 'The file is empty.',
    zh: '文件是空的。'
  },
  'data.no-points': {
    en: 'At least one point must remain.',
    zh: '至少要保留一个点。'
  },
  'data.no-point': {
    en: 'There is no point {point}; there {count:is|are} {count} {count:point|points}.',
    zh: '没有第 {point} 个点；共有 {count} 个点。'
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
    en: 'Row {row} has {actual} {actual:field|fields}; the header has {expected}[ (missing {missing})]. Rows like this: {rows} ({count} in all). Drop them, or fix the file and open it again.',
    zh: '第 {row} 行有 {actual} 个字段，表头有 {expected} 个[（缺少 {missing}）]。这样的行：{rows}（共 {count} 行）。请丢弃这些行，或修正后重新打开文件。'
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
    zh: '第 {row} 行（{names}）看起来是表头；其上方的 {count} 行（`{value}`）不属于表格。请跳过这些行，或修正文件后重新打开。'
  },
  'data.preamble': {
    en: '{count:Row|Rows} {rows} {count:has|have} {fields} {fields:field|fields}, later rows {expected}: skip the first {count} {count:row|rows}? Drop them, or fix the file and open it again.',
    zh: '第 {rows} 行有 {fields} 个字段，之后的行有 {expected} 个：是否跳过前 {count} 行？请丢弃它们，或修正文件后重新打开。'
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
  'data.too-large': {
    en: '{name} needs about {needed} GB of memory; {free} GB are free. Load only some of the rows?',
    zh: '{name} 约需 {needed} GB 内存，现有 {free} GB 可用。是否只加载部分行？'
  },
  'data.changed-while-read': {
    en: 'The file {name} changed during loading; load it again.',
    zh: '文件 {name} 在加载过程中发生了变化；请重新加载。'
  },
  'data.source-too-large': {
    en: 'A file of this kind ({kind}) is read as a whole and may have at most {limit} GB; save the table as CSV or Parquet.',
    zh: '此类文件（{kind}）需整体读取，最大 {limit} GB；请将表格另存为 CSV 或 Parquet。'
  },
  'data.source-damaged': {
    en: 'This {kind} file is damaged or incomplete: {reason}. Save it again in the program that it comes from.',
    zh: '这个 {kind} 文件已损坏或不完整：{reason}。请在原程序中重新保存。'
  },
  'data.xml-too-deep': {
    en: 'The elements of {name} are nested more than {limit} levels deep, as no spreadsheet program writes them; the file is damaged.',
    zh: '{name} 中的元素嵌套超过 {limit} 层，任何电子表格软件都不会这样写；文件已损坏。'
  },
  'data.sheet-too-long': {
    en: 'The sheet has cells below row {limit}, the last that a spreadsheet program can show; the file is damaged.',
    zh: '工作表中有超出第 {limit} 行（电子表格软件的最后一行）的单元格；文件已损坏。'
  },
  'data.rows-too-large': {
    en: '{name} is small but makes a table of about {cells} cells and {megabytes} MB or more, too much for a file of its size. Save it as CSV, or with fewer rows.',
    zh: '{name} 很小，但展开后的表格约有 {cells} 个单元格，至少 {megabytes} MB，对这一大小的文件而言过大。请另存为 CSV，或减少行数。'
  },
  'data.sheet-too-wide': {
    en: 'The sheet has cells beyond column {limit}, the last that a spreadsheet program can show; the file is damaged.',
    zh: '工作表中有超出第 {limit} 列（电子表格软件的最后一列）的单元格；文件已损坏。'
  },
  'data.no-sheet': {
    en: '{name} has no sheet named `{sheet}`; it has {sheets}.',
    zh: '{name} 中没有名为 `{sheet}` 的工作表；现有工作表：{sheets}。'
  },
  'data.archive-of-many': {
    en: '{name} is an archive of {count} files ({files}); unpack it and open one of them.',
    zh: '{name} 是含 {count} 个文件的压缩包（{files}）；请解压后打开其中一个。'
  },
  'data.nested-archives': {
    en: '{name} has archives in archives, more than {limit} deep; unpack it and open the table itself.',
    zh: '{name} 中压缩包层层嵌套，超过 {limit} 层；请解压后打开表格本身。'
  },
  'data.json-line': {
    en: 'Row {row} is not a JSON record: {reason}',
    zh: '第 {row} 行不是 JSON 记录：{reason}'
  },
  'data.json-shape': {
    en: 'The JSON holds no table. A table is an array of records, one record a line, an array of rows, or an object of columns.',
    zh: 'JSON 中没有表格。表格应为记录数组、每行一条记录、行数组，或由列组成的对象。'
  },
  'data.array-type': {
    en: 'The array `{name}` has the type {type}; arrays of real numbers, truth values and texts can be read.',
    zh: '数组 `{name}` 的类型为 {type}；可读取的是实数、布尔值和文本数组。'
  },
  'data.own-weights': {
    en: '{name} holds trained weights, not a table. In the window, open the table they were trained on, then the weights (File → Open weights); in the terminal, `predict --model` takes them.',
    zh: '{name} 是训练好的权重，不是表格。在窗口中，请先打开训练所用的表格，再用“文件 → 打开权重”打开它；在终端中请用 `predict --model`。'
  },
  'data.own-settings': {
    en: '{name} holds settings, not a table. In the window, use File → Open settings; in the terminal, `train --repeat`.',
    zh: '{name} 是设置文件，不是表格。在窗口中请用“文件 → 打开设置”；在终端中请用 `train --repeat`。'
  },
  'data.own-experiment': {
    en: '{name} describes a training run, not a table. The window opens it as the run that it is; in the terminal, `train --repeat` repeats the run.',
    zh: '{name} 记录的是一次训练，不是表格。在窗口中打开它即可打开该次训练；在终端中用 `train --repeat` 可重复该训练。'
  },
  'data.own-session': {
    en: '{name} is a saved session of this program, not a table; it opens by itself when the program starts.',
    zh: '{name} 是本程序保存的会话，不是表格；程序启动时会自动打开。'
  },
  'data.gzip-too-large': {
    en: '{name} is larger than {limit} MB when decompressed, too much for a compressed file of its size. Decompress it and open the result, or a part of it.',
    zh: '{name} 解压后超过 {limit} MB，对这一大小的压缩文件而言过大。请先解压，再打开解压后的文件或其中一部分。'
  },
  'data.gzip-damaged': {
    en: '{name} cannot be decompressed ({reason}): it is damaged or truncated.',
    zh: '无法解压 {name}（{reason}）：文件已损坏或不完整。'
  },
  'data.gzip-followed': {
    en: '{name} has other bytes behind its compressed content, which would not be read: it is damaged. Decompress it with another program and compare.',
    zh: '{name} 在压缩内容之后还有其他无法读取的字节：文件已损坏。请用其他程序解压后核对。'
  },
  'data.parquet-too-large': {
    en: '{name} is small but says that it holds {cells} cells and {actual} MB; {limit} cells and {most} MB are the most for a file of its size. Save it as CSV, or with fewer rows.',
    zh: '{name} 很小，却声称有 {cells} 个单元格、{actual} MB 数据；这一大小的文件最多可有 {limit} 个单元格、{most} MB。请另存为 CSV，或减少行数。'
  },
  'data.parquet': {
    en: '{name} cannot be read as Parquet ({reason}). Save it uncompressed or with Snappy compression, or as CSV.',
    zh: '无法按 Parquet 读取 {name}（{reason}）。请不压缩或用 Snappy 压缩保存，或另存为 CSV。'
  },
  'data.missing-file': {
    en: 'There is no file {name}.',
    zh: '没有文件 {name}。'
  },
  'data.no-stdin': {
    en: 'On Windows a table cannot be read from standard input. Save it as a file and give its name.',
    zh: 'Windows 上无法从标准输入读取表格。请先存成文件，再给出文件名。'
  },
  'data.nothing-piped': {
    en: 'Nothing is sent to standard input. Send a table to it, as in `data - < table.csv`, or give the name of a file.',
    zh: '标准输入没有内容。请向它输入表格，例如 `data - < table.csv`，或给出文件名。'
  },
  'data.no-sample': {
    en: 'There is neither a file nor a sample dataset named {name}; the sample datasets are {samples}.',
    zh: '没有名为 {name} 的文件或示例数据集；示例数据集有：{samples}。'
  },
  'data.sample-changed': {
    en: '{path} is not the sample dataset {name} any more: its content was changed. Install the app again, or open the file as your own.',
    zh: '{path} 已不是示例数据集 {name}：内容被改动过。请重新安装本应用，或把它当作自己的文件打开。'
  },
  'data.not-on-disk': {
    en: 'What was dropped is not a file on this computer. Save it as a file first, then drop that.',
    zh: '拖入的内容不是本机上的文件。请先保存为文件，再拖入。'
  },
  'data.is-a-folder': {
    en: '{name} is a folder; choose a file in it.',
    zh: '{name} 是文件夹；请选择其中的文件。'
  },
  'data.not-a-file': {
    en: '{name} is a device or another special file; only regular files can be read. Choose another file.',
    zh: '{name} 是设备或其他特殊文件；只能读取普通文件。请选择其他文件。'
  },
  'data.file-too-large': {
    en: '{name} is larger than {limit} MB, the most that can be read of a file of this kind. Choose another file.',
    zh: '{name} 超过 {limit} MB，这是此类文件可读取的上限。请选择其他文件。'
  },
  'data.no-permission': {
    en: '{name} cannot be read: permission denied.',
    zh: '无法读取 {name}：没有权限。'
  },
  'data.unreadable': {
    en: '{name} cannot be read ({reason}).',
    zh: '无法读取 {name}（{reason}）。'
  },
  'data.changed': {
    en: '{name} has changed since this experiment was made: its content is not the same.',
    zh: '{name} 的内容已改变，与本实验所用的文件不同。'
  },
  'data.cancelled': {
    en: 'Reading was cancelled; nothing has changed.',
    zh: '已取消读取；未作任何更改。'
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
