import { describe, expect, it } from 'vitest'
import { v8Flags } from '../../../src/node/kernels/v8-flags'

const linux = { platform: 'linux', arch: 'x64', isElectron: false }
const pair = '--experimental-wasm-revectorize'

describe('the flags of V8', () => {
  it.each([
    ['Node 20', { ...linux, version: '11.3.244.8-node.30' }, ['--experimental-wasm-relaxed-simd'], []],
    ['Node 22', { ...linux, version: '12.4.254.21-node.33' }, [], []],
    ['Node 24', { ...linux, version: '13.6.233.17-node.41' }, [], [pair]],
    ['Node 26', { ...linux, version: '14.6.202.34-node.40' }, [], [pair]],
    ['Node 24 on arm64', { ...linux, arch: 'arm64', version: '13.6.233.17-node.41' }, [], []],
    ['Node 24 on a Mac', { ...linux, platform: 'darwin', version: '13.6.233.17-node.41' }, [], []],
    [
      'Electron 33',
      { ...linux, isElectron: true, version: '13.0.245.18-electron.0' },
      [],
      ['--no-wasm-bounds-checks', pair, '--turboshaft-wasm']
    ],
    ['Electron with Chromium 156', { ...linux, isElectron: true, version: '15.6.1-electron.0' }, [], ['--no-wasm-bounds-checks']]
  ])('are those that it knows and gains from: %s', (_, host, relaxedSimd, fast) => {
    expect(v8Flags(host)).toMatchObject({ relaxedSimd, fast, canPair: fast.some((flag) => flag === pair) })
  })

  it('are taken back for the safe tier where they change what is checked or paired', () => {
    const { safe } = v8Flags({ ...linux, isElectron: true, version: '13.0.245.18-electron.0' })
    expect(safe).toEqual(['--wasm-bounds-checks', '--no-experimental-wasm-revectorize', '--turboshaft-wasm'])
  })
})
