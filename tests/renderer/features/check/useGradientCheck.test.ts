import { expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { AppError } from '#core'
import { createGradientCheck } from '../../../../src/renderer/features/check/useGradientCheck'
import { createConfirm } from '../../../../src/renderer/ui/useConfirm'
import { createProblems } from '../../../../src/renderer/engine-client/useProblems'
import { createSettings } from '../../../../src/renderer/features/settings/useSettings'
import { createToasts } from '../../../../src/renderer/ui/useToasts'
import { checkReport } from '../../support/check-report'
import { fakeBridge } from '../../support/fake-bridge'
import { experimentState } from '../../support/experiment-state'
import { stillEngine } from '../../support/still-engine'
import { eventually } from '../../../support/eventually'

const report = checkReport([{ relative: 1 }, { relative: 2 }, { relative: 3, tensor: 1 }])

function setUp(answer: (name: string) => Promise<unknown> = async () => report) {
  const request = vi.fn<(name: string, args?: unknown) => Promise<unknown>>(answer)
  const { engine, state, run } = stillEngine({ epoch: 3 }, request)
  const bridge = fakeBridge()
  const problems = createProblems()
  const settings = createSettings({ engine, confirm: createConfirm(), problems })
  return {
    check: createGradientCheck({ engine, settings, bridge: bridge.client, problems, toasts: createToasts() }),
    request,
    bridge,
    state,
    run
  }
}

it('checks with the chosen ε and shows every row in the order of the file', async () => {
  const { check, request } = setUp()
  check.chooseEpsilon(1e-4)
  await check.check()
  expect(request).toHaveBeenCalledWith('checkGradients', { epsilon: 1e-4, preset: 'strict', planted: null })
  expect([...check.rows.value]).toEqual([0, 1, 2])
})

it('sorts errors from the largest down, and the other way at the second click', async () => {
  const { check } = setUp()
  await check.check()
  check.sortBy('relative')
  expect([...check.rows.value]).toEqual([2, 1, 0])
  check.sortBy('relative')
  expect([...check.rows.value]).toEqual([0, 1, 2])
})

it('copies the rows shown', async () => {
  const { check, bridge } = setUp()
  await check.check()
  check.filter.value = { tensor: 1, verdict: null }
  await check.copy()
  const { text } = bridge.calls[0].args as { text: string }
  expect(text.split('\n')).toHaveLength(3)
})

it('is out of date as soon as training has gone on, and gone with its network', async () => {
  const { check, run, state } = setUp()
  await check.check()
  expect(check.isStale.value).toBe(false)
  const { step } = run.value
  run.value = { ...run.value, epoch: 4, step: step + 10 }
  expect(check.isStale.value).toBe(true)
  run.value = { ...run.value, epoch: 3, step }
  expect(check.isStale.value).toBe(true)
  await check.check()
  expect(check.isStale.value).toBe(false)
  state.value = { ...experimentState(), network: { inputs: 2, layers: [] } }
  await nextTick()
  expect(check.report.value).toBeNull()
})

it('tells why there is no verdict, but not that the user cancelled', async () => {
  const failed = setUp(() => Promise.reject(new AppError('numeric.not-finite')))
  await failed.check.check()
  expect(failed.check.error.value?.code).toBe('numeric.not-finite')
  const cancelled = setUp(() => Promise.reject(new AppError('request.cancelled')))
  await cancelled.check.check()
  expect(cancelled.check.error.value).toBeNull()
  expect(cancelled.check.isChecking.value).toBe(false)
})

it('checks by another rule with the step that belongs to it', async () => {
  const { check, request } = setUp()
  check.choosePreset('pytorch')
  expect(check.epsilon.value).toBe(1e-6)
  await check.check()
  expect(request).toHaveBeenCalledWith('checkGradients', { epsilon: 1e-6, preset: 'pytorch', planted: null })
})

it.each([
  [1e-13, '', '1e-13'],
  [2, '', '2'],
  [NaN, 'abc', 'abc']
])('refuses an ε of %s before it asks, and says the range', async (epsilon, typed, said) => {
  const { check, request } = setUp()
  check.chooseEpsilon(epsilon, typed)
  await check.check()
  expect(request).not.toHaveBeenCalledWith('checkGradients', expect.anything())
  expect(check.error.value).toMatchObject({ code: 'spec.within', details: { low: 1e-12, high: 1 } })
  expect(String(check.error.value?.details.value)).toBe(said)
})

it('cancels a check in progress when a bug is planted, and checks with it', async () => {
  let end: (thrown: Error) => void = () => {}
  const { check, request } = setUp((name: string) => {
    if (name === 'cancelCheck') {
      end(new AppError('request.cancelled'))
      return Promise.resolve(null)
    }
    return new Promise((_, reject) => (end = reject))
  })
  const first = check.check()
  await nextTick()
  const second = check.plant('sign')
  await first
  await eventually(() => expect(request).toHaveBeenLastCalledWith('checkGradients', { epsilon: 1e-5, preset: 'strict', planted: 'sign' }))
  await check.cancel()
  await second
  expect([check.isChecking.value, check.planted.value, check.error.value]).toEqual([false, 'sign', null])
})

it('plants a bug and checks, takes it away and checks again, and forgets it with the network', async () => {
  const { check, request, state } = setUp()
  await check.plant('sign')
  expect(request).toHaveBeenLastCalledWith('checkGradients', { epsilon: 1e-5, preset: 'strict', planted: 'sign' })
  await check.plant(null)
  expect(request).toHaveBeenLastCalledWith('checkGradients', { epsilon: 1e-5, preset: 'strict', planted: null })
  await check.plant('sign')
  state.value = { ...experimentState(), network: { inputs: 2, layers: [] } }
  await nextTick()
  expect(check.planted.value).toBeNull()
})

it('shows what failed on top', async () => {
  const rows = [{}, { verdict: 'kink' }, { verdict: 'wrong' }, { verdict: 'unreliable' }, { verdict: 'suspicious' }] as const
  const { check } = setUp(async () => checkReport(rows, { failed: 2 }))
  await check.check()
  expect([...check.rows.value]).toEqual([2, 4, 3, 1, 0])
})
