import { describe, expect, test } from 'vitest'
import { hasDisplay, sandboxArguments } from '../../scripts/lib/display.mjs'

describe('whether there is a display', () => {
  test.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['freebsd', {}, false],
    ['darwin', {}, true],
    ['win32', {}, true]
  ])('%s with %o: %s', (platform, env, expected) => {
    expect(hasDisplay(platform, env)).toBe(expected)
  })
})

describe('the sandbox', () => {
  test.each([
    [{ platform: 'linux', uid: 1000, env: {} }, []],
    [{ platform: 'linux', uid: 1000, env: { CI: 'false' } }, []],
    [{ platform: 'linux', uid: 0, env: {} }, ['--no-sandbox']],
    [{ platform: 'linux', uid: 1000, env: { CI: 'true' } }, ['--no-sandbox']],
    [{ platform: 'darwin', uid: 0, env: { CI: 'true' } }, []],
    [{ platform: 'win32', uid: undefined, env: { CI: 'true' } }, []]
  ])('is switched off only as root or in CI on Linux: %o', (machine, expected) => {
    expect(sandboxArguments(machine)).toEqual(expected)
  })
})
