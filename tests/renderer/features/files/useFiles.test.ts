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
import { eventually } from '../../../support/eventually'
import '../../../../src/renderer/messages'

const grant = { grant: '00000000-0000-0000-0000-000000000000', name: 'own.csv' }

describe('files in the window', () => {
  let files: Files
  let problems: Problems
  const request = vi.fn<(name: string, args?: unknown) => Promise<unknown>>()
  const mayDiscard = vi.fn<(question: unknown) => boolean>()
  const show = vi.fn()
  const requests = () => request.mock.calls.map(([name]) => name)
  const bridge = fakeBridge({ chooseData: grant, clipboardText: 'a\tb\n1\t2\n' })

  beforeEach(() => {
    request.mockReset().mockResolvedValue({ kind: 'table', name: 'own.csv', rows: 12000, columns: 3 })
    problems = createProblems()
    const engine = { state: { value: experimentState() }, request } as unknown as EngineClient
    mayDiscard.mockReset().mockReturnValue(true)
    const settings = {
      afterAsking: (work: () => Promise<unknown>, look: () => Promise<unknown>) =>
        problems.guard(async () => {
          const question = await look()
          if (question !== null && mayDiscard(question)) await work()
        })
    }
    files = createFiles({
      engine,
      bridge: bridge.client,
      settings: settings as unknown as SettingsEditor,
      problems,
      toasts: createToasts(),
      show: show.mockReset()
    })
  })

  it('hand a file that is looked at on a page of its own to that page, and ask nothing', async () => {
    const file = { kind: 'program', name: 'shared.json', text: 'x', inputs: { x: 1 } }
    request.mockResolvedValueOnce(file)
    await files.openFile()
    expect(show).toHaveBeenCalledExactlyOnceWith(file)
    expect(requests()).toEqual(['readFile'])
    expect(mayDiscard).not.toHaveBeenCalled()
  })

  it('tell which one is being read, until it is', async () => {
    let finish = (): void => undefined
    request.mockReturnValueOnce(new Promise((resolve) => (finish = () => resolve({ kind: 'weights', name: 'own.csv' }))))
    const opening = files.openFile()
    await eventually(() => expect(files.loading.value?.name).toBe('own.csv'))
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
    request.mockResolvedValue({ kind: 'table', name: 'iris', rows: 150, columns: 5 })
    await files.openSample('iris')
    expect(files.refusal.value).toBeNull()
  })

  it('are good before anything is asked or opened', async () => {
    await files.openFile()
    expect(requests()).toEqual(['readFile', 'openFound'])
    expect(mayDiscard).toHaveBeenCalledWith(
      expect.objectContaining({
        body: 'load.questions.table',
        values: { name: 'own.csv', open: expect.any(String), rows: '12\u202f000', columns: '3' }
      })
    )
    request.mockReset().mockRejectedValue(new AppError('data.empty-file'))
    mayDiscard.mockReset()
    await files.openFile()
    expect(mayDiscard).not.toHaveBeenCalled()
    expect(requests()).toEqual(['readFile'])
  })

  it('are dropped where the weights are kept', async () => {
    mayDiscard.mockReturnValue(false)
    await files.openFile()
    expect(requests()).toEqual(['readFile', 'cancelLoad'])
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
    expect(request).toHaveBeenCalledWith('readText', { text: 'x,y\n1,2\n', name: 'clipboard.csv' })
    await files.paste()
    expect(request).toHaveBeenCalledWith('readText', { text: 'a\tb\n1\t2\n', name: 'clipboard.csv' })
  })
})
