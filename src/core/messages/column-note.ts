import type { TextsOf } from './texts-of'

/** Notices on what the cells of a column are taken for. */
export const columnNoteTexts = {
  'note.missing-mark': {
    en: 'Column `{name}`: {count} {count:cell|cells} `{value}` {count:is|are} taken for missing ({count:|first: }row {row}). Is it a value, beside {values}?',
    zh: '列 `{name}`：{count} 个单元格 `{value}` 被视为缺失（{count:|第一处：}第 {row} 行）。它是否与 {values} 一样是一个取值？'
  },
  'note.dates': {
    en: 'Column `{name}`: {count} {count:date is|dates are} read as days since 1970-01-01 ({count:|first: }row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个日期按自 1970-01-01 起的天数读取（{count:|第一处：}第 {row} 行，`{value}` 即 {meaning}）。'
  },
  'note.ambiguous-dates': {
    en: 'Column `{name}`: is `{value}` (row {row}) {day} or {month}? Nothing in the column tells; the day is taken to come first.',
    zh: '列 `{name}`：`{value}`（第 {row} 行）是 {day} 还是 {month}？该列中没有依据；暂按“日在前”读取。'
  },
  'note.maybe-dates': {
    en: 'Column `{name}`: is `{value}` (row {row}) the date {date}? It is read as a number, in which the step from one month to the next is larger than that of a day.',
    zh: '列 `{name}`：`{value}`（第 {row} 行）是日期 {date} 吗？目前按数字读取，跨月的差值远大于一天。'
  },
  'note.not-dates': {
    en: 'Column `{name}` has dates, but {count} of its cells {count:is|are} none ({count:|first: }row {row}, `{value}`). Fix {count:it|them} before using the column.',
    zh: '列 `{name}` 为日期列，但有 {count} 个单元格不是日期（{count:|第一处：}第 {row} 行，`{value}`）。使用该列前请先修正。'
  },
  'note.times': {
    en: 'Column `{name}`: {count} {count:time of day is|times of day are} read as fractions of a day ({count:|first: }row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个时刻按占一天的比例读取（{count:|第一处：}第 {row} 行，`{value}` 即 {meaning}）。'
  },
  'note.durations': {
    en: 'Column `{name}`: {count} {count:duration is read as a number|durations are read as numbers} of seconds ({count:|first: }row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个时长按秒数读取（{count:|第一处：}第 {row} 行，`{value}` 即 {meaning}）。'
  },
  'note.maybe-times': {
    en: 'Column `{name}`: is `{value}` (row {row}) a time of day, or a duration of {seconds} {seconds:second|seconds}? Nothing in the column tells; it is read as a time of day.',
    zh: '列 `{name}`：`{value}`（第 {row} 行）是时刻，还是 {seconds} 秒的时长？该列中没有依据；暂按时刻读取。'
  },
  'note.maybe-durations': {
    en: 'Column `{name}`: is `{value}` (row {row}) a duration of {seconds} {seconds:second|seconds}, or a time of day? Nothing in the column tells; it is read as a duration.',
    zh: '列 `{name}`：`{value}`（第 {row} 行）是 {seconds} 秒的时长，还是时刻？该列中没有依据；暂按时长读取。'
  },
  'note.not-times': {
    en: 'Column `{name}` has times of day, but {count} of its cells {count:is|are} none ({count:|first: }row {row}, `{value}`). Fix {count:it|them} before using the column.',
    zh: '列 `{name}` 为时刻列，但有 {count} 个单元格不是时刻（{count:|第一处：}第 {row} 行，`{value}`）。使用该列前请先修正。'
  },
  'note.not-durations': {
    en: 'Column `{name}` has durations, but {count} of its cells {count:is|are} none ({count:|first: }row {row}, `{value}`). Fix {count:it|them} before using the column.',
    zh: '列 `{name}` 为时长列，但有 {count} 个单元格不是时长（{count:|第一处：}第 {row} 行，`{value}`）。使用该列前请先修正。'
  },
  'note.spellings': {
    en: 'Column `{name}`: some values differ only in letter case, blanks, invisible or look-alike characters, or Unicode form ({values}); they count as different values.',
    zh: '列 `{name}`：有些取值只在大小写、空白、不可见或形似的字符、Unicode 形式上不同（{values}），目前算作不同的值。'
  },
  'note.merged-spellings': {
    en: 'Values that differ only in letter case, blanks, invisible or look-alike characters, or Unicode form are merged into the most frequent spelling.',
    zh: '只在大小写、空白、不可见或形似的字符、Unicode 形式上不同的取值已合并为最常见的写法。'
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
  'note.written-otherwise': {
    en: 'Column `{name}`: {count} {count:cell|cells} in an uncommon notation {count:is read as a number|are read as numbers} ({count:|first: }row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个单元格采用不常见的写法，已按数字读取（{count:|第一处：}第 {row} 行，`{value}` 即 {meaning}）。'
  },
  'note.full-width': {
    en: 'Column `{name}`: {count} {count:cell has|cells have} full-width characters and {count:is read as a number|are read as numbers} ({count:|first: }row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个单元格含全角字符，已按数字读取（{count:|第一处：}第 {row} 行，`{value}` 即 {meaning}）。'
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
  'note.not-numbers': {
    en: 'Column `{name}` is numeric, but {count} of its cells {count:is not a finite number|are not finite numbers} ({count:|first: }row {row}, `{value}`[; the decimal mark of this column is `{mark}`, not `{other}`: write `{written}`]). Fix {count:it|them} before using the column.',
    zh: '列 `{name}` 为数值列，但有 {count} 个单元格不是有限数（{count:|第一处：}第 {row} 行，`{value}`[；该列的小数点是 `{mark}` 而不是 `{other}`，应写作 `{written}`]）。使用该列前请先修正。'
  },
  'note.mostly-numbers': {
    en: 'Column `{name}` is read as text, although {count} of its {total} cells {count:is a number|are numbers} (the first that is not: row {row}, `{value}`). Is that cell missing or mistyped, or is the column really text?',
    zh: '列 `{name}` 按文本读取，但其 {total} 个单元格中有 {count} 个是数字（第一个不是数字的：第 {row} 行，`{value}`）。这个单元格是缺失、笔误，还是该列本来就是文本？'
  },
  'note.partly-multiplied': {
    en: 'Column `{name}` is read as text: {count} of its {total} cells {count:has|have} `{unit}`, which multiplies the number, and the others do not (row {row}, `{value}`). Write all of them in the same way.',
    zh: '列 `{name}` 按文本读取：其 {total} 个单元格中有 {count} 个带有表示倍数的 `{unit}`，其余没有（第 {row} 行，`{value}`）。请统一写法。'
  },
  'note.unread-numbers': {
    en: 'Column `{name}` is read as text: {count} of its {total} cells {count:begins|begin} with a number, but in a form that is not read as one ({count:|first: }row {row}, `{value}`). Write plain numbers to use them as such.',
    zh: '列 `{name}` 按文本读取：其 {total} 个单元格中有 {count} 个以数字开头，但这种写法不能按数字读取（{count:|第一处：}第 {row} 行，`{value}`）。要按数字使用，请改写成普通数字。'
  },
  'note.leading-zeros': {
    en: 'Column `{name}`: {count} {count:cell begins|cells begin} with zeros, which a number does not keep ({count:|first: }row {row}, `{value}` is {meaning}). If these are codes, such as postcodes, read the column as text.',
    zh: '列 `{name}`：{count} 个单元格以 0 开头，按数字读取后不再保留（{count:|第一处：}第 {row} 行，`{value}` 即 {meaning}）。如果是邮政编码之类的代码，请把该列按文本读取。'
  },
  'note.fill-value': {
    en: 'Column `{name}`: {count} {count:cell is|cells are} `{value}` ({count:|first: }row {row}), far from all others ({least} to {most}). Does `{value}` stand for a missing value?',
    zh: '列 `{name}`：有 {count} 个单元格为 `{value}`（{count:|第一处：}第 {row} 行），远离其余各值（{least} 到 {most}）。`{value}` 是否表示缺失值？'
  },
  'note.several-units': {
    en: 'Column `{name}` is read as text: its numbers have different units ({units}). Convert them to one unit to use them as numbers.',
    zh: '列 `{name}` 按文本读取：其中的数字单位不一（{units}）。要按数字使用，请先统一单位。'
  }
} as const satisfies TextsOf<'note'>
