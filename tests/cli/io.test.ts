import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { completeIo } from '../../src/cli/io'
import { onSignals } from '../../src/cli/signals'

describe('completeIo', () => {
  it('finds the samples from where the module lies', () => {
    const io = completeIo({})
    expect(io.dataFolder).toBe(join(import.meta.dirname, '../../data'))
    expect(io.onInterrupt).toBe(onSignals)
  })

  it('prefers what it is given', () => {
    const stdout = { write: vi.fn() }
    const io = completeIo({ dataFolder: 'x', now: () => 3, stdout })
    expect([io.dataFolder, io.now(), io.stdout]).toEqual(['x', 3, stdout])
  })
})
