import { describe, expect, it } from 'vitest'
import { Walk, walkJson, type Json } from '#core'
import { calculated } from '../../support/arithmetic'
import { networkOf } from '../../support/problems'
import { randomProblem } from '../../support/walks'

interface JsonStep {
  readonly id: string
  readonly value: (number | null)[][]
  readonly cell?: { readonly row: number; readonly column: number; readonly sum: string; readonly value: number }
}

const problem = randomProblem({
  network: networkOf([3, 4, 2], 'gelu', 'binary-cross-entropy'),
  objective: { loss: { kind: 'binary-cross-entropy', positiveWeight: 3 }, regularization: { l1: 0.01 } },
  optimizer: { kind: 'adam' },
  notation: '001'
})

describe('a walk as JSON', () => {
  const steps = JSON.parse(JSON.stringify(walkJson(new Walk(problem)))) as Json as unknown as JsonStep[]

  it('has every step with its numbers', () => {
    expect(steps.map(({ id }) => id)).toEqual(new Walk(problem).steps.map(({ id }) => id))
    for (const { value } of steps) expect(value.flat().every((x) => typeof x === 'number')).toBe(true)
  })

  it('writes a number of every step out in full digits, which reads back and adds up', () => {
    for (const { id, value, cell } of steps) {
      if (!cell) throw new Error(`${id} has no cell`)
      expect(value[cell.row][cell.column]).toBe(cell.value)
      expect(Math.abs(calculated(cell.sum) - cell.value), `${id}: ${cell.sum}`).toBeLessThanOrEqual(
        1e-12 * Math.max(1, Math.abs(cell.value))
      )
    }
  })

  it('has null for a number that is not finite', () => {
    problem.batch.X.data.fill(1e308)
    const [first] = walkJson(new Walk(problem)) as unknown as JsonStep[]
    expect(first.value.flat()).toContain(null)
    expect(first.cell).toBeUndefined()
  })
})
