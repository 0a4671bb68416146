import type { TextsOf } from './texts-of'

/** Files and archives that cannot be read, and those that hold no table. */
export const dataFileTexts = {
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
  'data.own-graph': {
    en: '{name} holds a program for the graph, not a table. In the window, open or drop it to see its graph; in the terminal, `graph` takes programs.',
    zh: '{name} 保存的是计算图的程序，不是表格。在窗口中打开或拖入即可查看计算图；在终端中请用 `graph`。'
  },
  'data.own-case': {
    en: '{name} holds cases for grading, not a table. The window shows the first one, number by number or as a graph; in the terminal, `grad`, `fit`, `walk` and `graph` compute them all.',
    zh: '{name} 保存的是评分用例，不是表格。窗口会逐数或以计算图展示其中第一个；在终端中可用 `grad`、`fit`、`walk`、`graph` 计算全部用例。'
  },
  'data.own-lab': {
    en: '{name} is a lab, not a table. Open it on the page Labs; in the terminal, `lab check` checks it.',
    zh: '{name} 是实验文件，不是表格。请在“练习”页打开；在终端中可用 `lab check` 检查。'
  },
  'data.own-answers': {
    en: '{name} holds the answers to a lab, not a table. They belong to the lab file that they were given in; nothing is to be opened here.',
    zh: '{name} 是实验的作答记录，不是表格。它属于作答时所用的实验文件，无需在此打开。'
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
  'data.no-student-numbers': {
    en: 'No column has student numbers of the form {form} of this lab.',
    zh: '没有一列是符合本实验形式 {form} 的学号。'
  },
  'data.manual-column': {
    en: 'The column {name} is missing; a manual.csv has the columns {columns}.',
    zh: '缺少列 {name}；manual.csv 的各列为 {columns}。'
  },
  'data.not-a-secret': {
    en: '{name} is no secret file of this program. Name another file, or one that is not there yet, which is then made.',
    zh: '{name} 不是本程序的密钥文件。请另选文件；若指定的文件尚不存在，会自动建立。'
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
  }
} as const satisfies TextsOf<'data'>
