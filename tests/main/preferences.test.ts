import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
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
  it('are those of the system where there is no file', async () => {
    expect(await openPreferences(join(folder(), 'none.json'), 'zh-TW')).toMatchObject({ problem: null })
    expect((await openPreferences(join(folder(), 'none.json'), 'zh-TW')).current).toEqual({
      language: 'zh-CN',
      theme: 'system',
      engine: defaultEngineConfig,
      page: 'workbench',
      sidebar: { isHidden: false, width: null }
    })
    expect((await openPreferences(join(folder(), 'none.json'), 'de')).current.language).toBe('en')
  })

  it('come back as they were saved', async () => {
    const file = join(folder(), 'saved.json')
    const chosen = {
      language: 'en',
      theme: 'dark',
      engine: { choice: 'safe', threads: 1 },
      page: 'graph',
      sidebar: { isHidden: true, width: 30 }
    } as const
    await (await openPreferences(file, 'zh')).save(chosen)
    expect((await openPreferences(file, 'zh')).current).toEqual(chosen)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(chosen)
  })

  it('of a version with two arithmetics keep the rest of the engine', async () => {
    const file = fileWith('two.json', '{"language":"en","theme":"light","engine":{"choice":"safe","threads":2,"arithmetic":"fused"}}')
    const preferences = await openPreferences(file, 'zh')
    expect([preferences.current.engine, preferences.problem]).toEqual([{ choice: 'safe', threads: 2 }, null])
  })

  it('of a version without a choice of engine keep language and theme', async () => {
    const file = fileWith('old.json', '{"language":"en","theme":"light"}')
    expect((await openPreferences(file, 'zh')).current).toMatchObject({ language: 'en', theme: 'light', engine: defaultEngineConfig })
  })

  it('with a page that only another version has keep all else', async () => {
    const file = fileWith('newer.json', '{"language":"en","theme":"light","page":"projects"}')
    expect((await openPreferences(file, 'zh')).current).toMatchObject({ language: 'en', theme: 'light', page: 'workbench' })
  })

  it.each(['', '[]', '{"language":"en","theme":"light","engine":{"choice":"fastest","threads":0,"arithmetic":"strict"}}'])(
    'that cannot be read are those of the system, and the file is kept: %s',
    async (text) => {
      const file = fileWith('bad.json', text)
      const preferences = await openPreferences(file, 'zh')
      expect(preferences.current.engine).toEqual(defaultEngineConfig)
      const path = join(dirname(file), 'unreadable-bad')
      expect(preferences.problem).toMatchObject({
        why: { code: expect.stringMatching(/^format\./) as string },
        kept: { code: 'file.set-aside', details: { path } }
      })
      await preferences.save(preferences.current)
      expect(readFileSync(join(path, 'bad.json'), 'utf8')).toBe(text)
      expect((await openPreferences(file, 'zh')).problem).toBeNull()
    }
  )
})
