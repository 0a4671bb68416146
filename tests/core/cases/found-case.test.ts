import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { graphShareText, readFoundCase } from '#core'

const reference = (name: string) => readFileSync(`tests/reference/${name}-cases.json`, 'utf8')

describe('the first case of a file', () => {
  it.each(['gradient', 'training', 'lesson'])('is a step of training: %s', (name) =>
    expect(readFoundCase(reference(name))).toEqual({ kind: 'step' })
  )

  it('is a program: of a file of cases, or of a share file', () => {
    expect(readFoundCase(reference('graph'))).toMatchObject({ kind: 'program', text: expect.any(String) })
    const shared = graphShareText({
      text: 'x * W',
      inputs: [
        { name: 'x', value: '2' },
        { name: 'W', value: '[1, 2; 3, 4]' }
      ]
    })
    expect(readFoundCase(shared)).toEqual({
      kind: 'program',
      text: 'x * W',
      inputs: {
        x: 2,
        W: [
          [1, 2],
          [3, 4]
        ]
      }
    })
  })

  it.each([
    ['{', 'format'],
    ['[]', 'case'],
    ['[{"network": {"inputs": 0}}]', 'case'],
    ['[{"expression": "x +", "inputs": {"x": 1}}]', 'graph']
  ])('%s is refused', (text, kind) => expect(() => readFoundCase(text)).toThrow(expect.objectContaining({ kind })))
})
