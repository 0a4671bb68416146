import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toRows } from '../../../src/core/tensor/matrix'
import { walkExample, walkExampleNames, type WalkExampleName } from '../../../src/core/cases/walk-examples'
import { Walk } from '../../../src/core/walk/walk-batch'

interface Reference {
  readonly walks: readonly (readonly { readonly id: string; readonly value: readonly (readonly number[])[] }[])[]
}

const reference = (name: string): Reference =>
  (JSON.parse(readFileSync(join(import.meta.dirname, '../../reference/backward', `${name}.json`), 'utf8')) as Reference[])[0]

describe('the examples of the notes', () => {
  it.each(walkExampleNames)('%s can be walked to its end, and its loss falls', (name) => {
    const { tensors, firstNotFinite } = new Walk(walkExample(name))
    expect(firstNotFinite).toBeNull()
    const loss = (id: string) => tensors.get(id)?.matrix.data[0] ?? NaN
    expect(loss('L.new')).toBeLessThan(loss('L'))
  })

  it.each([
    ['note-000', 'softmax-2-3-2'],
    ['note-001', 'bce-2-2-1']
  ] as const)('%s has the numbers that NumPy computed for %s', (name: WalkExampleName, file) => {
    const { tensors } = new Walk(walkExample(name))
    for (const { id, value } of reference(file).walks[0]) {
      const matrix = tensors.get(id)?.matrix
      expect(matrix, id).toBeDefined()
      const rows = matrix ? toRows(matrix) : []
      const largest = Math.max(1, ...value.flat().map(Math.abs))
      value.forEach((row, i) => row.forEach((x, j) => expect(Math.abs(rows[i][j] - x), `${id}[${i},${j}]`).toBeLessThan(1e-12 * largest)))
    }
  })
})
