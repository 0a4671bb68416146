import { describe, expect, it, vi } from 'vitest'
import { ref, shallowRef } from 'vue'
import type { ExperimentState, RunState } from '#shared/contract'
import type { EngineClient } from '../../../../src/renderer/engine-client/useEngine'
import { createProblems } from '../../../../src/renderer/engine-client/useProblems'
import type { SettingsEditor } from '../../../../src/renderer/features/settings/useSettings'
import { createShell } from '../../../../src/renderer/features/shell/useShell'
import { createToasts } from '../../../../src/renderer/ui/useToasts'
import { fakeBridge } from '../../support/fake-bridge'
import { experimentState } from '../../support/experiment-state'

const grant = { grant: '00000000-0000-4000-8000-000000000000', name: 'settings.json' }

function setUp({ may = true, chosen = grant as typeof grant | null } = {}) {
  const bridge = fakeBridge({ chooseFile: chosen, chooseSave: grant, licences: { runtime: [], packages: [], own: '', data: '' } })
  const run = shallowRef<RunState>(experimentState().run)
  const retracingTo = ref<number | null>(null)
  const request = vi.fn(() => Promise.resolve({ path: '/stick/settings.json' }))
  const engine = { run, retracingTo, state: shallowRef<ExperimentState | null>(experimentState()), request } as unknown as EngineClient
  const settings = {
    settled: () => Promise.resolve(),
    afterAsking: async (work: () => Promise<unknown>) => void (may && (await work()))
  } as unknown as SettingsEditor
  const toasts = createToasts()
  let time = 0
  const shell = createShell({ bridge: bridge.client, engine, settings, problems: createProblems(), toasts, now: () => time })
  const status = (next: RunState['status'], after = 0) => {
    time += after
    run.value = { ...run.value, status: next, epoch: 40 }
  }
  const ended = () => bridge.calls.filter(({ name }) => name === 'runEnded').map(({ args }) => args)
  return { shell, bridge, request, toasts, status, ended, retracingTo }
}

describe('files of settings and weights', () => {
  it('are opened by their grant, after asking', async () => {
    const { shell, request } = setUp()
    await shell.openSettingsFile()
    await shell.openWeights()
    await shell.openClassSettings()
    expect(request.mock.calls).toEqual([
      ['openSettingsFile', { grant: grant.grant }],
      ['openWeights', { grant: grant.grant }],
      ['openClassSettings']
    ])
  })

  it('are not opened where the answer is no, or none was chosen', async () => {
    const [declined, closed] = [setUp({ may: false }), setUp({ chosen: null })]
    for (const { shell, request } of [declined, closed]) {
      await shell.openWeights()
      expect(request).not.toHaveBeenCalled()
    }
  })

  it('are saved where the dialog says', async () => {
    const { shell, request, toasts } = setUp()
    await shell.saveSettings()
    expect(request).toHaveBeenCalledWith('exportSettings', { grant: grant.grant })
    expect(toasts.list.value).toMatchObject([{ key: 'toast.saved', values: { path: '/stick/settings.json' } }])
  })
})

describe('the end of a run', () => {
  it('is reported when it took more than half a minute', () => {
    const { status, ended } = setUp()
    status('running')
    status('finished', 31_000)
    status('running')
    status('failed', 45_000)
    expect(ended()).toEqual([
      { status: 'finished', epochs: 40, seconds: 31 },
      { status: 'failed', epochs: 40, seconds: 45 }
    ])
  })

  it('is not reported where it was short, paused, or replayed', () => {
    const { status, ended, retracingTo } = setUp()
    status('running')
    status('finished', 29_000)
    status('running')
    status('paused', 60_000)
    retracingTo.value = 40
    status('running')
    status('finished', 60_000)
    expect(ended()).toEqual([])
  })
})

it('the sheet for paper is there while it is printed', async () => {
  const { shell, bridge } = setUp()
  const printing = shell.print()
  expect(shell.isPrinting.value).toBe(true)
  await printing
  expect(shell.isPrinting.value).toBe(false)
  expect(bridge.calls.map(({ name }) => name)).toEqual(['print'])
})

it('the licences are asked for once', async () => {
  const { shell, bridge } = setUp()
  await shell.openAbout()
  await shell.openAbout()
  expect(shell.isAboutOpen.value).toBe(true)
  expect(bridge.calls.map(({ name }) => name)).toEqual(['licences'])
})
