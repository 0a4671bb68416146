import { describe, expect, it } from 'vitest'
import { knownTargets, readCsv, type Pipeline, type TargetConstants } from '#core'

const tableOf = (text: string) => readCsv(new TextEncoder().encode(text))
const pipelineOf = (...targets: TargetConstants[]): Pipeline => ({
  features: [],
  targets,
  scaling: 'none',
  missing: 'drop',
  encode: 'one-hot'
})
const softmax = { kind: 'softmax-cross-entropy' } as const
const binary = { kind: 'binary-cross-entropy' } as const

describe('the answers of rows for a trained network', () => {
  it('are the places of classes that training knew, whatever the other file has', () => {
    const table = tableOf('x,kind\n1,c\n2,a\n3, c\n')
    const pipeline = pipelineOf({ kind: 'classes', name: 'kind', classes: ['a', 'b', 'c'] })
    expect(knownTargets(pipeline, table, [2, 1], softmax, 'f64')).toEqual({ kind: 'classes', classes: Int32Array.of(2, 0) })
  })

  it('know a class of numbers however it is written', () => {
    const pipeline = pipelineOf({ kind: 'classes', name: 'digit', classes: ['0', '1', '2'] })
    expect(knownTargets(pipeline, tableOf('x,digit\n1,2.0\n2,1\n'), [0, 1], softmax, 'f64')).toEqual({
      kind: 'classes',
      classes: Int32Array.of(2, 1)
    })
  })

  it('are 1 for the second class and for yes where the loss wants numbers', () => {
    const table = tableOf('x,ok,hot\n1,yes,1\n2,no,0\n')
    const pipeline = pipelineOf({ kind: 'label', name: 'ok', classes: ['no', 'yes'] }, { kind: 'label', name: 'hot', classes: ['0', '1'] })
    const found = knownTargets(pipeline, table, [0, 1], binary, 'f64')
    expect(found.kind === 'values' && Array.from(found.values.data)).toEqual([1, 1, 0, 0])
  })

  it('are numbers in the units that the network was trained in', () => {
    const pipeline = pipelineOf({ kind: 'number', name: 'y', mean: 10, scale: 4 })
    const found = knownTargets(pipeline, tableOf('x,y\n1,12\n2,6\n'), [0, 1], { kind: 'huber' }, 'f32')
    expect(found.kind === 'values' && found.values.data).toEqual(Float32Array.of(0.5, -1))
  })

  it.each([
    ['x,kind\n1,rose\n2,a\n', 'Row 2', 'rose'],
    ['x,kind\n1,a\n2,\n3,a\n', 'Row 3', 'kind'],
    ['x,other\n1,a\n', 'kind', 'other']
  ])('are refused with the row where there is none that is known: %j', (text, ...words) => {
    const table = tableOf(text)
    const pipeline = pipelineOf({ kind: 'classes', name: 'kind', classes: ['a', 'b'] })
    const all = Array.from({ length: table.rows }, (_, row) => row)
    for (const word of words) expect(() => knownTargets(pipeline, table, all, softmax, 'f64')).toThrow(word)
  })

  it('refuse text where numbers are needed', () => {
    const pipeline = pipelineOf({ kind: 'number', name: 'y', mean: 0, scale: 1 })
    expect(() => knownTargets(pipeline, tableOf('x,y\n1,2\n2,tall\n'), [0], { kind: 'huber' }, 'f64')).toThrow('tall')
  })
})
