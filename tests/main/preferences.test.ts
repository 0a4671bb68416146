import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultEngineConfig } from '#shared/engine'
import { openPreferences } from '../../src/main/preferences'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()
const fileWith = (name: string, text: string) => {
  const file = join(folder(), name)
  writeFileSync(file, text)
  return file
}

describe('preferences', () => {
  it('are those of the system where there is no file', () => {
    expect(openPreferences(join(folder(), 'none.json'), 'zh-TW').current).toEqual({
      language: 'zh-CN',
      theme: 'system',
      engine: defaultEngineConfig,
      page: 'workbench',
      sidebar: { isHidden: false, width: null }
    })
    expect(openPreferences(join(folder(), 'none.json'), 'de').current.language).toBe('en')
  })

  it('come back as they were saved', async () => {
    const file = join(folder(), 'saved.json')
    const chosen = {
      language: 'en',
      theme: 'dark',
      engine: { choice: 'safe', threads: 1, arithmetic: 'fused' },
      page: 'graph',
      sidebar: { isHidden: true, width: 30 }
    } as const
    await openPreferences(file, 'zh').save(chosen)
    expect(openPreferences(file, 'zh').current).toEqual(chosen)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(chosen)
  })

  it('of a version without a choice of engine keep language and theme', () => {
    const file = fileWith('old.json', '{"language":"en","theme":"light"}')
    expect(openPreferences(file, 'zh').current).toMatchObject({ language: 'en', theme: 'light', engine: defaultEngineConfig })
  })

  it('with a page that only another version has keep all else', () => {
    const file = fileWith('newer.json', '{"language":"en","theme":"light","page":"labs"}')
    expect(openPreferences(file, 'zh').current).toMatchObject({ language: 'en', theme: 'light', page: 'workbench' })
  })

  it.each(['', '[]', '{"language":"en","theme":"light","engine":{"choice":"fastest","threads":0,"arithmetic":"strict"}}'])(
    'that cannot be read are those of the system: %s',
    (text) => {
      expect(openPreferences(fileWith('bad.json', text), 'zh').current.engine).toEqual(defaultEngineConfig)
    }
  )
})
