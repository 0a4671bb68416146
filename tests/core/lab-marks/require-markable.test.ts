import { describe, expect, it } from 'vitest'
import { AppError, readLabFile, requireMarkable } from '#core'

const data = 'data: toy:moons?size=40&seed={seed}\n'

/** The code and details of what is refused of a lab with one task. */
function refusal(block: string, head = ''): unknown {
  const text = `---\nlab: t\nformat: 1\napp: >=0.2\ntitle: 一 | One\nid: [0-9]{4}\n${head}---\n## q1 {2}\n[zh] 问 [en] Ask\n\`\`\`${block}\n\`\`\`\n`
  try {
    requireMarkable(readLabFile(text))
    return null
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { code: error.code, ...error.details }
  }
}

describe('a lab that cannot be marked', () => {
  it.each([
    ['predict\nanswer: engine L000.dW3', '', { code: 'lab-file.no-value', line: 8, id: 'q1', path: 'L000.dW3' }],
    ['predict\nanswer: engine L000.dW1', '', { code: 'lab-file.no-value', line: 8, id: 'q1', path: 'L000.dW1' }],
    ['predict\nanswer: engine loss', '', { code: 'lab-file.no-data', line: 8, id: 'q1' }],
    [
      'bug\nlesson: L004\nfault: unmasked-relu',
      '',
      { code: 'lab-file.fault-hidden', line: 8, id: 'q1', fault: 'unmasked-relu', lesson: 'L004' }
    ],
    ['code\nlanguage: python\nstages: dW1 2', '', { code: 'lab-file.no-network', line: 8, id: 'q1' }],
    [
      'code\nlanguage: python\nlesson: L000\nstages: dW3 2',
      '',
      { code: 'lab-file.no-stage', line: 8, id: 'q1', stage: 'dW3', lesson: 'L000' }
    ],
    ['run\ngoal: test.loss < 0.1', '', { code: 'lab-file.no-data', line: 8, id: 'q1' }]
  ])('is refused with its line: %s', (block, head, expected) => {
    expect(refusal(block, head)).toEqual(expected)
  })

  it.each([
    ['predict\nanswer: engine L000.dW1.sum', ''],
    ['predict\nanswer: engine check.b2.sum', data],
    ['predict\nanswer: 0.5', ''],
    ['bug\nlesson: L000\nfault: {pick unmasked-relu, half-regularizer}', ''],
    ['code\nlanguage: python\nstages: dW1 2', data],
    ['code\nlanguage: python\nlesson: L000\nstages: ds 1, dW1 1', ''],
    ['run\ngoal: test.loss < 0.1', data]
  ])('is none: %s', (block, head) => {
    expect(refusal(block, head)).toBeNull()
  })
})
