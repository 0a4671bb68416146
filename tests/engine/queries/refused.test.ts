import { expect, it } from 'vitest'
import { AppError } from '#core'
import { viewHidden } from '../../../src/engine/queries/hidden'
import { viewNetwork } from '../../../src/engine/queries/network'
import { viewPlane } from '../../../src/engine/queries/plane'
import { viewPoints } from '../../../src/engine/queries/points'
import { viewUnit } from '../../../src/engine/queries/unit'
import { iris, sample } from './run-context'

it('what is not there is refused', () => {
  for (const ask of [
    () => viewUnit(iris, { sample, layer: 2, unit: 0 }),
    () => viewUnit(iris, { sample, layer: 0, unit: 16 }),
    () => viewNetwork(iris, { sample: { side: 'validation', index: 0 }, room: 10 }),
    () => viewPlane(iris, { x: 4, y: 0, held: [], target: 0, cells: 20 }),
    () => viewPoints(iris, { x: 0, y: 0, target: 1 }),
    () => viewHidden(iris, { layer: 0, x: 0, y: 16 })
  ]) {
    expect(ask).toThrow(AppError)
  }
})
