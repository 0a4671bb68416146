import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

/** V8's answer to a flag in these tests. */
const setFlag = vi.fn<(flag: string) => void>()

const { versions } = process
beforeAll(async () => {
  // Before V8 12 the kernels need this one of all processes.
  const { setFlagsFromString } = await vi.importActual<typeof import('node:v8')>('node:v8')
  if (Number.parseInt(versions.v8) < 12) setFlagsFromString('--experimental-wasm-relaxed-simd')
  vi.doMock('node:v8', () => ({ setFlagsFromString: setFlag }))
  Object.defineProperty(process, 'versions', {
    configurable: true,
    value: { ...versions, electron: '33.0.0', v8: '13.0.245.18-electron.0' }
  })
})
afterAll(() => {
  vi.doUnmock('node:v8')
  // Test files share modules: those that follow load theirs with the real one.
  vi.resetModules()
  Object.defineProperty(process, 'versions', { configurable: true, value: versions })
})

/** The engine of a new Electron process. */
async function engineOf(choice: 'auto' | 'fast' | 'safe') {
  vi.resetModules()
  const { startBackend } = await import('../../../src/node/kernels/start-backend')
  return startBackend({ choice, threads: 1 })
}

beforeEach(() => void setFlag.mockReset())

// Each test starts two engines anew, with their self-tests.
describe('V8’s flags in Electron', () => {
  it('are set for the fast engine, and taken back for the safe one', async () => {
    expect(await engineOf('auto')).toMatchObject({ tier: 'fast', notes: [] })
    expect(setFlag.mock.calls.flat()).toContain('--no-wasm-bounds-checks')
    setFlag.mockReset()
    expect(await engineOf('safe')).toMatchObject({ tier: 'safe', notes: [] })
    expect(setFlag.mock.calls.flat()).toContain('--wasm-bounds-checks')
    expect(setFlag.mock.calls.flat()).not.toContain('--no-wasm-bounds-checks')
  })

  it('that are refused leave the safe engine, with the reason', async () => {
    setFlag.mockImplementation((flag) => {
      throw new Error(`flags are frozen: ${flag}`)
    })
    const { tier, notes } = await engineOf('auto')
    expect(tier).toBe('safe')
    expect(notes).toEqual([{ code: 'note.engine-missing', details: { tier: 'fast', reason: 'flags are frozen: --no-wasm-bounds-checks' } }])
    expect(await engineOf('safe')).toMatchObject({ tier: 'safe', notes: [] })
  })

  it('that are refused in part take nothing from the safe engine either', async () => {
    setFlag.mockImplementation((flag) => {
      if (flag.includes('revectorize')) throw new Error('unknown flag')
    })
    expect(await engineOf('fast')).toMatchObject({
      tier: 'safe',
      notes: [{ code: 'note.engine-missing', details: { tier: 'fast', reason: 'unknown flag' } }]
    })
    // What was set before the refusal is taken back.
    expect(setFlag.mock.calls.flat().at(-1)).not.toBe('--no-wasm-bounds-checks')
    expect(setFlag.mock.calls.flat()).toContain('--wasm-bounds-checks')
  })
})
