import { expect, it } from 'vitest'
import { describeJourneys } from '../support/journey'
import { readTheDigits } from './digits'
import { followTheDoctor } from './divergence'
import { partTheMoons } from './moons'
import { weighThePenguins } from './penguins'

describeJourneys('a journey', (context) => {
  it.each([
    ['parts two moons, and shows where', partTheMoons],
    ['reads digits, and shows which are mistaken', readTheDigits],
    ['weighs penguins, with values missing', weighThePenguins],
    ['fails with a learning rate far too high, and is saved by advice', followTheDoctor]
  ])('%s', async (_, journey) => {
    await journey(context())
    expect(context().appWindow.mistakes()).toEqual([])
  })
})
