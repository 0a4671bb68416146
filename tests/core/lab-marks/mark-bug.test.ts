import { describe, expect, it } from 'vitest'
import { bugTable, markBug, type BugTask } from '#core'

const task: BugTask = { kind: 'bug', lesson: 'L000', faults: ['unmasked-relu'], ask: ['tensor', 'line', 'why'] }
const section = { id: 'b1', points: 4 }
const marked = (answer: Parameters<typeof markBug>[2], fault: Parameters<typeof markBug>[3] = 'unmasked-relu') =>
  markBug(section, task, answer, fault)

describe('the table of a planted mistake', () => {
  it('has the wrong gradients of each tensor: without the mask W1 8 and b1 4', () => {
    const { tensors, firstWrong } = bugTable('L000', 'unmasked-relu')
    expect(Object.fromEntries(tensors.map(({ name, failed }) => [name, failed]))).toEqual({ W1: 8, b1: 4, W2: 0, b2: 0 })
    expect(firstWrong).toBe('W1')
  })
})

describe('the mark of a search for a mistake', () => {
  it('gives the tensor its points, and leaves line and reason to a person', () => {
    const { points, parts } = marked({ tensor: 'W1', line: '12', why: 'the mask' })
    expect(points).toBeNull()
    expect(parts.map(({ points, of }) => [points, of])).toEqual([
      [2, 2],
      [null, 1],
      [null, 1]
    ])
  })

  it.each(['b1', 'dW1', ' w1 '])('takes %j as well: it fails in the same layer', (tensor) => {
    expect(marked({ tensor }).points).toBe(2)
  })

  it.each(['W2', 'b2', 'Z1', ''])('takes %j for wrong', (tensor) => {
    expect(marked({ tensor }).points).toBe(0)
  })

  it('takes the bias alone where the weights are right', () => {
    expect(marked({ tensor: 'b1' }, 'bias-before-mask').points).toBe(2)
    expect(marked({ tensor: 'W1' }, 'bias-before-mask').points).toBe(0)
  })

  it('is 0 without an answer, and names the mistake in both languages with one', () => {
    expect(marked(null).points).toBe(0)
    const [sentence] = marked({ tensor: 'W2' }).sentences
    expect(sentence.en).toMatch(/^The planted mistake: .+W1\.$/)
    expect(sentence.zh).toMatch(/^植入的错误：.+W1。$/)
  })
})
