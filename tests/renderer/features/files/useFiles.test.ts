import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { AppError } from '#core'
import { createFiles, type Files } from '../../../../src/renderer/features/files/useFiles'
import { createProblems, type Problems } from '../../../../src/renderer/engine-client/useProblems'
import { createToasts } from '../../../../src/renderer/ui/useToasts'
import type { EngineClient } from '../../../../src/renderer/engine-client/useEngine'
import type { SettingsEditor } from '../../../../src/renderer/features/settings/useSettings'
import { fakeBridge } from '../../support/fake-bridge'
import { experimentState } from '../../support/experiment-state'
import '../../../../src/renderer/messages'

const grant = { grant: '00000000-0000-0000-0000-000000000000', name: 'own.csv' }

describe('files in the window', () => {
  let files: Files
  let problems: Problems
  const request = vi.fn<(name: string, args?: unknown) => Promise<unknown>>()
  const bridge = fakeBridge({ chooseData: grant, clipboardText: 'a\tb\n1\t2\n' })

  beforeEach(() => {
    request.mockReset().mockResolvedValue(null)
    problems = createProblems()
    const engine = { state: { value: experimentState() }, request } as unknown as EngineClient
    // Nothing is trained: nothing is asked.
    const settings = { afterAsking: (work: () => Promise<unknown>) => problems.guard(work).then(() => undefined) }
    files = createFiles({
      engine,
      bridge: bridge.client,
      settings: settings as unknown as SettingsEditor,
      problems,
      toasts: createToasts()
    })
  })

  it('tell which one is being read, until it is', async () => {
    let finish = (): void => undefined
    request.mockReturnValue(new Promise((resolve) => (finish = () => resolve(null))))
    const opening = files.openFile()
    await vi.waitFor(() => expect(files.loading.value?.name).toBe('own.csv'))
    finish()
    await opening
    expect(files.loading.value).toBeNull()
  })

  it('that are refused stand for themselves, with how they were read', async () => {
    request.mockRejectedValue(new AppError('data.ragged-row', { row: 3 }))
    await files.openFile()
    expect(files.refusal.value).toEqual({ error: { code: 'data.ragged-row', details: { row: 3 } }, reading: { options: {} } })
    expect(problems.current.value).toBeNull()
    const reading = { options: { ragged: 'drop' } } as const
    await files.readAgain('refused', reading)
    expect(request).toHaveBeenLastCalledWith('readAgain', { which: 'refused', reading })
    expect(files.refusal.value).toEqual({ error: expect.objectContaining({ code: 'data.ragged-row' }), reading })
    request.mockResolvedValue(null)
    await files.openSample('iris')
    expect(files.refusal.value).toBeNull()
  })

  it('that are cancelled are no news', async () => {
    request.mockRejectedValue(new AppError('data.cancelled'))
    await files.openFile()
    expect([files.refusal.value, problems.current.value]).toEqual([null, null])
  })

  it('leave what else goes wrong to the banner of the window', async () => {
    request.mockRejectedValue(new AppError('request.unknown-grant'))
    await files.openFile()
    await nextTick()
    expect(files.refusal.value).toBeNull()
    expect(problems.current.value?.code).toBe('request.unknown-grant')
  })

  it('may be pasted, as text that is given or as the clipboard holds it', async () => {
    await files.paste('x,y\n1,2\n')
    expect(request).toHaveBeenLastCalledWith('openText', { text: 'x,y\n1,2\n', name: 'clipboard.csv' })
    await files.paste()
    expect(request).toHaveBeenLastCalledWith('openText', { text: 'a\tb\n1\t2\n', name: 'clipboard.csv' })
  })
})
