import { describe, expect, it, vi } from 'vitest'
import { AppError } from '#core'
import { createGoingOn } from '../../../src/renderer/engine-client/going-on'

function setUp({ isReady = true, isOnItsWay = false } = {}) {
  const request = vi.fn((_name: 'run' | 'pause'): Promise<unknown> => Promise.resolve(null))
  return { request, goingOn: createGoingOn({ request, isReady: () => isReady, isOnItsWay: () => isOnItsWay }) }
}

describe('a run after the end of its process', () => {
  it.each([true, false])('goes on where it was training: %s', async (isTraining) => {
    const { goingOn, request } = setUp()
    goingOn.interrupt(isTraining)
    await goingOn.goOn()
    expect(request.mock.calls).toEqual(isTraining ? [['run']] : [])
    expect(goingOn.goesOn.value).toBe(false)
  })

  it('goes on in the process after next where the next one ends as well', async () => {
    const { goingOn, request } = setUp({ isReady: false })
    goingOn.interrupt(true)
    request.mockRejectedValueOnce(new AppError('request.no-engine'))
    await expect(goingOn.goOn()).rejects.toMatchObject({ code: 'request.no-engine' })
    goingOn.interrupt(false)
    expect(goingOn.goesOn.value).toBe(true)
  })

  it('does not go on where a pause was asked for that the process did not answer', async () => {
    const { goingOn, request } = setUp()
    request.mockRejectedValueOnce(new AppError('request.no-engine'))
    const paused = goingOn.pause()
    goingOn.interrupt(true)
    await paused
    expect(goingOn.goesOn.value).toBe(false)
  })
})

it('a refusal of a pause is told', async () => {
  const { goingOn, request } = setUp()
  request.mockRejectedValueOnce(new AppError('request.no-run'))
  await expect(goingOn.pause()).rejects.toMatchObject({ code: 'request.no-run' })
})
