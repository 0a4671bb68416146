import { expect, it, vi } from 'vitest'
import { nextTick, ref, shallowRef } from 'vue'
import { AppError, type Finding } from '#core'
import type { ExperimentState, RunState } from '#shared/contract'
import { createDoctor } from '../../../../src/renderer/features/doctor/useDoctor'
import type { EngineClient } from '../../../../src/renderer/engine-client/useEngine'
import { createProblems } from '../../../../src/renderer/engine-client/useProblems'
import type { SettingsEditor } from '../../../../src/renderer/features/settings/useSettings'
import { experimentState } from '../../support/experiment-state'
import { eventually } from '../../../support/eventually'

const note = { code: 'doctor.rate-too-high.try', details: {} } as const
const rising: Finding = {
  rule: 'rate-too-high',
  source: 'CS231n',
  level: 'serious',
  first: true,
  cause: null,
  observation: note,
  advice: note,
  remedy: { label: note, patch: { learningRate: 0.01 } }
}
const passed = { passed: true, rows: 20, epochs: 80, startLoss: 1, loss: 0.01, metric: 'accuracy', score: 1, reason: null }

function setUp(status: RunState['status'] = 'paused', answers: Readonly<Record<string, () => unknown>> = {}) {
  const state = shallowRef<ExperimentState | null>(experimentState())
  const run = shallowRef<RunState>({ ...experimentState().run, status })
  const request = vi.fn(async (name: string) => (answers[name] ?? (() => ({ epoch: 3, findings: [rising] })))())
  const replace = vi.fn(async () => {})
  const engine = { connection: ref('ready'), state, run, request } as unknown as EngineClient
  const settings = { replace, settled: async () => {} } as unknown as SettingsEditor
  return { doctor: createDoctor({ engine, settings, problems: createProblems() }), replace, state, request }
}

it('reports what was found, and no longer once that was dismissed', async () => {
  const { doctor } = setUp()
  await eventually(() => expect(doctor.findings.value).toEqual([rising]))
  expect(doctor.gravest.value).toEqual({ finding: rising, others: 0 })
  doctor.isOpen.value = true
  expect(doctor.gravest.value).toBeNull()
  doctor.isOpen.value = false
  doctor.dismiss()
  expect(doctor.gravest.value).toBeNull()
  expect(doctor.findings.value).toEqual([rising])
})

it('changes the setting of a remedy without asking, and trains from the start', async () => {
  const { doctor, replace, request } = setUp()
  await doctor.retrain(rising)
  expect(replace).toHaveBeenCalledWith('learningRate', { learningRate: 0.01 })
  expect(request.mock.calls.map(([name]) => name).slice(-2)).toEqual(['rewind', 'run'])
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
