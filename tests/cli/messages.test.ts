import { describe, expect, it } from 'vitest'
import { messages } from '../../src/cli/messages'
import { isNamedIn } from '../support/named-in'

const sources = import.meta.glob<string>(['../../src/cli/*.ts', '!../../src/cli/messages.ts'], {
  query: '?raw',
  import: 'default',
  eager: true
})
const code = Object.values(sources).join('\n')

describe('what the command line says', () => {
  it('is there in both languages', () => {
    expect(Object.keys(messages.zh).sort()).toEqual(Object.keys(messages.en).sort())
    const empty = Object.values(messages).flatMap((said) => Object.entries(said).filter(([, text]) => text === '' || text === undefined))
    expect(empty).toEqual([])
  })

  it.each(Object.keys(messages.en))('is said somewhere: %s', (key) => {
    expect(isNamedIn(code, key)).toBe(true)
  })
})
