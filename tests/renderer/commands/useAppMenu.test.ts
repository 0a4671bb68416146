import { afterEach, describe, expect, it, vi } from 'vitest'
import { computed, effectScope, type EffectScope } from 'vue'
import { menuActions, type MenuAction } from '#shared/shell'
import { useAppMenu, type AppMenuOptions } from '../../../src/renderer/commands/useAppMenu'

// @vitest-environment happy-dom

let scope: EffectScope | null = null
afterEach(() => scope?.stop())

/** Everything a choice could call, under the name of what is called. */
function setUp(blocked = false) {
  const called: string[] = []
  const spy = (name: string) =>
    vi.fn((...args: unknown[]) => {
      called.push([name, ...args.map((arg) => JSON.stringify(arg))].join(' '))
      return Promise.resolve()
    })
  let choose: (chosen: { action: MenuAction }) => void = () => {}
  let openRecent: (grant: { grant: string; name: string }) => void = () => {}
  const spies = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, spy(name)]))
  const yes = computed(() => true)
  const options = {
    shell: {
      ...spies(['openSettingsFile', 'saveSettings', 'openClassSettings', 'openWeights', 'print', 'openAbout', 'zoom']),
      onMenu: (listener: typeof choose) => ((choose = listener), () => {}),
      onRecent: (listener: typeof openRecent) => ((openRecent = listener), () => {})
    },
    files: spies(['openFile', 'paste', 'exportWeights', 'exportHistory', 'exportCheck', 'openGrant']),
    run: { ...spies(['main', 'step', 'rewind', 'newSeed']), canStep: yes, canRewind: yes, canReseed: yes },
    preferences: spies(['choose']),
    openSettings: spy('openSettings'),
    openShortcuts: spy('openShortcuts'),
    isBlocked: () => blocked
  } as unknown as AppMenuOptions
  scope = effectScope()
  scope.run(() => useAppMenu(options))
  return { called, choose: (action: MenuAction) => choose({ action }), openRecent: (name: string) => openRecent({ grant: 'g', name }) }
}

const press = (key: string, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, ctrlKey: true, cancelable: true, ...more })
  window.dispatchEvent(event)
  return event.defaultPrevented
}

describe('the menu', () => {
  it.each(menuActions)('has the window do one thing: %s', (action) => {
    const { called, choose } = setUp()
    choose(action)
    expect(called).toHaveLength(1)
  })

  it('does nothing behind a dialog but change how things look', () => {
    const { called, choose, openRecent } = setUp(true)
    menuActions.forEach(choose)
    openRecent('a.csv')
    expect(called.every((call) => call.startsWith('choose '))).toBe(true)
    expect(called).toHaveLength(5)
  })

  it('opens a recent table by its grant', () => {
    const { called, openRecent } = setUp()
    openRecent('a.csv')
    expect(called).toEqual(['openGrant {"grant":"g","name":"a.csv"}'])
  })
})

describe('the keys', () => {
  it('make everything larger, smaller and as it was, behind a dialog too', () => {
    const { called } = setUp(true)
    expect(['+', '=', '-', '0'].map((key) => press(key))).toEqual([true, true, true, true])
    expect(called).toEqual(['zoom "in"', 'zoom "in"', 'zoom "out"', 'zoom "reset"'])
  })

  it('print, but not behind a dialog', () => {
    const { called } = setUp()
    expect(press('p')).toBe(true)
    expect(press('p', { ctrlKey: false })).toBe(false)
    expect(called).toEqual(['print'])
    scope?.stop()
    setUp(true)
    expect(press('p')).toBe(false)
  })
})
