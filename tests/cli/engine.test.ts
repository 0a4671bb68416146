import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cli } from '../support/cli'
import { temporaryFolders } from '../support/folders'
import { weightsDigest } from '../support/weights-digest'

const folder = temporaryFolders()

describe('train, on whatever engine', () => {
  it('says that --arithmetic has no effect any more, and refuses a value it never had', async () => {
    const line = ['train', '--data', 'iris', '--epochs', '1', '--check', 'none']
    for (const arithmetic of ['strict', 'fused']) {
      const { code, stderr } = await cli([...line, '--arithmetic', arithmetic, '--out', join(folder(), 'out')])
      expect(code).toBe(0)
      expect(stderr).toContain('--arithmetic has no effect any more')
    }
    expect((await cli([...line, '--out', join(folder(), 'out')])).stderr).not.toContain('--arithmetic')
    expect((await cli([...line, '--arithmetic', 'loose', '--out', join(folder(), 'out')])).code).toBe(2)
  })

  it('refuses a network of more memory than there can be, with the bytes and code 2, and leaves no trace', async () => {
    const home = folder()
    const hidden = Array<number>(12).fill(4096).join(',')
    const args = ['train', '--data', 'iris', '--hidden', hidden, '--optimizer', 'adam', '--out', join(home, 'out')]
    const { code, stdout, stderr } = await cli(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/needs 44\d{8} bytes of memory, .* the kernels can address 4294967296\. Use fewer or narrower layers/)
    expect((await cli([...args, '--lang', 'zh'])).stderr).toMatch(/44\d{8} 字节内存/)
    expect(readdirSync(home)).toEqual([])
  })

  it.each(['f32', 'f64'])('leads twenty runs to one SHA-256 of the weights, on every engine, in %s', async (precision) => {
    const line = [
      'train',
      '--data',
      'wine',
      '--hidden',
      '33,17',
      '--optimizer',
      'adam',
      '--dropout',
      '0.2',
      '--epochs',
      '3',
      '--precision',
      precision
    ]
    const engines = [
      ['auto', 'auto'],
      ['fast', '2'],
      ['safe', '1'],
      ['emulated', '1'],
      ['plain', '1']
    ]
    const hashes = new Set<string>()
    for (let run = 0; run < 20; run++) {
      const [engine, threads] = engines[run % engines.length]
      const out = join(folder(), `${run}`)
      expect((await cli([...line, '--engine', engine, '--threads', threads, '--out', out])).code).toBe(0)
      hashes.add(weightsDigest(join(out, 'weights.safetensors')))
    }
    expect(hashes.size).toBe(1)
  })
})
