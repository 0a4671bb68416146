import { afterEach, describe, expect, it } from 'vitest'
import { ref } from 'vue'
import type { UiLanguage } from '#shared/contract'
import { setLanguage } from '../../../src/renderer/i18n/i18n'
import { useText } from '../../../src/renderer/i18n/useText'
import { createKeyNames } from '../../../src/renderer/keys/useKeyNames'
import '../../../src/renderer/messages'

function setUp(platform = 'linux', language: UiLanguage = 'en') {
  setLanguage(language)
  return createKeyNames({ platform, language: ref(language), t: useText().t })
}
afterEach(() => setLanguage('en'))

describe('the names of keys', () => {
  it('are those of the system', () => {
    expect(setUp().keysOf('Mod+Shift+Z')).toEqual(['Ctrl', 'Shift', 'Z'])
    expect(setUp('darwin').keysOf('Mod+Shift+Z')).toEqual(['⌘', '⇧', 'Z'])
    expect(setUp().keysOf('ArrowRight')).toEqual(['→'])
  })

  it('tell the plus between keys from the key', () => {
    expect(setUp().keysOf('Mod++')).toEqual(['Ctrl', '+'])
  })

  it('are in the language of the window', () => {
    expect(setUp('linux', 'zh-CN').keysOf(' ')).toEqual(['空格'])
  })
})

describe('the title of a button', () => {
  it('is the name of its command with the first of its keys', () => {
    expect(setUp().titleOf('redo')).toBe('Redo settings change (Ctrl+Shift+Z)')
    expect(setUp('darwin').titleOf('redo')).toBe('Redo settings change (⌘⇧Z)')
    expect(setUp('linux', 'zh-CN').titleOf('undo')).toBe('撤销设置更改（Ctrl+Z）')
  })

  it('may say more than the menu does', () => {
    expect(setUp().titleOf('run', 'Train to the last epoch')).toBe('Train to the last epoch (Space)')
  })

  it('is the name alone for a command without keys', () => {
    expect(setUp().titleOf('openSettingsFile')).toBe('Open settings')
  })
})
