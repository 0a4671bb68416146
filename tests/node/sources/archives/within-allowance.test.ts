import { describe, expect, it } from 'vitest'
import { UnpackedAllowance } from '#core'
import { withinAllowance } from '../../../../src/node/sources/archives/within-allowance'

const MEGABYTE = 1024 * 1024

/** Unpacks so many megabytes to so many bytes each of packed ones; tells how many were passed on, and of each when. */
async function passedOn(megabytes: readonly number[], ratios: readonly number[]) {
  const allowance = new UnpackedAllowance()
  const piece = new Uint8Array(MEGABYTE)
  let made = 0
  const pieces = (async function* () {
    for (const [part, count] of megabytes.entries()) {
      for (let at = 0; at < count; at++) {
        allowance.add(MEGABYTE / ratios[part])
        made++
        yield piece
      }
    }
  })()
  let passed = 0
  let mostHeld = 0
  let code: string | null = null
  try {
    for await (const _ of withinAllowance(pieces, allowance, 'a')) {
      passed++
      mostHeld = Math.max(mostHeld, made - passed)
    }
  } catch (error) {
    code = (error as { code: string }).code
  }
  return { passed, mostHeld, code }
}

describe('what is unpacked', () => {
  it('is passed on at once where it swells as honest content does', async () => {
    expect(await passedOn([300], [20])).toEqual({ passed: 300, mostHeld: 0, code: null })
  })

  it('of a bomb is hardly read before it is refused', async () => {
    expect(await passedOn([1000], [1028])).toEqual({ passed: 8, mostHeld: 0, code: 'data.gzip-too-large' })
  })

  it('of a bomb behind honest content neither', async () => {
    expect(await passedOn([500, 1000], [5, 1028])).toEqual({ passed: 507, mostHeld: 0, code: 'data.gzip-too-large' })
  })

  it('is read where it swells for a while only, or is small', async () => {
    const { passed, code } = await passedOn([60, 100], [1028, 20])
    expect({ passed, code }).toEqual({ passed: 160, code: null })
    expect(await passedOn([60], [1028])).toMatchObject({ passed: 60, code: null })
  })

  it('is held back to a limit', async () => {
    const { mostHeld, code } = await passedOn([2000], [102])
    expect(code).toBeNull()
    expect(mostHeld).toBeLessThanOrEqual(97)
  })
})
