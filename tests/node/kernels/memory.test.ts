import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const home = mkdtempSync(join(tmpdir(), 'memory-'))
afterAll(() => rmSync(home, { recursive: true }))

describe('training the large network, 784-512-512-10 by mini-batches of 128', () => {
  it('adds less than 250 MB to the resident set, even with Adam and clipping on two threads', async () => {
    await build({
      root,
      configFile: join(root, 'vite.cli.config.ts'),
      logLevel: 'error',
      build: { ssr: join(root, 'tests/support/large-network.ts'), outDir: home, license: false }
    })
    const grown = Number(execFileSync(process.execPath, ['--expose-gc', join(home, 'index.js')], { encoding: 'utf8' }))
    console.info(`The resident set grew by ${(grown / 1e6).toFixed(0)} MB.`)
    expect(grown).toBeGreaterThan(0)
    expect(grown).toBeLessThan(250e6)
  })
})
