import { expect } from 'vitest'
import { chooseData, trainToTheEnd, type TestContext } from '../support/journey'
import { afterTwoFrames, PATIENCE } from '../support/app-window'
import { planeColorsOf } from '../support/plane-colors'

/** Parts of the plane as pictures show them may differ so much from those that were counted: points lie over them. */
const POINTS_COVER = 0.05

/** Two moons are told apart, and the picture of the plane shows the curve between them. */
export async function partTheMoons(context: TestContext): Promise<void> {
  const { appWindow, words, named } = context
  await chooseData(context, words.t('toys.names.moons'))
  await trainToTheEnd(context)
  expect(await appWindow.figure('test-metric')).toBeGreaterThanOrEqual(0.97)

  const plot = named('slider', words.t('learned.title'))
  const said = async () => (await plot.getAttribute('aria-valuetext')) ?? ''
  await expect.poll(said, PATIENCE).toMatch(words.pattern('learned.regionsAre', ['x', 'y', 'shares']))
  const { groups = {} } = words.pattern('learned.regionsAre', ['x', 'y', 'shares']).exec(await said()) ?? {}
  expect([groups.x, groups.y]).toEqual(['x', 'y'])
  const share = Object.fromEntries(
    Array.from(groups.shares.matchAll(/([AB]) (\d+) %/g), ([, name, percent]) => [name, Number(percent) / 100])
  )
  expect(share.A + share.B).toBeCloseTo(1, 1)

  // What is said comes a frame before what is drawn.
  await afterTwoFrames(appWindow.page)
  const colors = await planeColorsOf(plot, ['--class-1', '--class-2'])
  expect(Math.abs(colors.shares[0] - share.A)).toBeLessThan(POINTS_COVER)
  expect(Math.abs(colors.shares[1] - share.B)).toBeLessThan(POINTS_COVER)
  // From left to right the region of the upper moon reaches down far, little and far again: no straight line does.
  const [left, inner, middle, right] = [0.1, 0.4, 0.6, 0.95].map((at) => colors.share(0, at))
  expect(left).toBeGreaterThan(inner)
  expect(middle).toBeGreaterThan(inner)
  expect(middle).toBeGreaterThan(right)
}
