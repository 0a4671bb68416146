import { execFileSync } from 'node:child_process'
import { createWriteStream, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw, createGzip } from 'node:zlib'
import { readSafetensors, writeSafetensors } from '#core'
import { honestParquet, parquetBombs } from './parquet-bomb'
import type { Sample } from './samples'
import { endlessTables, tableBombs } from './table-bombs'

/** A file made to fill a computer, or an honest one that looks like it. */
export interface Bomb {
  readonly name: string
  readonly reader: 'settings' | 'experiment' | 'cases' | 'share' | 'weights' | 'session' | 'data'
  readonly path: string
  /** Whether it must be read, or may be; all others must be refused. */
  readonly isHonest?: boolean
}

const MEGABYTE = 1024 * 1024
const DEPTH = 100_000

/** So many bytes of one piece again and again. */
function* repeated(piece: string, bytes: number): Generator<Buffer, void> {
  const block = Buffer.from(piece.repeat(Math.floor(MEGABYTE / piece.length)))
  for (let written = 0; written < bytes; written += block.length) yield block
}

/** Makes every bomb in a folder; `size` is the number of bytes that the packed ones unpack to. */
export async function makeBombs(folder: string, samples: readonly Sample[], size: number): Promise<Bomb[]> {
  const bombs: Bomb[] = []
  const place = (name: string) => {
    const own = join(folder, String(bombs.length))
    mkdirSync(own)
    return join(own, name)
  }
  const add = (name: string, reader: Bomb['reader'], file: string, write: (path: string) => void, isHonest = false) => {
    const path = place(file)
    write(path)
    bombs.push({ name, reader, path, isHonest })
  }
  const addBytes = (name: string, reader: Bomb['reader'], file: string, content: string | Uint8Array, isHonest = false) =>
    add(name, reader, file, (path) => writeFileSync(path, content), isHonest)

  const jsonFiles = {
    settings: 'a.json',
    experiment: 'experiment.json',
    cases: 'a.json',
    share: 'a.json',
    weights: 'weights.json'
  } as const
  for (const [reader, file] of Object.entries(jsonFiles) as [keyof typeof jsonFiles, string][]) {
    addBytes(`${reader}: 100,000 lists within one another`, reader, file, '['.repeat(DEPTH))
    addBytes(`${reader}: 100,000 objects within one another`, reader, file, `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`)
    const most = reader === 'settings' || reader === 'experiment' ? 4 * MEGABYTE - 100 : size / 8
    addBytes(`${reader}: nothing but empty objects`, reader, file, `[${'{},'.repeat(Math.floor(most / 3))}1]`)
    addBytes(`${reader}: one key as long as the file`, reader, file, `{"${'k'.repeat(most)}":1}`)
    addBytes(`${reader}: a string of nothing but escaped characters`, reader, file, `["${'\\n'.repeat(most / 2 - 4)}"]`, reader === 'cases')
  }
  addBytes('weights: numbers without end', 'weights', 'weights.json', `{"tensors":{"W1":{"data":[${'0,'.repeat(size / 8)}0]}}}`)
  for (const { name, bytes } of samples.filter(({ name }) => name === 'weights.safetensors' || name === 'session')) {
    const { tensors, metadata } = readSafetensors(bytes)
    let nested: object = {}
    for (let level = 0; level < 500; level++) nested = { a: nested }
    const reader = name === 'session' ? 'session' : 'weights'
    addBytes(
      `${name}: metadata of 500 levels`,
      reader,
      'weights.safetensors',
      writeSafetensors({ tensors, metadata: { ...metadata, nested } as never })
    )
    const header = Buffer.from(`{"__metadata__":${'['.repeat(DEPTH)}`)
    const length = Buffer.alloc(8)
    length.writeUInt32LE(header.length)
    addBytes(`${name}: a header of 100,000 levels`, reader, 'weights.safetensors', Buffer.concat([length, header]))
    length.fill(0xff, 0, 4)
    addBytes(`${name}: a header of 4 GB`, reader, 'weights.safetensors', Buffer.concat([length, header]))
  }
  await addArchive(bombs, place('weights.npz'), size)
  for (const [name, text] of Object.entries({ rows: '1\n', 'empty rows': '\n', 'one row': '1,', texts: 'a,"b"\n', zeros: '\0' })) {
    const path = place('a.csv.gz')
    await pipeline(Readable.from(repeated(text, size)), createGzip({ level: 9 }), createWriteStream(path))
    bombs.push({ name: `table: gzip of nothing but ${name}`, reader: 'data', path })
  }
  const honest = place('a.csv.gz')
  await pipeline(Readable.from(['x,y\n', ...repeated('1,2\n', 32 * MEGABYTE)]), createGzip({ level: 9 }), createWriteStream(honest))
  bombs.push({ name: 'table: honest gzip of 32 MB of one row', reader: 'data', path: honest, isHonest: true })
  for (const [name, bytes] of Object.entries(parquetBombs())) addBytes(`table: Parquet, ${name}`, 'data', 'a.parquet', bytes)
  for (const [name, [file, bytes]] of Object.entries(tableBombs(size / 8))) addBytes(`table: ${name}`, 'data', file, bytes)
  addBytes('table: honest Parquet, a million rows in a run', 'data', 'a.parquet', honestParquet(1_000_000), true)
  if (process.platform !== 'win32') addSpecial(add)
  return bombs
}

/** Devices, pipes nobody writes to, folders, and files that are larger than their kind may be. */
function addSpecial(add: (name: string, reader: Bomb['reader'], file: string, write: (path: string) => void) => void): void {
  const files = {
    settings: 'a.json',
    experiment: 'experiment.json',
    cases: 'a.json',
    weights: 'weights.safetensors',
    session: 'a',
    data: 'a.csv'
  } as const
  for (const [reader, file] of Object.entries(files) as [keyof typeof files, string][]) {
    add(`${reader}: a link to an endless device`, reader, file, (path) => symlinkSync('/dev/zero', path))
    if (reader === 'data')
      for (const [name, write] of Object.entries(endlessTables)) add(`table: twenty gigabytes, ${name}`, reader, name, write)
    if (reader === 'cases' || reader === 'data') continue
    if (reader === 'weights' || reader === 'session')
      add(`${reader}: three gigabytes of nothing`, reader, file, (path) => {
        writeFileSync(path, '')
        truncateSync(path, 3 * 1024 * MEGABYTE)
      })
    add(`${reader}: a pipe that nobody writes to`, reader, file, (path) => execFileSync('mkfifo', [path]))
    add(`${reader}: twenty gigabytes`, reader, file, (path) => {
      writeFileSync(path, '')
      truncateSync(path, 20 * 1024 * MEGABYTE)
    })
  }
}

/** Writes a zip archive of one deflated array of zeros. */
async function addArchive(bombs: Bomb[], path: string, size: number): Promise<void> {
  const deflated: Buffer[] = []
  const head = npyHeader(size / 4)
  let checksum = crc32(head)
  const content = function* () {
    yield head
    for (const block of repeated('\0', size)) {
      checksum = crc32(block, checksum)
      yield block
    }
  }
  for await (const piece of Readable.from(content()).pipe(createDeflateRaw({ level: 9 }))) deflated.push(piece as Buffer)
  const body = Buffer.concat(deflated)
  const name = Buffer.from('W1.npy')
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(checksum, 10)
  common.writeUInt32LE(body.length, 14)
  common.writeUInt32LE(size + head.length, 18)
  common.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, body])
  const central = Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, Buffer.alloc(14), name])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  writeFileSync(path, Buffer.concat([local, central, end]))
  bombs.push({
    name: `weights: npz of ${(size / MEGABYTE).toFixed(0)} MB of zeros in ${(body.length / MEGABYTE).toFixed(2)} MB`,
    reader: 'weights',
    path
  })
}

function npyHeader(count: number): Buffer {
  const dictionary = `{'descr': '<f4', 'fortran_order': False, 'shape': (${count},), }`
  const text = `${dictionary.padEnd(117)}\n`
  return Buffer.concat([Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, text.length, 0]), Buffer.from(text)])
}
