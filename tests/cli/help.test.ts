import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultSettings, texts } from '#core'
import { flagNames, flags } from '../../src/cli/flags'
import { displayWidth } from '../../src/cli/display'
import { helpText } from '../../src/cli/help'
import { cli } from '../support/cli'

describe.each(['en', 'zh'] as const)('--help in %s', (language) => {
  const text = helpText(language)

  it.each(flagNames)('lists --%s with its help and its default', (name) => {
    const { help, default: preset } = flags[name]
    const shown = typeof preset === 'string' || preset === null ? preset : preset[language]
    const flat = text.replace(/\s+/g, '')
    expect(text).toMatch(new RegExp(`^  --${name}( |$)`, 'm'))
    expect(flat).toContain(help[language].replaceAll(' ', ''))
    if (shown !== null) expect(flat).toContain(`${language === 'zh' ? '默认：' : 'default:'}${shown.replaceAll(' ', '')}]`)
  })

  it('fits in a terminal of 120 columns', () => {
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(120)
  })
})

describe('--help', () => {
  it('goes to stdout with exit code 0, whatever else is asked for', async () => {
    expect(await cli(['--help'])).toEqual({ code: 0, stdout: helpText('en'), stderr: '' })
    expect(await cli(['train', '--epochs', '0', '--frob', '--help', '--lang', 'zh'])).toEqual({
      code: 0,
      stdout: helpText('zh'),
      stderr: ''
    })
  })

  it('states the defaults that the engine has', () => {
    expect(flags['learning-rate'].default).toBe(String(defaultSettings.learningRate))
    expect(flags['batch-size'].default).toBe(String(defaultSettings.batchSize))
    expect(flags.epochs.default).toBe(String(defaultSettings.epochs))
  })
})

describe('--version', () => {
  it("is the manifest's", async () => {
    const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }
    expect(await cli(['--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' })
  })
})

describe('the language', () => {
  const chinese = texts['flag.no-command'].zh.slice(0, 5)
  const english = texts['flag.no-command'].en.slice(0, 5)

  it.each<[Record<string, string>, string]>([
    [{ LANG: 'zh_CN.UTF-8' }, chinese],
    [{ LANG: 'de_DE.UTF-8' }, english],
    [{ LANG: 'C.UTF-8' }, english],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_TW' }, chinese],
    [{ LC_MESSAGES: 'zh_CN', LC_ALL: 'en_GB' }, english],
    [{ LANG: 'zh_CN', LC_ALL: '' }, chinese]
  ])('follows %o', async (env, start) => {
    expect((await cli([], { env })).stderr.startsWith(start)).toBe(true)
  })

  it('is that of --lang, wherever it stands', async () => {
    expect((await cli(['--lang', 'zh'])).stderr.startsWith(chinese)).toBe(true)
    expect((await cli(['train', '--frob', '--lang=zh'])).stderr).toContain('没有参数 --frob')
    expect((await cli(['--lang', 'en'], { env: { LANG: 'zh_CN' } })).stderr.startsWith(english)).toBe(true)
  })
})
