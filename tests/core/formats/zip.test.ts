import { zipSync } from 'fflate'
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { readZip, writeZip } from '../../../src/core/formats/zip'
import { itIf } from '../../support/conditions'
import { numpy } from '../../support/python'

const text = new TextEncoder().encode('weights '.repeat(100))

/** A zip of one deflated file, with bytes of its directory entry changed. */
function changed(change: (bytes: DataView, directoryAt: number) => void): Uint8Array {
  const bytes = zipSync({ 'a.npy': text })
  const view = new DataView(bytes.buffer)
  change(view, view.getUint32(bytes.length - 6, true))
  return bytes
}

describe('writeZip', () => {
  it('gives the same bytes at any time and in any time zone', () => {
    const script = `
      import { readFileSync } from 'node:fs'
      import { zipSync } from 'fflate'
      process.stdout.write(Buffer.from(zipSync({ 'a.npy': Uint8Array.of(1) }, { level: 0, mtime: new Date(1980, 0, 1, 12) })).toString('hex'))`
    const inZone = (TZ: string) =>
      spawnSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TZ }, encoding: 'utf8' }).stdout
    const here = Buffer.from(writeZip([{ name: 'a.npy', bytes: Uint8Array.of(1) }])).toString('hex')
    expect([inZone('Asia/Shanghai'), inZone('America/Los_Angeles'), inZone('Pacific/Kiritimati')]).toEqual([here, here, here])
  })

  it('keeps the order of its files', () => {
    const names = ['W1.npy', 'b1.npy', 'W2.npy', 'metadata.npy']
    expect(readZip(writeZip(names.map((name) => ({ name, bytes: text })))).map(({ name }) => name)).toEqual(names)
  })
})

describe('readZip', () => {
  it('reads stored and deflated files', () => {
    for (const level of [0, 6, 9] as const) {
      expect(readZip(zipSync({ 'a.npy': text, 'b/名.npy': [text, { level }] }))).toEqual([
        { name: 'a.npy', bytes: text },
        { name: 'b/名.npy', bytes: text }
      ])
    }
  })

  it('reads an archive that has a comment', () => {
    const bytes = Uint8Array.from([...zipSync({ 'a.npy': text }), ...new TextEncoder().encode('hello')])
    new DataView(bytes.buffer).setUint16(bytes.length - 7, 5, true)
    expect(readZip(bytes)).toEqual([{ name: 'a.npy', bytes: text }])
  })

  itIf(numpy, "reads numpy's own archives, compressed or not", () => {
    const script = (save: string) => `
import io, sys, numpy as np
out = io.BytesIO()
np.${save}(out, W1=np.arange(6.0).reshape(2, 3), b1=np.float32([1, 2]))
sys.stdout.buffer.write(out.getvalue())`
    for (const save of ['savez', 'savez_compressed']) {
      const { stdout } = spawnSync(numpy.command, ['-c', script(save)])
      expect(readZip(new Uint8Array(stdout)).map(({ name }) => name)).toEqual(['W1.npy', 'b1.npy'])
    }
  })

  it.each<[string, Uint8Array, string]>([
    ['no archive', new Uint8Array(100), 'This is not a npz file.'],
    ['an entry with another checksum', changed((view, at) => view.setUint32(at + 16, 1, true)), 'the checksum of `a.npy` does not match'],
    [
      'an entry that unpacks to more than announced',
      changed((view, at) => view.setUint32(at + 24, 10, true)),
      'a.npy should have 10 bytes'
    ],
    [
      'an entry that unpacks to less than announced',
      changed((view, at) => view.setUint32(at + 24, 9999, true)),
      'a.npy should have 9999 bytes'
    ],
    ['an entry that announces 4 GB', changed((view, at) => view.setUint32(at + 24, 0xffffffff, true)), 'unpacks to 4096 MB'],
    ['an entry packed in another way', changed((view, at) => view.setUint16(at + 10, 12, true)), 'method 12'],
    ['an encrypted entry', changed((view, at) => view.setUint16(at + 8, 1, true)), 'encryption'],
    ['a symbolic link', changed((view, at) => view.setUint32(at + 38, (0o120777 << 16) >>> 0, true)), 'link'],
    ['packed bytes outside the file', changed((view, at) => view.setUint32(at + 20, 1 << 20, true)), 'zip should have'],
    ['a local header that is not there', changed((view, at) => view.setUint32(at + 42, 5, true)), 'The file has no `a.npy`'],
    ['more entries than there are', changed((view) => view.setUint16(view.byteLength - 12, 2, true)), 'zip should have'],
    ['too many entries', changed((view) => view.setUint16(view.byteLength - 12, 10_001, true)), 'more than the 10000 allowed'],
    ['a path to the folder above', zipSync({ '../a.npy': text }), 'The name `"../a.npy"` is not allowed'],
    ['a path through the folder above', zipSync({ 'b/../../a.npy': text }), 'is not allowed'],
    ['an absolute path', zipSync({ '/etc/a.npy': text }), 'is not allowed'],
    ['a Windows path', zipSync({ 'C:a.npy': text }), 'is not allowed'],
    ['a path with backslashes', zipSync({ '..\\a.npy': text }), 'is not allowed']
  ])('refuses %s', (_what, bytes, message) => {
    expect(() => readZip(bytes)).toThrow(message)
  })

  it('refuses a name that occurs twice', () => {
    const bytes = zipSync({ 'a.npy': text, 'b.npy': text })
    bytes.set(new TextEncoder().encode('a'), secondEntry(bytes) + 46)
    expect(() => readZip(bytes)).toThrow('`a.npy` occurs twice.')
  })

  it('refuses an entry whose bytes lie inside those of another', () => {
    const inner = zipSync({ 'b.npy': text }, { level: 0 })
    const bytes = zipSync({ 'a.npy': inner, 'b.npy': text }, { level: 0 })
    expect(readZip(bytes)).toHaveLength(2)
    new DataView(bytes.buffer).setUint32(secondEntry(bytes) + 42, 30 + 'a.npy'.length, true)
    expect(() => readZip(bytes)).toThrow('`b.npy` begins at byte 35')
  })
})

/** Where the directory's second entry begins, when the first is called a.npy. */
function secondEntry(bytes: Uint8Array): number {
  return new DataView(bytes.buffer).getUint32(bytes.length - 6, true) + 46 + 'a.npy'.length
}
