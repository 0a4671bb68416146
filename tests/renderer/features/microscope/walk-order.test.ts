import { describe, expect, it } from 'vitest'
import { Walk, walkExample } from '#core'
import {
  copiesIn,
  movedBy,
  phaseSpans,
  placeOf,
  stepsShown,
  wholesIn,
  type WalkDetail
} from '../../../../src/renderer/features/microscope/walk-order'

const softmax = new Walk(walkExample('note-000'))
const ids = (steps: readonly { id: string }[]) => steps.map(({ id }) => id)

const brief: WalkDetail = { parts: new Set(), long: false }

describe('the order of the steps', () => {
  it('leaves out parts, long ways and copies unless they are asked for', () => {
    expect(ids(stepsShown(softmax.steps, brief))).toEqual([
      ...['Z1', 'A1', 'Z2', 'P', 'Ldata', 'Lreg', 'L'],
      ...['dS', 'dW2.data', 'dW2', 'db2', 'dA1', 'dZ1', 'dW1.data', 'dW1', 'db1', 'dX'],
      ...['W1.new', 'b1.new', 'W2.new', 'b2.new', 'L.new', 'norm']
    ])
    const opened = ids(stepsShown(softmax.steps, { parts: new Set(['P']), long: false }))
    expect(opened).toEqual(expect.arrayContaining(['max', 'D', 'E', 'sumE']))
    expect(opened).not.toContain('slope1')
    expect(ids(stepsShown(softmax.steps, { parts: new Set(['dZ1']), long: false }))).toContain('slope1')
    expect(ids(stepsShown(softmax.steps, { ...brief, long: true }))).toEqual(expect.arrayContaining(['dP', 'J0', 'J1']))
    expect(copiesIn(softmax.steps)).toEqual(new Map([['dZ2', 'dS']]))
  })

  it('knows which step each part belongs to', () => {
    const wholes = wholesIn(softmax.steps)
    expect(['max', 'sumE', 'slope1', 'dW1.reg'].map((part) => wholes.get(part))).toEqual(['P', 'P', 'dZ1', 'dW1'])
    expect([wholes.has('dW1.data'), wholes.has('P')]).toEqual([false, false])
  })

  it('goes on and back by steps and by layers, and stops at its ends', () => {
    const order = stepsShown(softmax.steps, brief)
    const at = (id: string) => ids(order).indexOf(id)
    expect(movedBy(order, at('Z1'), 'step', 1)).toBe(at('A1'))
    expect(movedBy(order, at('Z1'), 'step', -1)).toBe(at('Z1'))
    expect(movedBy(order, at('norm'), 'step', 1)).toBe(at('norm'))
    expect(movedBy(order, at('Z1'), 'layer', 1)).toBe(at('Z2'))
    expect(movedBy(order, at('db2'), 'layer', -1)).toBe(at('dW2.data'))
    expect(movedBy(order, at('dW2.data'), 'layer', -1)).toBe(at('dS'))
    expect(movedBy(order, at('A1'), 'layer', -1)).toBe(at('Z1'))
  })

  it('counts the steps of each phase', () => {
    const order = stepsShown(softmax.steps, brief)
    expect(phaseSpans(order)).toEqual([
      { phase: 'forward', from: 0, count: 3 },
      { phase: 'loss', from: 3, count: 4 },
      { phase: 'backward', from: 7, count: 10 },
      { phase: 'update', from: 17, count: 6 }
    ])
  })

  it('finds for a step that is not shown the next one that is', () => {
    const order = stepsShown(softmax.steps, brief)
    expect(order[placeOf(order, softmax.steps, 'max')].id).toBe('P')
    expect(order[placeOf(order, softmax.steps, 'dA1')].id).toBe('dA1')
  })
})
