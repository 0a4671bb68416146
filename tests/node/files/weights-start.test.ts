import { openSync, readSync, closeSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { weightFormatNames, weightFormats, writeSafetensors, type WeightFormatName } from '#core'
import { readWhole } from '../../../src/node/files/read-whole'
import { weightsStart } from '../../../src/node/files/weights-start'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const GIGABYTES = 3 * 1024 ** 3
const file = { tensors: [{ name: 'W1', shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) }], metadata: { a: 'b'.repeat(200) } } as const

/** Looks at the start of a file of so many bytes, of which only the first are there; returns the bytes that were read, and the problem. */
async function lookAt(format: WeightFormatName, bytes: Uint8Array, size: number) {
  const path = join(folder(), 'a')
  writeFileSync(path, bytes)
  truncateSync(path, size)
  const descriptor = openSync(path, 'r')
  let read = 0
  const part = async (at: number, length: number) => {
    const buffer = new Uint8Array(length)
    const count = readSync(descriptor, buffer, 0, length, at)
    read += count
    return buffer.subarray(0, count)
  }
  try {
    const code = await weightsStart[format](part, statSync(path).size).then(
      () => null,
      (error: unknown) => (error as { code: string }).code
    )
    await expect(
      readWhole(path, 'weights', { before: weightsStart[format] }).then(
        () => null,
        (error) => error.code
      )
    ).resolves.toBe(code)
    return { code, read }
  } finally {
    closeSync(descriptor)
  }
}

describe('of a file of weights', () => {
  it.each(weightFormatNames)('%s: what is whole is read', async (format) => {
    const bytes = weightFormats[format].write(file)
    expect(await lookAt(format, bytes, bytes.length)).toMatchObject({ code: null })
  })

  it.each([
    ['safetensors', 'format.size'],
    ['npz', 'format.wrong-kind'],
    ['json', 'format.too-large']
  ] as const)('%s: gigabytes of nothing behind it are refused after a look at its ends', async (format, code) => {
    const found = await lookAt(format, weightFormats[format].write(file), GIGABYTES)
    expect(found.code).toBe(code)
    expect(found.read).toBeLessThan(100_000)
  })

  it.each(weightFormatNames)('%s: gigabytes of nothing are refused by their first bytes', async (format) => {
    const found = await lookAt(format, new Uint8Array(0), GIGABYTES)
    expect(found.code).toMatch(/^format\./)
    expect(found.read).toBeLessThan(100_000)
  })

  it('the header of safetensors says how large it is', async () => {
    const bytes = writeSafetensors(file)
    expect(await lookAt('safetensors', bytes, bytes.length - 1)).toMatchObject({ code: 'format.size' })
    expect(await lookAt('safetensors', bytes.subarray(0, 40), 40)).toMatchObject({ code: 'format.size' })
    const claim = new Uint8Array(16).fill(0x20)
    claim.set([0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0x7b])
    expect(await lookAt('safetensors', claim, GIGABYTES)).toMatchObject({ code: 'format.too-large' })
  })
})
