import { describe, expect, it } from 'vitest'
import { brokenLock, defaultSettings, markRun, parseSettings, requireAllowed, type RunTask, type Settings } from '#core'

const task: RunTask = { kind: 'run', goal: { figure: 'test.loss', relation: '<', value: 0.1 } }
const section = { id: 'r1', points: 5 }

describe('the mark of a run', () => {
  it('is full where the goal is reached, and 0 where it is not', () => {
    expect(markRun(section, task, { 'test.loss': 0.05 }, { 'test.loss': 0.05 })).toMatchObject({ points: 5, of: 5 })
    expect(markRun(section, task, {}, { 'test.loss': 0.1 }).points).toBe(0)
    expect(
      markRun(section, { ...task, goal: { figure: 'test.accuracy', relation: '>', value: 0.9 } }, {}, { 'test.accuracy': 0.95 }).points
    ).toBe(5)
  })

  it('is by the figure of the run trained again, and says where the answer had another', () => {
    const { points, sentences } = markRun(section, task, { 'test.loss': 0.01 }, { 'test.loss': 0.2 })
    expect(points).toBe(0)
    expect(sentences.map(({ en }) => en)).toEqual([
      'The goal test.loss < 0.1 is not reached: 0.2.',
      'The answer says test.loss = 0.01; trained again, these settings give 0.2, which counts.'
    ])
  })

  it('is of a person where the run could not be repeated, or has no such figure', () => {
    expect([markRun(section, task, {}, null).points, markRun(section, task, {}, {}).points]).toEqual([null, null])
  })
})

describe('a lock', () => {
  const own = parseSettings({
    ...defaultSettings,
    targets: ['y'],
    features: ['x'],
    task: 'classification',
    loss: { kind: 'softmax-cross-entropy' }
  })
  const lock = ['loss', 'seeds', 'network'] as const
  const broken = (changes: Partial<Settings>, allow: Parameters<typeof brokenLock>[0]['allow'] = []) =>
    brokenLock({ lock, allow }, { ...own, ...changes }, own)
  const hidden = (units: number, activation: 'tanh' | 'relu' = 'tanh') => ({ hidden: [{ units, activation }] })

  it('holds where nothing that it locks is changed', () => {
    expect([broken({}), broken({ epochs: 7, learningRate: 0.5 })]).toEqual([null, null])
  })

  it('is named by the setting that breaks it', () => {
    expect(broken({ seeds: { split: 1, init: 1, shuffle: 2 } })).toBe('seeds')
    expect(broken(hidden(8))).toBe('hidden')
  })

  it('lets through what is allowed, within its range', () => {
    const allow = [{ setting: 'hidden', from: 1, to: 16 } as const]
    expect([broken(hidden(8), allow), broken(hidden(17), allow), broken(hidden(8, 'relu'), allow)]).toEqual([null, 'hidden', 'hidden'])
    expect(broken(hidden(8, 'relu'), [...allow, { setting: 'activation' }])).toBeNull()
  })

  it('refuses a change as it is made, by the bounds where there are some', () => {
    const lab = { lock, allow: [{ setting: 'hidden', from: 1, to: 16 } as const] }
    const change = (changes: Partial<Settings>, before: Partial<Settings> = {}) => {
      const present = { ...own, ...before }
      return () => requireAllowed(lab, { ...present, ...changes }, present)
    }
    expect(change(hidden(16))).not.toThrow()
    expect(change(hidden(17))).toThrow('hidden is 17; it must be a whole number from 1 to 16.')
    expect(change(hidden(8, 'relu'))).toThrow('does not allow this change')
    expect(change({ seeds: { split: 1, init: 1, shuffle: 2 } })).toThrow('does not allow this change')
    // Wide layers from before the lab are in nobody's way.
    expect(change({ epochs: 7 }, hidden(64))).not.toThrow()
  })
})
