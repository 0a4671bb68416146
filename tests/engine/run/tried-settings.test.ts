import { expect, it } from 'vitest'
import type { Finding } from '#core'
import { TriedSettings } from '../../../src/engine/run/tried-settings'
import { sampleStart } from '../../support/doctor-runs'

const { settings } = sampleStart('iris')
const note = { code: 'doctor.spike.try', details: {} } as const
const finding = {
  rule: 'spike',
  level: 'serious',
  first: true,
  cause: null,
  source: '',
  observation: note,
  advice: note,
  remedy: null
} as const satisfies Finding

it('knows of settings that were left untrained, and of trained ones what was found', () => {
  const tried = new TriedSettings()
  tried.left(settings, false)
  const fast = { ...settings, learningRate: 3 }
  tried.diagnosed(fast, [finding])
  tried.left(fast, true)
  expect(tried.all).toEqual([
    { settings, cause: null },
    { settings: fast, cause: 'spike' }
  ])
})

it('counts a hint, or nothing found, as no cause', () => {
  const tried = new TriedSettings()
  tried.diagnosed(settings, [{ ...finding, level: 'hint' }])
  tried.left(settings, true)
  expect(tried.all).toEqual([{ settings, cause: null }])
})

it('says nothing of a trained run that was not diagnosed', () => {
  const tried = new TriedSettings()
  tried.diagnosed({ ...settings, learningRate: 3 }, [finding])
  tried.left(settings, true)
  expect(tried.all).toEqual([])
})
