import { describe, expect, it } from 'vitest'
import { oneLine } from '#core'

describe('a text as it is shown', () => {
  it('is itself up to 40 characters, of any kind', () => {
    expect(oneLine('𝛼'.repeat(40))).toBe('𝛼'.repeat(40))
    expect(oneLine('𝛼'.repeat(41))).toBe(`${'𝛼'.repeat(39)}…`)
    expect(oneLine('abc', 2)).toBe('a…')
  })

  it('has pictures in place of the control characters that a terminal obeys', () => {
    expect(oneLine('\u001b[31mred\t\n\0\u007f\u009b')).toBe('␛[31mred␉␊␀␡\ufffd')
    expect(oneLine(`x${' '.repeat(2)}温度 é`)).toBe('x  温度 é')
  })
})
