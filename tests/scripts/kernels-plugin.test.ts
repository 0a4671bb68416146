import { emulated, fused } from 'virtual:kernels'
import { describe, expect, it } from 'vitest'

describe('the compiled kernels', () => {
  it('are a module that works in a memory handed to it', () => {
    const module = new WebAssembly.Module(emulated)
    expect(WebAssembly.Module.imports(module).filter(({ kind }) => kind === 'memory')).toHaveLength(1)
    expect(WebAssembly.Module.exports(module).length).toBeGreaterThan(0)
  })

  it('come in two builds', () => {
    expect(Buffer.from(fused).equals(emulated)).toBe(false)
  })
})
