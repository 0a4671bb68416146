import { gzipSync } from 'node:zlib'

/** A field of a Thrift structure in the compact protocol: its number, its type and its bytes. */
type Field = readonly [id: number, type: number, bytes: readonly number[]]

const I32 = 5
const I64 = 6
const BINARY = 8
const LIST = 9
const STRUCT = 12

function varint(value: number): number[] {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    bytes.push(rest < 128 ? rest : (rest % 128) + 128)
    if (rest < 128) return bytes
  }
}
const zigzag = (value: number) => varint(2 * value)
const text = (value: string) => [...varint(value.length), ...Buffer.from(value)]
const list = (type: number, items: readonly (readonly number[])[]) => [16 * items.length + type, ...items.flat()]

function struct(fields: readonly Field[]): number[] {
  let last = 0
  const bytes = fields.flatMap(([id, type, content]) => {
    const head = 16 * (id - last) + type
    last = id
    return [head, ...content]
  })
  return [...bytes, 0]
}
const number = (id: number, value: number, type = I32): Field => [id, type, zigzag(value)]

/** The claims of a file, and those of its pages. */
interface Claims {
  /** In the metadata. */
  readonly rows: number
  readonly unpackedBytes: number
  /** In the header of each page. */
  readonly pageValues: number
  readonly pageBytes: number
  /** The content of each page as packed, and how many there are. */
  readonly page: Uint8Array
  readonly pages: number
  readonly isPacked: boolean
}

function fileOf({ rows, unpackedBytes, pageValues, pageBytes, page, pages, isPacked }: Claims): Buffer {
  const dictionary = Buffer.from([7, 0, 0, 0])
  const packedDictionary = isPacked ? gzipSync(dictionary) : dictionary
  const header = (type: number, unpacked: number, packed: number, rest: Field) =>
    Buffer.from(struct([number(1, type), number(2, unpacked), number(3, packed), rest]))
  const first = header(2, dictionary.length, packedDictionary.length, [7, STRUCT, struct([number(1, 1), number(2, 0)])])
  const next = header(0, pageBytes, page.length, [5, STRUCT, struct([number(1, pageValues), number(2, 8), number(3, 3), number(4, 3)])])
  const body = Buffer.concat([first, packedDictionary, ...Array.from({ length: pages }, () => [next, page]).flat()])
  const chunk = struct([
    number(1, 1),
    [2, LIST, list(I32, [zigzag(8)])],
    [3, LIST, list(BINARY, [text('x')])],
    number(4, isPacked ? 2 : 0),
    number(5, rows, I64),
    number(6, unpackedBytes, I64),
    number(7, body.length, I64),
    number(9, 4 + first.length + packedDictionary.length, I64),
    number(11, 4, I64)
  ])
  const group = struct([
    [1, LIST, list(STRUCT, [struct([number(2, 4, I64), [3, STRUCT, chunk]])])],
    number(2, body.length, I64),
    number(3, rows, I64)
  ])
  const schema = [struct([[4, BINARY, text('root')], number(5, 1)]), struct([number(1, 1), number(3, 0), [4, BINARY, text('x')]])]
  const metadata = Buffer.from(
    struct([number(1, 1), [2, LIST, list(STRUCT, schema)], number(3, rows, I64), [4, LIST, list(STRUCT, [group])]])
  )
  const length = Buffer.alloc(4)
  length.writeUInt32LE(metadata.length)
  return Buffer.concat([Buffer.from('PAR1'), body, metadata, length, Buffer.from('PAR1')])
}

/** A page in which one value of the dictionary is run through so many times. */
const runOf = (values: number) => Uint8Array.from([1, ...varint(2 * values), 0])

/** Returns a file of one column, which is honest. */
export function honestParquet(rows: number): Buffer {
  const page = runOf(rows)
  return fileOf({ rows, unpackedBytes: page.length, pageValues: rows, pageBytes: page.length, page, pages: 1, isPacked: false })
}

/** Returns files that unpack to gigabytes: by what they say, by a page that says more than its file, or less than it holds, and by pages of zeros. */
export function parquetBombs(): Readonly<Record<string, Buffer>> {
  const many = 2_000_000_000
  const run = runOf(many)
  const zeros = 64 * 1024 * 1024
  const page = gzipSync(Buffer.concat([Buffer.from([1, ...varint(2 * 10), 0]), Buffer.alloc(zeros)]), { level: 9 })
  const said = { unpackedBytes: 100, pageBytes: run.length, page: run, pages: 1, isPacked: false }
  return {
    'two billion rows in a run': fileOf({ ...said, rows: many, pageValues: many }),
    'a page of two billion values in a file of ten rows': fileOf({ ...said, rows: 10, pageValues: many }),
    'pages that say less than they hold': fileOf({
      rows: 10,
      unpackedBytes: 100,
      pageValues: 10,
      pageBytes: 100,
      page,
      pages: 100,
      isPacked: true
    }),
    'pages of zeros': fileOf({ rows: 10, unpackedBytes: 100, pageValues: 10, pageBytes: zeros + 4, page, pages: 100, isPacked: true })
  }
}
