import { describe, expect, it } from 'vitest'
import { findFault, plainMachine, type MachineFactory } from '#core'
import { digestOf, EXPECTED_DIGEST } from '../../../src/core/machines/self-test'

/** The plain machine with a mistake of the given size in the weights it shows. */
function wrongBy(error: number): MachineFactory {
  return (options) => {
    const machine = plainMachine(options)
    return {
      ...machine,
      parameters: () => machine.parameters().map(({ W, b }) => ({ W: { ...W, data: W.data.map((w) => w + error) }, b }))
    }
  }
}

describe('the self-test of a machine', () => {
  it('knows the figures of the plain one', () => {
    expect(digestOf(plainMachine)).toBe(EXPECTED_DIGEST)
  })

  it('passes the plain one', () => {
    expect(findFault(plainMachine)).toBeNull()
  })

  it('finds a last bit', () => {
    expect(findFault(wrongBy(1e-15))).toMatchObject({
      run: expect.stringMatching(/^f64, \w+, /) as string,
      place: expect.stringMatching(/^W1\[\d+\]$/) as string
    })
  })

  it('finds a mistake', () => {
    expect(findFault(wrongBy(0.001))).not.toBeNull()
  })
})
