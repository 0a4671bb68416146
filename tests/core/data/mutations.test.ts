import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellText, AppError, readCsv, type ReadOptions } from '#core'
import { sampleBytes } from '../../support/tables'

const encode = (text: string) => new TextEncoder().encode(text)

/** Valid files that between them have all that a file may have. */
const files: readonly Uint8Array[] = [
  encode('name,size,city\nAnn,1.5,"Paris, F"\nBo,2,\n李,-3e4,"say ""hi"""\n'),
  encode('\uFEFFa;b;c\r\n1,5;"x\r\ny";2024-01-31\r\n-2,25;NA;2024-02-01\r\n\r\n3;"";\r\n'),
  encode('id\tprice\tshare\r1\t1,234.50\t12%\r2\t2,000\t7.5 %\r3\t３\t1e999\r'),
  encode('Report\n\na|b|c|\n1|2|3|\n4|5|6|\n7|8|9|\n'),
  Uint8Array.from('\xd0\xd5\xc3\xfb,\xb7\xd6\xca\xfd\n\xc0\xee,1\n\xcd\xf5,2\n', (character) => character.charCodeAt(0)),
  Uint8Array.from([...'\ufffea,b\n1,2\n'].flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8])),
  sampleBytes('penguins').slice(0, 600)
]

const telling = fc.constantFrom(...encode(',;\t"\n\r|. %-eE+0'), 0, 0x80, 0xe9, 0xff)
const byte = fc.oneof(telling, fc.nat(255))
const place = fc.nat(1000)

/** One change of a file: a byte put in the place of another, or between two; some taken out, doubled, or all behind them cut off. */
const change = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), at: place, value: byte }),
  fc.record({ kind: fc.constant('insert' as const), at: place, value: byte }),
  fc.record({ kind: fc.constantFrom('delete' as const, 'double' as const), at: place, value: fc.nat(40) }),
  fc.record({ kind: fc.constant('cut' as const), at: place, value: fc.constant(0) })
)

function changed(bytes: Uint8Array, { kind, at, value }: { kind: string; at: number; value: number }): Uint8Array {
  const start = at % (bytes.length + 1)
  const [before, after] = [bytes.subarray(0, start), bytes.subarray(start)]
  if (kind === 'replace') return Uint8Array.of(...before, value, ...after.subarray(1))
  if (kind === 'insert') return Uint8Array.of(...before, value, ...after)
  if (kind === 'delete') return Uint8Array.of(...before, ...after.subarray(value))
  return kind === 'cut' ? before.slice() : Uint8Array.of(...before, ...after.subarray(0, value), ...after)
}

/** Refusals that are about the whole file; all others name a row. */
const withoutRow = ['data.empty-file', 'data.not-text', 'data.wrong-encoding', 'data.preamble']

/** The longest that reading may take, in milliseconds; a busy machine may hold up one reading of a file, but not each of so many. */
const [LIMIT, READINGS] = [2000, 5]

/** Returns what is wrong with the reading of a file; nothing when its outcome is whole, and there in time. */
function complaint(bytes: Uint8Array, options: ReadOptions): string {
  for (let reading = 0; reading < READINGS; reading++) {
    const start = performance.now()
    const fault = faultOf(bytes, options)
    if (fault || performance.now() - start <= LIMIT) return fault
  }
  return 'too slow'
}

/** Returns the fault of the outcome of reading; none when it is a whole table, or a refusal as data with its row. */
function faultOf(bytes: Uint8Array, options: ReadOptions): string {
  try {
    const { columns, rows, lines } = readCsv(bytes, options)
    for (const column of columns) {
      if (column.missing.length !== rows) return 'an uneven table'
      for (let row = 0; row < rows; row++) if (typeof cellText(column, row) !== 'string') return 'a cell without text'
      if (column.kind === 'number' && column.values.length !== rows) return 'a number that is not there'
    }
    if (lines.length !== rows || rows === 0 || columns.length === 0) return 'a table without rows'
    if (lines.some((line, row) => line <= (lines[row - 1] ?? 0))) return 'lines out of order'
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'data') return `a crash: ${String(error)}`
    const { row } = error.details
    if (!withoutRow.includes(error.code) && !(Number(row) >= 1)) return `${error.code} without a row`
  }
  return ''
}

describe('a valid file that was changed', () => {
  const options = fc.constantFrom<ReadOptions>({}, {}, { ragged: 'drop' }, { ragged: 'drop', header: true, separator: ',' }, { encoding: 'utf-8', decimal: ',' })

  it('is a table, or refused as data with its row, in 10,000 ways', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 6 }), options, (file, changes, asked) => {
        expect(complaint(changes.reduce(changed, file), asked)).toBe('')
      }),
      { seed: 1, numRuns: 10_000 }
    )
  })

  it('was a table before', () => {
    for (const file of files) expect(complaint(file, { ragged: 'drop' })).toBe('')
  })
})
