import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { gzipLength, gzipName, gunzip } from '../../../../src/node/sources/archives/gunzip'

async function* once(bytes: Uint8Array) {
  yield bytes
}

async function lengthOf(bytes: Uint8Array): Promise<number> {
  let length = 0
  for await (const piece of gunzip(once(bytes), 'a.gz')) length += piece.length
  return length
}

describe('gunzip', () => {
  const packed = gzipSync(new Uint8Array(5_000_000))

  it('gives the bytes that were packed', async () => {
    expect(await lengthOf(packed)).toBe(5_000_000)
  })

  it('stops at the limit of what it has read', async () => {
    const bomb = gzipSync(new Uint8Array(200_000_000))
    let length = 0
    const read = async () => {
      for await (const piece of gunzip(once(bomb), 'a.gz')) length += piece.length
    }
    await expect(read()).rejects.toMatchObject({ code: 'data.gzip-too-large' })
    expect(length).toBeLessThan(10_000_000)
  })

  it('gives content that is far smaller when packed, up to the limit', async () => {
    expect(await lengthOf(gzipSync(new Uint8Array(60_000_000)))).toBe(60_000_000)
  })

  it('gives the content of several members, and refuses what follows them but for some zeros', async () => {
    const padded = (bytes: Uint8Array) => Buffer.concat([packed, packed, bytes])
    expect(await lengthOf(padded(new Uint8Array(0)))).toBe(10_000_000)
    expect(await lengthOf(padded(new Uint8Array(9000)))).toBe(10_000_000)
    await expect(lengthOf(padded(new Uint8Array(2_000_000)))).rejects.toMatchObject({ code: 'data.gzip-followed' })
    await expect(lengthOf(padded(Uint8Array.of(0, 1)))).rejects.toMatchObject({ code: 'data.gzip-followed' })
  })

  it('reads its pieces to the end', async () => {
    let read = 0
    const pieces = (async function* () {
      for (const piece of [packed, new Uint8Array(500_000), new Uint8Array(500_000)]) {
        read++
        yield piece
      }
    })()
    for await (const piece of gunzip(pieces, 'a.gz')) expect(piece).toBeDefined()
    expect(read).toBe(3)
  })

  it('passes on what is thrown where the pieces come from', async () => {
    const pieces = (async function* () {
      yield packed.subarray(0, 100)
      throw new Error('no disk')
    })()
    const read = async () => {
      for await (const piece of gunzip(pieces, 'a.gz')) expect(piece).toBeDefined()
    }
    await expect(read()).rejects.toThrow('no disk')
  })
})

describe('gzipName', () => {
  it('is that behind the header and its extra field, or nothing', () => {
    const header = (flags: number) => [0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 255]
    const name = [...'a.csv\0'].map((character) => character.charCodeAt(0))
    expect(gzipName(Uint8Array.from([...header(8), ...name]))).toBe('a.csv')
    expect(gzipName(Uint8Array.from([...header(12), 2, 0, 7, 7, ...name]))).toBe('a.csv')
    expect(gzipName(Uint8Array.from([...header(0), ...name]))).toBe('')
    expect(gzipName(Uint8Array.from([...header(8), 65]))).toBe('')
  })
})

describe('gzipLength', () => {
  it('is that of the last four bytes, where it can be', () => {
    const packed = gzipSync(new Uint8Array(70_000))
    expect(gzipLength(packed.subarray(-4), packed.length)).toBe(70_000)
    expect(gzipLength(packed.subarray(-4), 80_000)).toBeUndefined()
    expect(gzipLength(Uint8Array.of(0, 0, 0, 255), packed.length)).toBeUndefined()
    expect(gzipLength(new Uint8Array(3), 1)).toBeUndefined()
  })
})
