import { describe, expect, it } from 'vitest'
import { columnType, featureNotes, readCsv, sentence, type ReadOptions, type Table } from '#core'
import { cellsOf, refusalOf } from '../../support/tables'

const read = (text: string, options: ReadOptions = {}) => readCsv(new TextEncoder().encode(text), options)
const rowsOf = ({ columns, rows }: Table) => {
  const cells = columns.map(cellsOf)
  return Array.from({ length: rows }, (_, row) => cells.map((column) => column[row]))
}
const namesOf = ({ columns }: Table) => columns.map(({ name }) => name)
const told = ({ notes }: Table) => notes.map(({ code, details }) => sentence(code, details, 'en'))
const codes = ({ notes }: Table) => notes.map(({ code }) => code)

describe("Excel's first line", () => {
  it.each([
    ['a semicolon', 'sep=;\nx;y;label\n1;2;a\n2;3;b\n'],
    ['a bar', 'sep=|\nx|y|label\n1|2|a\n2|3|b\n'],
    ['a tab', 'sep=\t\r\nx\ty\tlabel\r\n1\t2\ta\r\n2\t3\tb\r\n'],
    ['a comma in quotes', '"sep=,"\nx,y,label\n1,2,a\n2,3,b\n'],
    ['capital letters', 'SEP=;\nx;y;label\n1;2;a\n2;3;b\n'],
    ['a mark before it', '\uFEFFsep=;\nx;y;label\n1;2;a\n2;3;b\n']
  ])('names %s', (_, text) => {
    const table = read(text)
    expect([namesOf(table), rowsOf(table), [...table.lines]]).toEqual([['x', 'y', 'label'], [['1', '2', 'a'], ['2', '3', 'b']], [3, 4]])
  })

  it('names a separator that would not have been guessed', () => {
    expect(rowsOf(read('sep=|\na|b\n1,2|3,4\n5,6|7,8\n'))).toEqual([['1,2', '3,4'], ['5,6', '7,8']])
  })

  it('gives way to the separator that is asked for', () => {
    expect(namesOf(read('sep=;\nx,y\n1,2\n', { separator: ',' }))).toEqual(['x', 'y'])
  })
})

describe('aligned blanks', () => {
  it.each([
    ['numbers alone', ' 0.006  18.00   2.31\n 0.027   0.00   7.07\n 0.027   0.00   7.07\n', [['0.006', '18.00', '2.31'], ['0.027', '0.00', '7.07'], ['0.027', '0.00', '7.07']]],
    ['a header', 'a    b    c\n1    2    3\n10   20   30\n', [['1', '2', '3'], ['10', '20', '30']]],
    ['names in quotes after a tab', '18.0   8   307.0\t"chevrolet chevelle malibu"\n15.0   8   350.0\t"buick skylark 320"\n16.0   8   304.0\t"amc rebel sst"\n', [['18.0', '8', '307.0', 'chevrolet chevelle malibu'], ['15.0', '8', '350.0', 'buick skylark 320'], ['16.0', '8', '304.0', 'amc rebel sst']]],
    ['blanks at the ends of lines', 'a   b  \n1   2  \n30  4  \n', [['1', '2'], ['30', '4']]],
    ['decimal commas', '1,5   2,25\n10,5  3\n1,5   7\n', [['1,5', '2,25'], ['10,5', '3'], ['1,5', '7']]]
  ])('separate %s', (name, text, expected) => {
    const table = read(text, name === 'names in quotes after a tab' ? { header: false } : {})
    expect(table.format.separator).toBe('blanks')
    expect(rowsOf(table)).toEqual(expected)
  })

  it('are the same from a long file', () => {
    const line = (i: number) => `${String(i).padStart(9)}${(i / 8).toFixed(3).padStart(12)}\n`
    const table = read(Array.from({ length: 20_000 }, (_, i) => line(i)).join(''))
    expect([table.rows, table.columns[0].values[19_999], table.columns[1].values[19_999]]).toEqual([20_000, 19_999, 19_999 / 8])
  })

  it('separate nothing among words', () => {
    expect(read('text\nThis  is a sentence\nand  another one\n').columns).toHaveLength(1)
  })
})

describe("names of rows, as R's write.table has them", () => {
  it.each([
    ['quoted', '"x","y"\n"1","a",1\n"2","b",2\n"3","a",2\n'],
    ['separated by spaces', '"x" "y"\n"1" "a" 1\n"2" "b" 2\n"3" "a" 2\n'],
    ['plain', 'x;y\n1;a;1\n2;b;2\n3;a;2\n'],
    ['separated by tabs', 'x\ty\n1\ta\t1\n2\tb\t2\n3\ta\t2\n']
  ])('%s, are a column of their own', (_, text) => {
    const table = read(text)
    expect(namesOf(table)).toEqual(['row_names', 'x', 'y'])
    expect(rowsOf(table)).toEqual([['1', 'a', '1'], ['2', 'b', '2'], ['3', 'a', '2']])
    expect(columnType(table.columns[0])).toBe('identifier')
    expect(codes(table)).toContain('note.row-names')
    expect(featureNotes(table, ['y']).map(({ code }) => code)).toEqual(['note.identifier'])
  })
})

describe('a field more than names', () => {
  it('is no name of a row where it recurs', () => {
    expect(refusalOf(() => read('x,y\n1,2,3\n1,5,6\n')).code).toBe('data.no-row-fits')
  })
})

describe('no header', () => {
  it.each([
    ['with names of rows that differ', 'S1,5.1,3.5,setosa\nS2,4.9,3.0,setosa\nS3,6.2,2.9,versicolor\nS4,5.9,3.0,versicolor\n', 4],
    ['with codes alone', 'S1,5.1\nS2,4.9\nS3,6.2\n', 3],
    ['with names of people and a class', 'Ann,5.1,yes\nBo,4.9,no\nCy,6.2,yes\n', 3]
  ])('%s, is found', (_, text, rows) => expect([read(text).rows, read(text).format.header]).toEqual([rows, false]))

  it.each([
    ['names above different texts', 'name,x\nAnn,1\nBo,2\n'],
    ['years beside names', 'country,2019,2020\nFR,5,7\nDE,6,8\n'],
    ['doses beside names', 'gene,10,50,100\nabc,0.1,0.2,0.5\nabd,0.4,0.2,0.1\n']
  ])('is not, where there are %s', (_, text) => expect(read(text).format.header).toBe(true))

  it('is doubted where most cells of the header are numbers', () => {
    expect(codes(read('gene,10,50,100\nabc,0.1,0.2,0.5\nabd,0.4,0.2,0.1\n'))).toEqual(['note.numeric-header'])
  })
})

describe('comments', () => {
  it.each([
    ['with as many fields', '# lab, 2024-01-01, v2\nx,y,label\n1,2,a\n2,3,b\n3,4,a\n'],
    ['with fewer fields', '# made by a program\nx,y,label\n1,2,a\n2,3,b\n3,4,a\n'],
    ['of several lines', '# lab\n#\n# a, b\nx,y,label\n1,2,a\n2,3,b\n3,4,a\n'],
    ['with a quote', '# "lab\nx,y,label\n1,2,a\n2,3,b\n3,4,a\n'],
    ['between rows', '# lab\nx,y,label\n1,2,a\n# later, in, May\n2,3,b\n# end\n3,4,a\n']
  ])('%s are skipped', (_, text) => {
    for (const mark of ['#', '%', '//']) {
      const table = read(text.replaceAll('#', mark))
      expect(namesOf(table)).toEqual(['x', 'y', 'label'])
      expect(rowsOf(table)).toEqual([['1', '2', 'a'], ['2', '3', 'b'], ['3', '4', 'a']])
      expect(table.notes).toContainEqual(expect.objectContaining({ code: 'note.comments', details: expect.objectContaining({ mark }) as object }))
    }
  })

  it.each([
    ["NumPy's", '# x,y\n1,2\n3,4\n'],
    ['a percent sign that is part of the first name', '% x,y\n1,2\n3,4\n'],
    ['a number sign before it', '#x,y\na,2\nb,4\n']
  ])('that are the header are read as it: %s', (_, text) => {
    expect(namesOf(read(text))).toEqual(['x', 'y'])
    expect(read(text).rows).toBe(2)
    expect([...read(text).lines]).toEqual([2, 3])
  })

  it('are none where a column is called #', () => expect(namesOf(read('x,#\n1,2\n'))).toEqual(['x', '#']))
})

describe('lines that are skipped', () => {
  it('are as many as are asked for', () => {
    const table = read('Report, 2024\n"made, today"\nx,y\n1,2\n', { skip: 2 })
    expect([namesOf(table), rowsOf(table), [...table.lines], table.format.skip]).toEqual([['x', 'y'], [['1', '2']], [4], 2])
  })

  it('may be all of them', () => expect(refusalOf(() => read('x,y\n1,2\n', { skip: 5 })).code).toBe('data.empty-file'))
})

describe('quotes after a backslash', () => {
  it.each([
    ['in the beginning', 'name,x\n"foo (\\"foo\\")",1\nbar,2\n', ['foo ("foo")', 'bar']],
    ['before a separator', 'name,x\n"a \\"b\\", c",1\n"d\\",e",2\n', ['a "b", c', 'd",e']]
  ])('%s are recognized', (_, text, names) => {
    expect(cellsOf(read(text).columns[0])).toEqual(names)
    expect(codes(read(text))).toEqual(['note.backslash-quotes'])
  })

  it('are recognized where only the end of a long file has them', () => {
    const table = read(`name,x\n${Array.from({ length: 30_000 }, (_, i) => `"a,b",${i}\n`).join('')}"c \\"d\\"",1\n`)
    expect(cellsOf(table.columns[0]).at(-1)).toBe('c "d"')
  })

  it('are a backslash where it was asked so', () => {
    expect(refusalOf(() => read('name,x\n"foo (\\"foo\\")",1\n', { escape: 'double' })).code).toBe('data.text-after-quote')
    expect(cellsOf(read('name,x\n"C:\\dir\\",1\nb,2\n').columns[0])).toEqual(['C:\\dir\\', 'b'])
  })
})

describe('rows of another length', () => {
  it('lose empty cells beyond the last column', () => {
    const table = read('a,b\n1,2\n3,4,\n5,6,,\n')
    expect(rowsOf(table)).toEqual([['1', '2'], ['3', '4'], ['5', '6']])
    expect(told(table)).toEqual(['2 rows have empty cells beyond the last column, which are ignored (first: row 3).'])
  })

  it.each([
    ['a,b,,\n1,2\n3,4\n', 2],
    ['a,b,\n1,2,\n3,4\n5,6,\n', 3],
    ['a,b,\n1,2\n3,4,\n5,6,,\n', 3]
  ])('have no names for cells that no row has: %j', (text, rows) => {
    expect([namesOf(read(text)), read(text).rows]).toEqual([['a', 'b'], rows])
  })

  it('have a column without a name where a late row has a value in it', () => {
    const text = `a,b,\n${Array.from({ length: 60_000 }, (_, i) => `${i},2,\n`).join('')}1,2,x\n`
    expect(namesOf(read(text))).toEqual(['a', 'b', 'column_3'])
  })

  it.each([
    ['all rows', '', 40],
    ['all but the first', '0,5,start\n', 41]
  ])('have an empty last cell where %s lack it, which is told', (_, above, rows) => {
    const table = read(`t,v,Comment\n${above}${Array.from({ length: 40 }, (_row, i) => `${i},${i % 7}\n`).join('')}`)
    expect([namesOf(table), table.rows]).toEqual([['t', 'v', 'Comment'], rows])
    expect(table.columns[2].missing.reduce((sum, one) => sum + one, 0)).toBe(40)
    expect(table.notes[0]).toEqual({ code: 'note.shorter-rows', details: { count: 40, row: rows - 38, name: 'Comment' } })
  })

  it.each(['a,b\n1\n2\n3\n', 'a,b,c\n1,2\n3\n4,5\n', 'a,b,c\n1,2\n3,4,5\n6,7,8\n'])('lack more than a last cell in %j', (text) => {
    expect(refusalOf(() => read(text)).code).toMatch(/^data\.(no-row-fits|ragged-row)$/)
  })

  it('are not offered to be dropped where none would be left', () => {
    expect(refusalOf(() => read('a,b\n1,2,3\nx\n')).code).toBe('data.no-row-fits')
    expect(refusalOf(() => read('a,b\n1,2,3\nx\n', { ragged: 'drop' })).code).toBe('data.no-row-fits')
    expect(refusalOf(() => read('a,b\n1,2\n1,2,3\n')).code).toBe('data.ragged-row')
  })
})

describe('twenty thousand columns', () => {
  it('are read in little memory', () => {
    const line = (cell: (i: number) => string) => Array.from({ length: 20_000 }, (_, i) => cell(i)).join(',')
    const bytes = new TextEncoder().encode([line((i) => `c${i}`), ...Array.from({ length: 21 }, (_, row) => line((i) => `${(i + row) % 97}`))].join('\n'))
    const before = process.memoryUsage().arrayBuffers
    const table = readCsv(bytes)
    expect(table.columns).toHaveLength(20_000)
    // Before, each column reserved 150 KB.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(300e6)
  })
})

describe('other files as programs write them', () => {
  it.each<[of: string, text: string, names: string[], rows: string[][]]>([
    ['Excel, with decimal commas and its first line', 'sep=;\r\nx;y\r\n1,5;a\r\n2,5;b\r\n', ['x', 'y'], [['1,5', 'a'], ['2,5', 'b']]],
    ['R, with row names that are words', '"mpg" "cyl"\n"Mazda RX4" 21 6\n"Datsun 710" 22.8 4\n', ['row_names', 'mpg', 'cyl'], [['Mazda RX4', '21', '6'], ['Datsun 710', '22.8', '4']]],
    ['gnuplot, with its header in a comment', '# t v\n0 1.5\n1 2.5\n2 3.5\n', ['t', 'v'], [['0', '1.5'], ['1', '2.5'], ['2', '3.5']]],
    ['a database, with escaped quotes and empty last cells', 'id|name|\n1|"O\\"Neil"|\n2|"Ann"|\n', ['id', 'name'], [['1', 'O"Neil'], ['2', 'Ann']]],
    ['a data logger, aligned by tabs and blanks', 'time \t temp\n0.0 \t 20.5\n0.5 \t 21.0\n10.0\t 21.5\n', ['time', 'temp'], [['0.0', '20.5'], ['0.5', '21.0'], ['10.0', '21.5']]],
    ['a spreadsheet, with one row longer by empty cells', 'a,b\n1,x\n2,y,,\n3,z\n', ['a', 'b'], [['1', 'x'], ['2', 'y'], ['3', 'z']]]
  ])('%s', (_, text, names, rows) => {
    const table = read(text)
    expect([namesOf(table), rowsOf(table)]).toEqual([names, rows])
  })
})
