import { expect, it } from 'vitest'
import { problemOf } from '#core'
import { viewLabCase } from '../../../src/engine/queries/lab-case'
import { iris, mass } from './run-context'

it('the network in the app is a case with its first mini-batch, as it stands', () => {
  const { case: asked, epoch } = viewLabCase(iris)
  expect(epoch).toBe(20)
  expect(asked.id).toBe('app')
  const { X } = iris.trainer.firstBatch()
  expect([...problemOf(asked).batch.X.data]).toEqual([...X.data])
  expect([...asked.parameters[0].W.data]).toEqual([...iris.trainer.parameters[0].W.data])
})

it('a regression has its numbers for targets', () => {
  const { targets } = viewLabCase(mass).case.samples
  expect(targets.kind === 'values' && targets.values.columns).toBe(1)
})
