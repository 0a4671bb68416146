import { expect, it, vi } from 'vitest'
import { nextTick, ref, shallowRef } from 'vue'
import { AppError, type Finding } from '#core'
import type { ExperimentState, RunState } from '#shared/contract'
import { createDoctor } from '../../../../src/renderer/features/doctor/useDoctor'
import type { EngineClient } from '../../../../src/renderer/engine-client/useEngine'
import { createProblems } from '../../../../src/renderer/engine-client/useProblems'
import type { SettingsEditor } from '../../../../src/renderer/features/settings/useSettings'
import { experimentState } from '../../support/experiment-state'

const note = { code: 'doctor.rising.try', details: {} } as const
const rising: Finding = {
  rule: 'not-falling',
  source: 'CS231n',
  severity: 'warning',
  observation: note,
  advice: note,
  remedy: { label: note, patch: { learningRate: 0.01 } }
}
const passed = { passed: true, rows: 20, epochs: 80, startLoss: 1, loss: 0.01, metric: 'accuracy', score: 1 }

function setUp(status: RunState['status'] = 'paused', answers: Readonly<Record<string, () => unknown>> = {}) {
  const state = shallowRef<ExperimentState | null>(experimentState())
  const run = shallowRef<RunState>({ ...experimentState().run, status })
  const request = vi.fn(async (name: string) => (answers[name] ?? (() => ({ epoch: 3, findings: [rising] })))())
  const change = vi.fn(async () => {})
  const engine = { connection: ref('ready'), state, run, request } as unknown as EngineClient
  const settings = { change, settled: async () => {} } as unknown as SettingsEditor
  return { doctor: createDoctor({ engine, settings, problems: createProblems() }), change, state, request }
}

it('reports what was found, and no longer once that was dismissed', async () => {
  const { doctor } = setUp()
  await vi.waitFor(() => expect(doctor.findings.value).toEqual([rising]))
  expect(doctor.gravest.value).toEqual({ finding: rising, others: 0 })
  doctor.dismiss()
  expect(doctor.gravest.value).toBeNull()
  expect(doctor.findings.value).toEqual([rising])
})

it('changes the setting of a remedy, and rewinds only a run that has failed', async () => {
  const paused = setUp()
  await paused.doctor.apply(rising)
  expect(paused.change).toHaveBeenCalledWith('learningRate', { learningRate: 0.01 })
  expect(paused.request).not.toHaveBeenCalledWith('rewind')
  const failed = setUp('failed')
  await failed.doctor.apply(rising)
  expect(failed.request).toHaveBeenCalledWith('rewind')
})

it('keeps the outcome of the twenty-row test until the network is another', async () => {
  const { doctor, state } = setUp('paused', { overfitTest: () => passed })
  await doctor.testOverfit()
  expect(doctor.overfit.value).toEqual(passed)
  state.value = { ...experimentState(), network: { inputs: 2, layers: [{ units: 3, activation: 'linear' }] } }
  await nextTick()
  expect(doctor.overfit.value).toBeNull()
})

it('says why the twenty-row test came to nothing, but not that it was cancelled', async () => {
  const failing = (code: 'numeric.not-finite' | 'request.cancelled') =>
    setUp('paused', {
      overfitTest: () => {
        throw new AppError(code)
      }
    }).doctor
  const [broken, cancelled] = [failing('numeric.not-finite'), failing('request.cancelled')]
  await Promise.all([broken.testOverfit(), cancelled.testOverfit()])
  expect(broken.overfitError.value?.code).toBe('numeric.not-finite')
  expect(cancelled.overfitError.value).toBeNull()
  expect([broken.isTesting.value, cancelled.isTesting.value]).toEqual([false, false])
})
