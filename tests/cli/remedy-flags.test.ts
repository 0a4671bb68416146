import { describe, expect, it } from 'vitest'
import { missingTokens } from '#core'
import { parseInvocation } from '../../src/cli/invocation'
import { readingFrom } from '../../src/cli/read-flags'
import { remedyFlags } from '../../src/cli/remedy-flags'

const details = { name: 'age', value: 'n/k', skip: 3 }

describe('remedyFlags', () => {
  it.each([
    ['note.mostly-numbers', ['--missing-values +n/k', '--types age=number', '--types age=text']],
    ['note.not-numbers', ['--missing-values +n/k', '--types age=text']],
    ['data.not-a-number', ['--missing-values +n/k', '--types age=text']],
    ['note.ambiguous-thousands', ['--decimal .', '--decimal ,']],
    ['note.maybe-durations', ['--types age=date', '--types age=duration']],
    ['data.too-large', ['--rows 100000', '--rows random:100000']],
    ['data.not-utf8', ['--encoding gb18030']],
    ['data.header-only', ['--header no']],
    ['data.ragged-row', ['--ragged drop']],
    ['data.few-rows-fit', []],
    ['data.preamble', ['--skip 3']],
    ['data.rows-above', ['--skip 3']],
    ['note.rows-above', ['--skip 3']],
    ['note.units-row', ['--skip 3']],
    ['note.missing-mark', ['--missing-values=-n/k']],
    ['note.totals', ['--omit totals']],
    ['data.quote-not-closed', []]
  ] as const)('of %s', (code, flags) => expect(remedyFlags({ code, details })).toEqual([...flags]))

  it('are quoted for a shell where they need it', () => {
    const [missing, typed] = remedyFlags({ code: 'note.not-numbers', details: { name: "Bo's age, y", value: 'a,"b"' } })
    expect(missing).toBe(`--missing-values '+"a,""b"""'`)
    expect(typed).toBe(`--types '"Bo'\\''s age, y=text"'`)
  })

  it('are left out where nobody can type them', () => {
    const typed = ['--types age=text']
    expect(remedyFlags({ code: 'note.not-numbers', details: { ...details, value: 'z'.repeat(900_000) } })).toEqual(typed)
    expect(remedyFlags({ code: 'note.not-numbers', details: { ...details, value: '\u001b]0;title\u0007' } })).toEqual(typed)
    expect(remedyFlags({ code: 'note.long-integers', details: { ...details, name: 'n'.repeat(41) } })).toEqual([])
  })

  it('leave repeated rows out only where whole rows are repeated', () => {
    expect(remedyFlags({ code: 'note.repeated-rows', details: { whole: 1 } })).toEqual(['--omit repeats'])
    expect(remedyFlags({ code: 'note.duplicate-rows', details: { whole: 0 } })).toEqual([])
  })

  it('are understood: a token is taken from the usual ones', () => {
    const invocation = parseInvocation(['data', 'a.csv', '--missing-values=-无,none', '--omit', 'repeats,totals'])
    const { missing, omit } = typeof invocation === 'object' ? readingFrom(invocation.values) : {}
    expect(missing).toEqual(missingTokens.filter((token) => !['无', 'None'].includes(token)))
    expect(omit).toEqual(['totals', 'repeats'])
  })

  it('are understood: a token is added to the usual ones', () => {
    const invocation = parseInvocation(['data', 'a.csv', '--missing-values', '+"a,b",n/k'])
    expect(typeof invocation === 'object' ? readingFrom(invocation.values).missing : []).toEqual([...missingTokens, 'a,b', 'n/k'])
  })
})
