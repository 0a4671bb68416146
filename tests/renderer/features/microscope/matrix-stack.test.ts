import { describe, expect, it } from 'vitest'
import { fitStep, type StepShapes } from '../../../../src/renderer/features/microscope/matrix-stack'
import { shownWindows } from '../../../../src/renderer/features/microscope/shown-indices'

/** The room for the matrices in a window of 1366×768. */
const projector = { width: 930, height: 330 }
const whole = { rows: shownWindows[0], columns: shownWindows[0], across: shownWindows[0] }
const shape = (rows: number, columns: number, digits = 6) => ({ rows, columns, digits })
const step: StepShapes = { result: shape(2, 3), product: null, beside: [], isBelow: false }

describe('a step’s matrices on a projector', () => {
  it('are whole and large in the lessons', () => {
    expect(fitStep({ ...step, product: { left: shape(2, 2), hasBias: true } }, projector)).toEqual({
      size: 'largest',
      windows: whole,
      fits: true
    })
    expect(fitStep({ ...step, beside: [shape(2, 3, 4), shape(2, 3, 4)] }, projector)).toEqual({
      size: 'largest',
      windows: whole,
      fits: true
    })
  })

  it('go on in another line where they are larger so, and are whole up to 8×8 in any case', () => {
    const long = shape(4, 4, 7)
    const three = fitStep({ ...step, result: long, beside: [long, long] }, projector)
    expect(three).toMatchObject({ windows: whole, fits: true })
    expect(['largest', 'large', 'medium']).toContain(three.size)
    for (const isBelow of [false, true]) {
      const eight = shape(8, 8, 8)
      expect(fitStep({ ...step, result: eight, beside: [eight, eight], isBelow }, projector).windows).toEqual(whole)
    }
    const product = fitStep({ ...step, result: shape(8, 8, 8), product: { left: shape(8, 8, 8), hasBias: true } }, projector)
    expect(product.windows).toEqual(whole)
  })

  it('leave out fewer rows of an elementwise step than of a product, which needs the room twice', () => {
    const product = fitStep({ ...step, result: shape(64, 128), product: { left: shape(64, 784), hasBias: true } }, projector)
    const elementwise = fitStep({ ...step, result: shape(64, 128), beside: [shape(64, 128)] }, projector)
    const below = fitStep({ ...step, result: shape(1, 128), beside: [shape(64, 128)], isBelow: true }, projector)
    const level = ({ windows }: typeof product) => shownWindows.indexOf(windows.rows)
    expect(level(product)).toBeGreaterThan(level(elementwise))
    expect(level(below)).toBeLessThanOrEqual(level(product))
  })
})
