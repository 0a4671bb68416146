import { describe, expect, it } from 'vitest'
import { featureNotes, AppError, prepare, readCsv, sentence, suggestSettings, type ReadOptions } from '#core'

const encode = (text: string) => new TextEncoder().encode(text)
const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const utf16 = (text: string) => bytesOf(`\xff\xfe${text.split('').map((character) => `${character}\0`).join('')}`)
const gbk = bytesOf('\xd0\xd5\xc3\xfb,\xb7\xd6\xca\xfd\n\xc0\xee,1\n')
const rows = (count: number, row: (i: number) => string) => Array.from({ length: count }, (_, i) => `${row(i)}\n`).join('')
const labelled = (cell: (i: number) => string | number) => `id,age,y\n${rows(30, (i) => `${i},${cell(i)},${i % 2 ? 'a' : 'b'}`)}`

/** The report on a file: the sentence with which it is refused, or all that was noticed. */
function toldOf(input: string | Uint8Array, options: ReadOptions): string[] {
  try {
    return readCsv(typeof input === 'string' ? encode(input) : input, options).notes.map(({ code, details }) => sentence(code, details, 'en'))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return [error.message]
  }
}

/** The report when a network is to be trained with the file. */
function toldOfTraining(text: string): string[] {
  const table = readCsv(encode(text))
  const settings = suggestSettings(table)
  try {
    return [...featureNotes(table, settings.targets), ...prepare(table, settings).notes].map(({ code, details }) => sentence(code, details, 'en'))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return [error.message]
  }
}

describe('what is said of a file', () => {
  it.each<[name: string, input: string | Uint8Array, told: string[], options?: ReadOptions]>([
    ['0 bytes', '', ['The file is empty.']],
    ['only a mark', '\uFEFF', ['The file is empty.']],
    ['only blank lines', '\n\r\n \n', ['The file is empty.']],
    ['a header only', 'a,b\n', ['Row 1 is a header but there are no data rows.']],
    ['a quote never closed', `id,name\n${rows(10, (i) => `${i},b`)}10,"c\n11,d\n`, ['Row 12, column 2 (`name`): a quote opened here is never closed.']],
    ['text after a closing quote', 'a,b\n1,"2"x\n', ['Row 2, column 2 (`b`): unexpected `x` after the closing quote; write a quote inside a field as "".']],
    ['a quote inside an unquoted field', 'a,b\n5" pipe,2\n', ['1 row has a quote inside a field that is not quoted (row 2); it is kept as is.']],
    ['too few fields', 'a,b,label\n1,2,x\n3,4\n', ['Row 3 has 2 fields; the header has 3 (missing `label`). Drop it, or fix the file and open it again.']],
    ['too many fields', 'a,b\n1,2\n3,4,5\n6,7,8\n9,1\n', ['Row 3 has 3 fields; the header has 2. Rows like this: 3, 4 (2 in all). Drop them, or fix the file and open it again.']],
    ['such rows dropped', 'a,b\n1,2\n3\n', ['1 row does not have 2 fields and is dropped: 3.'], { ragged: 'drop' }],
    ['a comma too many in every row', 'a,b\n1,2,\n3,4,\n', ['Every row ends with an extra `,`; the last, empty column is ignored.']],
    ['no number among numbers', labelled((i) => (i === 7 ? '12abc' : i)), ['Column `age` is numeric, but 1 of its cells is not a finite number (row 9, `12abc`). Fix it before using the column.']],
    ['inf and 1e999', labelled((i) => ['inf', '1e999'][i] ?? i), ['Column `age` is numeric, but 2 of its cells are not finite numbers (first: row 2, `inf`). Fix them before using the column.']],
    ['semicolons and decimal commas', 'a;b\n1,5;2\n', ['The columns are separated by `;`.', 'Numbers are read with a decimal comma (row 2, column 1, `a`: `1,5` is 1.5).']],
    ['a mark that may be one of thousands', 'a,b\n1,2\n3,"1,234"\n', ['Row 3, column 2 (`b`): is `1,234` 1234 or 1.234? Choose the decimal mark; until then 1 such cell is not a number.']],
    ['a point that may separate thousands', 'a,b\n1,899\n3,1.299\n4,12.450\n5,70\n', ['Row 3, column 2 (`b`): is `1.299` 1299 or 1.299? Choose the decimal mark; until then it is read as 1.299.']],
    ['no such point', 'a,b\n1,899\n3,1.299\n4,12.45\n', []],
    ['tabs', 'a\tb\n1\t2\n', ['The columns are separated by `Tab`.']],
    ['bars', 'a|b\n1|2\n', ['The columns are separated by `|`.']],
    ['spaces', 'a b\n1 2\n', ['The columns are separated by `Space`.']],
    ['a mark of UTF-8', '\uFEFFa,b\n1,2\n', []],
    ['GBK', gbk, ['Byte 1 (row 1, column 1) is not UTF-8. The file is read as GB18030; if characters look wrong, choose another encoding.']],
    ['Windows-1252', bytesOf('name,x\nAndr\xe9,1\n'), ['Byte 12 (row 2, column 1) is not UTF-8. The file is read as Windows-1252; if characters look wrong, choose another encoding.']],
    ['invalid bytes', bytesOf('a,b\n1,\xff\n'), ['Byte 7 (row 2, column 2) is not UTF-8. Try GB18030, or save the file as “CSV UTF-8” and open it again.'], { encoding: 'utf-8' }],
    ['an Excel workbook', bytesOf('PK\x03\x04..[Content_Types].xml'), ['This is not a CSV file but Excel (.xlsx); save it as CSV (UTF-8, comma-separated) first.']],
    ['a zip archive', bytesOf('PK\x03\x04..a.csv'), ['This is not a CSV file but ZIP; save it as CSV (UTF-8, comma-separated) first.']],
    ['a PDF', '%PDF-1.7', ['This is not a CSV file but PDF; save it as CSV (UTF-8, comma-separated) first.']],
    ['NUL bytes', 'a,b\n1,\0\n', ['This is not a CSV file: byte 7 is zero; save it as CSV (UTF-8, comma-separated) first.']],
    ['CR alone', 'a,b\r1,2\r', ['The rows end in CR alone, as on classic Mac OS; this is recognized.']],
    ['mixed line ends', 'a,b\r\n1,2\n3,4\r5,6\r', ['The rows have different line endings (CRLF, LF, CR); all are recognized.']],
    ['a name that occurs twice', 'y,x,z,w,x\n1,2,3,4,5\n', ['Columns 2 and 5 are both called `x`; the latter is renamed `x_2`.']],
    ['an empty name', 'a,\n1,2\n', ['Column 2 has no name; it is called `column_2`.']],
    ['full-width commas and digits', '甲，乙\n１，2\n３，4\n', ['The columns are separated by `，`.', 'Column `甲`: 2 cells have full-width characters and are read as numbers (first: row 2, `１` is 1).']],
    ['percent signs', 'a,b\n12%,1\n', ['Column `a`: 1 cell with a percent sign is read as a fraction (row 2, `12%` is 0.12).']],
    ["Excel's Unicode text", utf16('name\tn\nA\t1\nB\t2\n'), ['The file is read as UTF-16LE; if characters look wrong, choose another encoding.', 'The columns are separated by `Tab`.']],
    ['dates', 'day,x\n2024-01-31,1\n', ['Column `day`: 1 date is read as days since 1970-01-01 (row 2, `2024-01-31` is 19753).']],
    ['names that objects have by birth', '__proto__,constructor\n1,2\n', []],
    ['numbers for names', '2019,2020\n5,7\n', ['Row 1 looks like data, not names, but is read as the header. If the file has no header, change that setting.']],
    ['data in the first row', '5.1,3.5\n4.9,3\n', ['Row 1 looks like data, not names: it is read as data, and the columns are called `column_1`, `column_2`, … If it is the header, change that setting.']],
    ['rows above the table', `Report\nof\n2024\na,b,c,d,e,f\n${rows(5, () => '1,2,3,4,5,6')}`, ['Rows 1, 2, 3 have 1 field, later rows 6. Skip them, or fix the file and open it again.']],
    ['such rows dropped', `Report\na,b,c\n${rows(5, () => '1,2,3')}`, ['Row 1 has 1 field, later rows 3; it is skipped as not part of the table.'], { ragged: 'drop' }],
    ['a row below the table', 'a,b,c\n1,2,3\n4,5,6\nTotal\n', ['Row 4 has 1 field; the header has 3 (missing `b`, `c`). Drop it, or fix the file and open it again.']],
    ['a row over 16 MB', `a,b\n1,2\n1,2\n1,2\n3,"${'x\n'.repeat(8_500_000)}"\n`, ['Row 5 is longer than 16 MB; is a closing quote missing?']],
    ['a field over 1 MB', `a,b\n1,${'x'.repeat(1_100_000)}\n`, ['Row 2, column 2 is longer than 1 MB; is a closing quote missing?']],
    ['over 100,000 columns', `${','.repeat(100_001)}\n`, ['Row 1 has 100002 fields, more than 100000; is the separator right?']]
  ])('%s', (_, input, told, options = {}) => expect(toldOf(input, options)).toEqual(told))
})

describe('what is said of training with a file', () => {
  it.each([
    ['missing values', `age,y\n${rows(30, (i) => `${i % 7 === 4 ? 'NA' : i},${i % 2 ? 'a' : 'b'}`)}`, ['4 of 30 rows have a missing value in a chosen column and are dropped (first: row 6, `age`).']],
    ['no number among numbers', labelled((i) => (i === 7 ? '12abc' : i)), ['Row 9, column 2 (`age`): `12abc` is not a number. Fix it, or exclude the column.']],
    ['1e999', labelled((i) => (i === 28 ? '1e999' : i)), ['Row 30, column 2 (`age`): `1e999` is infinite or not a number; training needs finite values.']],
    ['the same row in training and in test', `x,y\n${rows(40, (i) => `${i % 4},${i % 2 ? 'a' : 'b'}`)}`, ['10 test rows (100 % of them) also occur in the training rows, so that the test figures are too good (first: row 8 is identical to row 4).',
        '26 training rows repeat earlier ones (87 % of them), and count again in the loss (first: row 6 is identical to row 2).']],
    ['a constant column', labelled(() => 7), ['Column `age` is always `7`: it carries no information and is excluded from the features.']],
    ['one class only', `x,y\n${rows(30, (i) => `${i},a`)}`, ['Only one class in `y`: every row is `a`. Choose another target.']],
    ['a label that occurs once', `x,y\n${rows(30, (i) => `${i},${i === 29 ? 'cta' : i % 2 ? 'cat' : 'dog'}`)}`, ['Row 31: `cta` occurs once; a typo of `cat`?']]
  ])('%s', (_, text, told) => expect(toldOfTraining(text)).toEqual(told))
})
