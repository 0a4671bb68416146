import { describe, expect, it } from 'vitest'
import { countOf, flagsOf } from '../../scripts/lib/flags.mjs'

const options = { json: { type: 'boolean' }, rows: { type: 'string', default: '5' } } as const

describe('the flags of a script', () => {
  it('have their values, or their defaults', () => {
    expect({ ...flagsOf(['--json', '--rows=7'], options) }).toEqual({ json: true, rows: '7' })
    expect({ ...flagsOf([], options) }).toEqual({ rows: '5' })
  })

  it.each([[['--fast']], [['7']], [['--rows']]])('refuse %j in a sentence that names those there are', (args) => {
    expect(() => flagsOf(args, options)).toThrow(/^[A-Z'].*\. The flags are --json, --rows\.$/)
  })

  it('that are counts are whole numbers above 0', () => {
    expect(countOf('rows', '12')).toBe(12)
    expect(() => countOf('rows', '1.5')).toThrow("--rows takes a whole number above 0, not '1.5'.")
  })
})
