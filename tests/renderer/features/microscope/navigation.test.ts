import { describe, expect, it } from 'vitest'
import { Walk, walkExample } from '#core'
import { createNavigation } from '../../../../src/renderer/features/microscope/navigation'

const softmax = new Walk(walkExample('note-000'))
const navigation = () => createNavigation(() => softmax.steps)

describe('the way through a walk', () => {
  it('goes on by steps, by layers and by cells', () => {
    const way = navigation()
    expect(way.step.value?.id).toBe('Z1')
    way.move(1)
    expect(way.step.value?.id).toBe('A1')
    way.move(1, 'layer')
    expect(way.step.value?.id).toBe('Z2')
    way.move(1, 'cell')
    expect(way.pinned.value).toEqual({ row: 0, column: 1 })
    for (let presses = 0; presses < 3; presses++) way.move(1, 'cell')
    expect([way.step.value?.id, way.pinned.value]).toEqual(['P', { row: 0, column: 0 }])
    way.move(-1, 'cell')
    expect([way.step.value?.id, way.pinned.value]).toEqual(['Z2', { row: 1, column: 1 }])
  })

  it('stops within a grid at its last cell', () => {
    const way = navigation()
    way.pin({ row: 1, column: 2 })
    expect(way.moveCell(1)).toBe(false)
    expect(way.step.value?.id).toBe('Z1')
  })

  it('keeps its step as parts are opened and closed, and its cell in each step', () => {
    const way = navigation()
    way.goTo('P')
    way.pin({ row: 1, column: 1 })
    expect(way.parts.value).toBe('closed')
    way.toggleParts('step')
    expect([way.step.value?.id, way.parts.value]).toEqual(['P', 'open'])
    way.move(-1)
    expect(way.step.value?.id).toBe('sumE')
    way.toggleParts('step')
    expect(way.step.value?.id).toBe('P')
    expect(way.pinned.value).toEqual({ row: 1, column: 1 })
  })

  it('opens the parts of all steps at once, and closes them', () => {
    const way = navigation()
    const brief = way.order.value.length
    expect(way.parts.value).toBe('none')
    way.toggleParts('step')
    expect(way.order.value).toHaveLength(brief)
    way.toggleParts('all')
    expect(way.order.value.map(({ id }) => id)).toEqual(expect.arrayContaining(['max', 'slope1', 'dW1.reg']))
    way.toggleParts('all')
    expect(way.order.value).toHaveLength(brief)
  })

  it('opens what a step is a part of, and shows a copy by what it copies', () => {
    const way = navigation()
    way.goTo('max')
    expect([way.step.value?.id, [...way.detail.value.parts]]).toEqual(['max', ['P']])
    way.goTo('J1')
    expect([way.step.value?.id, way.detail.value.long]).toEqual(['J1', true])
    way.goTo('dZ2')
    expect(way.step.value?.id).toBe('dS')
  })

  it('knows what has been computed so far', () => {
    const way = navigation()
    expect([way.isComputed('W2'), way.isComputed('Z1'), way.isComputed('A1')]).toEqual([true, true, false])
    way.goTo('dS')
    expect([way.isComputed('dZ2'), way.isComputed('dW2')]).toEqual([true, false])
    way.jump(999)
    expect(way.step.value?.id).toBe('norm')
  })
})
