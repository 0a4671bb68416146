import { describe, expect, it } from 'vitest'
import { keepProgram, readKeptProgram } from '../../../../src/renderer/features/graph/kept-program'

function storageWith(kept: string | null = null) {
  return {
    getItem: () => kept,
    setItem(_key: string, value: string) {
      kept = value
    }
  }
}

const program = { text: 'x.T @ A @ x', inputs: [{ name: 'x', value: '[1;2' }] }

describe('the program on the graph page', () => {
  it('is there again as it was typed, values that cannot be read included', () => {
    const storage = storageWith()
    keepProgram(storage, program)
    expect(readKeptProgram(storage)).toEqual(program)
  })

  it.each([
    null,
    '',
    'null',
    '3',
    '{"text":"x"}',
    '{"text":1,"inputs":[]}',
    '{"text":"x","inputs":[null]}',
    '{"text":"x","inputs":[{"name":"x"}]}'
  ])('is the page’s own where %s was kept', (kept) => {
    expect(readKeptProgram(storageWith(kept))).toBeNull()
  })
})
