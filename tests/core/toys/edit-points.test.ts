import { describe, expect, it } from 'vitest'
import { editPoints, type ToyPoint } from '#core'
import { problemOf } from '../../support/problem-of'

const points: ToyPoint[] = ['A', 'B', 'C'].map((label, i) => ({ x: i, y: -i, label }))
const labels = (some: readonly ToyPoint[]) => some.map(({ label }) => label).join('')

describe('editPoints', () => {
  it('adds a point at the end, rounded as the CSV has it', () => {
    expect(editPoints(points, [{ kind: 'add', x: 0.123456, y: -0.00001, label: 'D' }])).toEqual([
      ...points,
      { x: 0.1235, y: 0, label: 'D' }
    ])
  })

  it('moves one point and leaves its class and the others', () => {
    expect(editPoints(points, [{ kind: 'move', row: 1, x: 5, y: 0.00006 }])).toEqual([
      points[0],
      { x: 5, y: 0.0001, label: 'B' },
      points[2]
    ])
  })

  it('gives a point another class and leaves it where it is', () => {
    expect(editPoints(points, [{ kind: 'relabel', row: 2, label: 'A' }])).toEqual([points[0], points[1], { ...points[2], label: 'A' }])
  })

  it('erases points and keeps the order of the rest', () => {
    expect(labels(editPoints(points, [{ kind: 'erase', rows: [1] }]))).toBe('AC')
    expect(labels(editPoints(points, [{ kind: 'erase', rows: [2, 0, 2] }]))).toBe('B')
  })

  it('makes one edit after the other: rows are those that the edits before have left', () => {
    const edited = editPoints(points, [
      { kind: 'erase', rows: [0] },
      { kind: 'add', x: 9, y: 9, label: 'E' },
      { kind: 'move', row: 2, x: 8, y: 8 }
    ])
    expect(labels(edited)).toBe('BCE')
    expect(edited[2]).toEqual({ x: 8, y: 8, label: 'E' })
  })

  it('does not touch the points it is given', () => {
    const before = structuredClone(points)
    editPoints(points, [
      { kind: 'move', row: 0, x: 1, y: 1 },
      { kind: 'erase', rows: [1] }
    ])
    expect(points).toEqual(before)
  })

  it('refuses a point that is not there, and to leave none', () => {
    expect(problemOf(() => editPoints(points, [{ kind: 'erase', rows: [0, 3] }]))).toBe(
      'data.no-point: There is no point 4; there are 3 points.'
    )
    expect(problemOf(() => editPoints(points, [{ kind: 'move', row: -1, x: 0, y: 0 }]))).toBe(
      'data.no-point: There is no point 0; there are 3 points.'
    )
    expect(problemOf(() => editPoints(points, [{ kind: 'erase', rows: [0, 1, 2] }]))).toBe(
      'data.no-points: At least one point must remain.'
    )
  })
})
