// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { computed, defineComponent, h, ref } from 'vue'
import type { PageName } from '#shared/pages'
import { commandNames, commandOf, type CommandName } from '#shared/commands'
import { createPageKeys } from '../../../src/renderer/keys/usePageKeys'
import { useCommands, type CommandsOptions } from '../../../src/renderer/commands/useCommands'

let wrapper: ReturnType<typeof mount> | null = null
afterEach(() => wrapper?.unmount())

/** Everything that a command could call, under the name of what is called. */
function setUp({ blocked = false, can = true, page = 'workbench' as PageName } = {}) {
  const pageKeys = createPageKeys()
  const called: string[] = []
  const spy = (name: string) =>
    vi.fn((...args: unknown[]) => {
      called.push([name, ...args.map((arg) => JSON.stringify(arg))].join(' '))
      return Promise.resolve()
    })
  const spies = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, spy(name)]))
  let choose: (chosen: { command: CommandName }) => void = () => {}
  let openRecent: (grant: { grant: string; name: string }) => void = () => {}
  const yes = computed(() => can)
  const options = {
    shell: {
      ...spies(['openSettingsFile', 'saveSettings', 'openClassSettings', 'openWeights', 'print', 'openAbout', 'zoom']),
      onMenu: (listener: typeof choose) => ((choose = listener), () => {}),
      onRecent: (listener: typeof openRecent) => ((openRecent = listener), () => {})
    },
    files: spies(['openFile', 'paste', 'exportWeights', 'exportHistory', 'exportCheck', 'openGrant']),
    run: {
      ...spies(['main', 'step', 'stepBack', 'rewind', 'newSeed']),
      canStep: yes,
      canStepBack: yes,
      canRewind: yes,
      canReseed: yes
    },
    settings: spies(['undo', 'redo']),
    preferences: { ...spies(['choose']), page: ref(page), sidebar: ref({ isHidden: false, width: null }) },
    pageKeys,
    openSettings: spy('openSettings'),
    openShortcuts: spy('openShortcuts'),
    isBlocked: () => blocked
  } as unknown as CommandsOptions
  wrapper = mount(
    defineComponent({
      setup() {
        useCommands(options)
        return () => h('div', [h('input'), h('button'), h('p')])
      }
    }),
    { attachTo: document.body }
  )
  const press = (key: string, on = 'p', more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
    wrapper?.find(on).element.dispatchEvent(event)
    return event.defaultPrevented
  }
  return {
    called,
    pageKeys,
    press,
    choose: (command: CommandName) => choose({ command }),
    openRecent: (name: string) => openRecent({ grant: 'g', name })
  }
}

const looks = commandNames.filter((name) => commandOf(name).always)

describe('a command', () => {
  it.each(commandNames)('does one thing: %s', (name) => {
    const { called, choose } = setUp()
    choose(name)
    expect(called).toHaveLength(1)
  })

  it('does nothing while it cannot be done', () => {
    const { called, choose } = setUp({ can: false })
    for (const name of ['step', 'stepBack', 'rewind', 'newSeed'] as const) choose(name)
    expect(called).toEqual([])
  })

  it('does nothing behind a dialog but change how things look', () => {
    const { called, choose, openRecent } = setUp({ blocked: true })
    commandNames.forEach(choose)
    openRecent('a.csv')
    expect(looks.length).toBeGreaterThan(0)
    expect(called).toHaveLength(looks.length)
    expect(called.every((call) => /^(choose|zoom) /.test(call))).toBe(true)
  })

  it('has keys that no other has', () => {
    const chords = commandNames.flatMap((name) => commandOf(name).keys ?? [])
    expect(new Set(chords).size).toBe(chords.length)
  })
})

it('a recent table is opened by its grant', () => {
  const { called, openRecent } = setUp()
  openRecent('a.csv')
  expect(called).toEqual(['openGrant {"grant":"g","name":"a.csv"}'])
})

describe('the keys of the window', () => {
  it('Space runs and pauses, → steps, ← takes a step back, ? lists the keys', () => {
    const { called, press } = setUp()
    for (const key of [' ', 'ArrowRight', 'ArrowLeft', '?']) expect(press(key)).toBe(true)
    expect(called).toEqual(['main', 'step', 'stepBack', 'openShortcuts'])
  })

  it('leave a field and a button their own keys', () => {
    const { called, press } = setUp()
    press(' ', 'input')
    press(' ', 'button')
    press('ArrowRight', 'input')
    expect(called).toEqual([])
    press('ArrowRight', 'button')
    expect(called).toEqual(['step'])
  })

  it('with Ctrl or ⌘ act from anywhere', () => {
    const { called, press } = setUp()
    press('o', 'input', { ctrlKey: true })
    press('s', 'input', { metaKey: true })
    press('E', 'p', { ctrlKey: true })
    press('p', 'p', { ctrlKey: true })
    press(',', 'input', { metaKey: true })
    press(',')
    expect(called).toEqual(['openFile', 'exportWeights "safetensors"', 'exportWeights "safetensors"', 'print', 'openSettings'])
  })

  it('held down, Space does not start and stop the run again and again, and → steps on', () => {
    const { called, press } = setUp()
    press(' ', 'p', { repeat: true })
    press('ArrowRight', 'p', { repeat: true })
    expect(called).toEqual(['step'])
  })

  it('rest while a question is asked, but for those that zoom', () => {
    const { called, press } = setUp({ blocked: true })
    expect(press(' ')).toBe(false)
    expect(press('p', 'p', { ctrlKey: true })).toBe(false)
    expect(['+', '=', '-', '0'].map((key) => press(key, 'p', { ctrlKey: true, shiftKey: key === '+' }))).toEqual([true, true, true, true])
    expect(called).toEqual(['zoom "in"', 'zoom "in"', 'zoom "out"', 'zoom "reset"'])
  })

  it('leave pasting to the browser, which says when it is done', () => {
    const { called, press } = setUp()
    expect(press('v', 'p', { ctrlKey: true })).toBe(false)
    expect(called).toEqual([])
  })

  it('Ctrl+Z and Ctrl+Shift+Z go through the changes of settings', () => {
    const { called, press } = setUp()
    press('z', 'p', { ctrlKey: true })
    press('Z', 'p', { metaKey: true, shiftKey: true })
    press('y', 'p', { ctrlKey: true })
    expect(called).toEqual(['undo', 'redo', 'redo'])
  })

  it('leave Ctrl+Z to a field while something is being typed in it', () => {
    const { called, press } = setUp()
    const field = wrapper?.find('input').element
    field?.dispatchEvent(new Event('input', { bubbles: true }))
    press('z', 'input', { ctrlKey: true })
    expect(called).toEqual([])
    field?.dispatchEvent(new Event('change', { bubbles: true }))
    press('z', 'input', { ctrlKey: true })
    expect(called).toEqual(['undo'])
  })
})

describe('the keys of a page', () => {
  it('hold there, and those of the workbench do not', () => {
    const { called, press, pageKeys } = setUp({ page: 'microscope' })
    expect(press('ArrowRight')).toBe(false)
    const keys = [{ keys: ['ArrowRight', 'Shift+ArrowRight', '.'], label: () => 'next', run: (chord: string) => called.push(chord) }]
    pageKeys.add(keys)
    press('ArrowRight')
    press('ArrowRight', 'p', { shiftKey: true })
    press('.')
    press('.', 'input')
    expect(called).toEqual(['ArrowRight', 'Shift+ArrowRight', '.'])
    pageKeys.remove(keys)
    expect(press('.')).toBe(false)
    expect(press('o', 'p', { ctrlKey: true })).toBe(true)
  })

  it('rest behind a dialog, while they cannot be done, and held down unless they repeat', () => {
    const done: string[] = []
    const keys = [
      { keys: ['a'], label: () => '', run: () => done.push('a'), isEnabled: () => false },
      { keys: ['b'], label: () => '', run: () => done.push('b') },
      { keys: ['c'], label: () => '', run: () => done.push('c'), repeats: true as const }
    ]
    const blocked = setUp({ blocked: true })
    blocked.pageKeys.add(keys)
    blocked.press('c')
    wrapper?.unmount()
    const { press, pageKeys } = setUp()
    pageKeys.add(keys)
    for (const key of ['a', 'b', 'c']) press(key, 'p', { repeat: true })
    press('a')
    press('b')
    expect(done).toEqual(['c', 'b'])
  })

  it('with Ctrl or ⌘ and a number open the page of that number', () => {
    const { called, press } = setUp({ page: 'graph' })
    for (const key of ['1', '2', '3']) press(key, 'input', { ctrlKey: true })
    expect(called).toEqual(['choose {"page":"workbench"}', 'choose {"page":"microscope"}', 'choose {"page":"graph"}'])
  })
})
