import { expect, it } from 'vitest'
import type { Trace, TraceRow } from '#core'
import { leastWidth, traceText } from '../../../../src/renderer/features/graph/trace-columns'

const row = (parts: Partial<TraceRow>): TraceRow => ({
  id: 0,
  name: '',
  symbol: '+',
  value: 1,
  tangents: [0],
  gradient: null,
  difference: null,
  ...parts
})
const trace = (...rows: TraceRow[]): Trace => ({ seeds: ['x'], allSeeds: 1, rows })

it('writes numbers out, gives the shape of a matrix, and a dash where there is none', () => {
  const matrix = row({
    name: 'W',
    symbol: '@',
    value: [[1, -0.123456]],
    tangents: [2.5],
    gradient: Array.from({ length: 3 }, () => [1, 2])
  })
  expect(traceText(matrix, 'node')).toBe('W = @')
  expect(traceText(matrix, 'value')).toBe('1×2')
  expect(traceText(matrix, 'gradient')).toBe('3×2')
  expect(traceText(matrix, 'difference')).toBe('–')
  expect(traceText(matrix, '0')).toBe('2.5')
  expect(traceText(row({ difference: -0.5 }), 'difference')).toBe('−0.5')
  expect(traceText(row({ name: 'x', symbol: 'x' }), 'node')).toBe('x')
})

it('keeps its columns where they are while numbers become longer', () => {
  const widths = (value: TraceRow['value']) =>
    (['node', 'value', 'gradient', '0'] as const).map((column) => leastWidth(trace(row({ value })), column))
  expect(widths(1)).toEqual(widths(-0.00012341))
  expect(widths([[1, 2]])).toEqual(widths([[-123456, 0.0001234]]))
})

it('gives the names the room that the longest needs, up to a limit', () => {
  const width = (symbol: string) => leastWidth(trace(row({ symbol }), row({})), 'node')
  expect(width('crossentropy')).toBeGreaterThan(width('exp'))
  expect(width('x'.repeat(500))).toBe(width('x'.repeat(60)))
})
