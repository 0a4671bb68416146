import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { weightsDigest } from '../support/weights-digest'
import { runCommand } from './support/command-line'
import { useFolder } from './support/folders'
import { electronPath, root } from './support/launch'

/** Trains by the checkout's command line in plain Node, or in Electron's Node and V8; answers one SHA-256 of the weights. */
async function weightsFrom(program: string, folder: string, args: readonly string[]): Promise<string> {
  const command = [path.join(root, 'bin', 'backprop-lab.js'), 'train', ...args, '--out', folder]
  const { code, stderr } = await runCommand(program, command, { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } })
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
  const { tier } = JSON.parse(fs.readFileSync(path.join(folder, 'summary.json'), 'utf8')) as { tier: string }
  // A tier that failed its self-test would have another one compared with itself.
  expect(tier).toBe(args[args.indexOf('--engine') + 1])
  return weightsDigest(path.join(folder, 'weights.safetensors'))
}

describe('one training run, strict', () => {
  const folder = useFolder()
  const hosts = { node: process.execPath, electron: electronPath }
  const line = [
    '--data',
    'wine',
    '--hidden',
    '33,17',
    '--activation',
    'gelu,tanh',
    '--dropout',
    '0.2',
    '--optimizer',
    'adam',
    '--epochs',
    '8'
  ]

  it.each(['f32', 'f64'])(
    'has one SHA-256 of its weights in Node and Electron, with V8’s flags for speed and without, in %s',
    async (precision) => {
      // In float32 the plain engine takes the sums of products in float64.
      const engines = precision === 'f64' ? ['fast', 'safe', 'plain'] : ['fast', 'safe']
      const hashes: Record<string, string> = {}
      for (const [host, program] of Object.entries(hosts)) {
        for (const engine of engines) {
          const name = `${precision} ${engine} ${host}`
          hashes[name] = await weightsFrom(program, path.join(folder, name), [...line, '--precision', precision, '--engine', engine])
        }
      }
      expect(new Set(Object.values(hashes)).size, JSON.stringify(hashes, null, 2)).toBe(1)
    }
  )
})
