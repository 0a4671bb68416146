import { describe, expect, it } from 'vitest'
import { defaultSettings, suggestSettings, suggestToySettings, type Settings } from '#core'
import { pointsOf, requireToy, settingsForToy } from '../../../src/engine/data/toys'
import { loadToy } from '../../../src/node/files/load-toy'
import { problemOf } from '../../support/problem-of'

const moons = loadToy('moons')

describe('the settings for a toy data set', () => {
  it('are those that suit it when something else was open', () => {
    const { toy: _, ...file } = loadToy('blobs')
    const chosen: Settings = { ...suggestSettings(file.table), epochs: 7 }
    expect(settingsForToy(moons, { data: { ...file, origin: 'file' }, chosen })).toEqual(suggestToySettings('moons', moons.table))
    expect(settingsForToy(moons, { data: loadToy('xor'), chosen })).toEqual(suggestToySettings('moons', moons.table))
    expect(suggestToySettings('moons', moons.table).epochs).toBe(defaultSettings.epochs)
  })

  it('stay with other knobs of the same toy', () => {
    const chosen: Settings = { ...suggestToySettings('moons', moons.table), epochs: 7, hidden: [], l2: 0.1 }
    expect(settingsForToy(loadToy('moons', { noise: 0.4, size: 30 }), { data: moons, chosen })).toEqual(chosen)
  })

  it('take another loss where another number of classes needs one', () => {
    const two = loadToy('spirals', { arms: 2 })
    const chosen: Settings = { ...suggestToySettings('spirals', two.table), loss: { kind: 'binary-cross-entropy' }, epochs: 7 }
    const after = settingsForToy(loadToy('spirals', { arms: 3 }), { data: two, chosen })
    expect(after).toEqual({ ...chosen, loss: { kind: 'softmax-cross-entropy' } })
  })
})

describe('requireToy', () => {
  it('refuses a file, whatever its columns', () => {
    const { toy: _, ...file } = moons
    expect(problemOf(() => requireToy({ ...file, origin: 'file' }))).toMatch(/^request.no-toy/)
    expect(requireToy(moons)).toEqual(moons)
  })
})

describe('pointsOf', () => {
  it('has a class for each point, and none for a curve', () => {
    const points = pointsOf(loadToy('blobs', { size: 10, blobs: 4 }))
    expect(points.x).toHaveLength(10)
    expect(points.labels?.join('')).toBe('ABCDABCDAB')
    expect(pointsOf(loadToy('sine', { size: 10 })).labels).toBeNull()
  })
})
