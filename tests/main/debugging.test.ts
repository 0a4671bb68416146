import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { debuggingProblem, isDebuggable } from '../../src/main/debugging'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()

function commandLine(...given: string[]) {
  const switches = new Set(given)
  return { switches, hasSwitch: (name: string) => switches.has(name), removeSwitch: (name: string) => void switches.delete(name) }
}

describe('a package', () => {
  it.each([
    'remote-debugging-port',
    'remote-debugging-pipe',
    'inspect',
    'inspect-brk',
    'js-flags',
    'load-extension',
    'disable-web-security',
    'renderer-cmd-prefix'
  ])('does not start with --%s, which is taken back before it has an effect', (name) => {
    const line = commandLine('no-sandbox', name)
    expect(debuggingProblem(line)).toMatchObject({ code: 'flag.debugging', details: { flag: `--${name}` } })
    expect([...line.switches]).toEqual(['no-sandbox'])
  })

  it('starts with the switches of a folder, a display and a sandbox', () => {
    const line = commandLine('user-data-dir', 'ozone-platform', 'disable-gpu', 'no-sandbox', 'log-level', 'lang')
    expect(debuggingProblem(line)).toBeNull()
    expect(line.switches.size).toBe(6)
  })

  it('can be driven by tests only where it was built for them', () => {
    const app = folder()
    const write = (content: object) => writeFileSync(join(app, 'package.json'), JSON.stringify(content))
    write({ name: 'backprop-lab' })
    expect(isDebuggable(app)).toBe(false)
    write({ debuggable: 'true' })
    expect(isDebuggable(app)).toBe(false)
    write({ debuggable: true })
    expect(isDebuggable(app)).toBe(true)
  })
})
