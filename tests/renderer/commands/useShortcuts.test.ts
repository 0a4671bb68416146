// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { computed, defineComponent, h } from 'vue'
import type { Files } from '../../../src/renderer/features/files/useFiles'
import type { RunControls } from '../../../src/renderer/features/run/useRunControls'
import { useShortcuts } from '../../../src/renderer/commands/useShortcuts'

let wrapper: ReturnType<typeof mount> | null = null
afterEach(() => wrapper?.unmount())

function setUp({ canStep = true, blocked = false } = {}) {
  const run = {
    main: vi.fn(),
    step: vi.fn(),
    stepBack: vi.fn(),
    canStep: computed(() => canStep),
    canStepBack: computed(() => canStep)
  } as unknown as RunControls
  const files = { openFile: vi.fn(), exportWeights: vi.fn() } as unknown as Files
  const settings = { undo: vi.fn(), redo: vi.fn() }
  const openSettings = vi.fn()
  let list = { value: false }
  wrapper = mount(
    defineComponent({
      setup() {
        list = useShortcuts({ run, files, settings, openSettings, isBlocked: () => blocked }).isListOpen
        return () => h('div', [h('input'), h('button'), h('p')])
      }
    }),
    { attachTo: document.body }
  )
  const press = (key: string, on = 'p', more: KeyboardEventInit = {}) =>
    wrapper?.find(on).element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  return { run, files, settings, openSettings, press, isListOpen: () => list.value }
}

describe('the keys of the window', () => {
  it('Space runs and pauses, → steps, ? lists the keys', () => {
    const { run, press, isListOpen } = setUp()
    press(' ')
    press('ArrowRight')
    press('?')
    expect(run.main).toHaveBeenCalledOnce()
    expect(run.step).toHaveBeenCalledOnce()
    expect(isListOpen()).toBe(true)
  })

  it('leave a field and a button their own keys', () => {
    const { run, press } = setUp()
    press(' ', 'input')
    press(' ', 'button')
    press('ArrowRight', 'input')
    expect(run.main).not.toHaveBeenCalled()
    expect(run.step).not.toHaveBeenCalled()
    press('ArrowRight', 'button')
    expect(run.step).toHaveBeenCalledOnce()
  })

  it('with Ctrl or ⌘ act from anywhere', () => {
    const { files, press } = setUp()
    press('o', 'input', { ctrlKey: true })
    press('s', 'input', { metaKey: true })
    press('E', 'p', { ctrlKey: true })
    expect(files.openFile).toHaveBeenCalledOnce()
    expect(files.exportWeights).toHaveBeenCalledTimes(2)
  })

  it('held down, Space does not start and stop the run again and again', () => {
    const { run, press } = setUp()
    press(' ', 'p', { repeat: true })
    expect(run.main).not.toHaveBeenCalled()
  })

  it('rest while a question is asked', () => {
    const { run, press } = setUp({ blocked: true })
    press(' ')
    expect(run.main).not.toHaveBeenCalled()
  })
})

it('Ctrl or ⌘ and a comma open the settings, from a field too', () => {
  const { openSettings, press } = setUp()
  press(',', 'p', { ctrlKey: true })
  press(',', 'input', { metaKey: true })
  expect(openSettings).toHaveBeenCalledTimes(2)
  press(',')
  expect(openSettings).toHaveBeenCalledTimes(2)
})

describe('the keys for taking back', () => {
  it('← takes a step back; Ctrl+Z and Ctrl+Shift+Z go through the changes of settings', () => {
    const { run, settings, press } = setUp()
    press('ArrowLeft')
    press('z', 'p', { ctrlKey: true })
    press('Z', 'p', { metaKey: true, shiftKey: true })
    press('y', 'p', { ctrlKey: true })
    expect(run.stepBack).toHaveBeenCalledOnce()
    expect(settings.undo).toHaveBeenCalledOnce()
    expect(settings.redo).toHaveBeenCalledTimes(2)
  })

  it('leave Ctrl+Z to a field while something is being typed in it', () => {
    const { settings, press } = setUp()
    const field = wrapper?.find('input').element
    field?.dispatchEvent(new Event('input', { bubbles: true }))
    press('z', 'input', { ctrlKey: true })
    expect(settings.undo).not.toHaveBeenCalled()
    field?.dispatchEvent(new Event('change', { bubbles: true }))
    press('z', 'input', { ctrlKey: true })
    expect(settings.undo).toHaveBeenCalledOnce()
  })
})
