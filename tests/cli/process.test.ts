import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeIf, signals } from '../support/conditions'
import { temporaryFolders } from '../support/folders'
import { cli, dataFolder } from '../support/cli'

/** The command line as users run it: the built bundle in a process of its own. */
const root = join(import.meta.dirname, '../..')
const home = mkdtempSync(join(tmpdir(), 'cli-'))
const entry = join(home, 'cli', 'index.js')
const folder = temporaryFolders()

beforeAll(async () => {
  await build({
    root,
    configFile: join(root, 'vite.cli.config.ts'),
    logLevel: 'error',
    build: { outDir: join(home, 'cli'), emptyOutDir: true }
  })
}, 60_000)
afterAll(() => rmSync(home, { recursive: true }))

const script = `
  const { main } = await import(process.argv[1])
  process.exitCode = await main(process.argv.slice(3), { dataFolder: process.argv[2] })`

function start(args: readonly string[]) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, `file://${entry}`, dataFolder, ...args], {
    env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8' }
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (text) => (stdout += String(text)))
  const said = (text: string) =>
    new Promise<void>((resolve) => {
      child.stderr.on('data', (chunk) => {
        stderr += String(chunk)
        if (stderr.includes(text)) resolve()
      })
    })
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal }))
  )
  return { child, said, ended, stdout: () => stdout, stderr: () => stderr }
}

/** Much longer than any test waits, with steps that take long enough for a line of progress now and then. */
const endless = ['train', '--data', 'digits', '--epochs', '1000000', '--hidden', '64']

describe('the built command line', () => {
  it('writes what it writes when it is called from a program, byte for byte', async () => {
    const args = (out: string) => ['train', '--data', 'penguins', '--epochs', '4', '--out', out]
    const [inside, outside] = [join(folder(), 'a'), join(folder(), 'b')]
    await cli(args(inside))
    const run = start(args(outside))
    expect(await run.ended).toEqual({ code: 0, signal: null })
    expect(run.stdout().trimEnd().split('\n').at(-1)).toBe(join(outside, 'weights.safetensors'))
    for (const name of readdirSync(inside).filter((file) => file !== 'summary.json')) {
      expect(readFileSync(join(outside, name)).equals(readFileSync(join(inside, name))), name).toBe(true)
    }
  })

  describeIf(signals, 'stopped by a signal', () => {
    it.each(['SIGINT', 'SIGTERM'] as const)(
      'saves a checkpoint on %s and exits with 130, even when the signal comes twice at once',
      async (signal) => {
        const out = join(folder(), 'out')
        const run = start([...endless, '--out', out])
        await run.said('Epoch ')
        run.child.kill(signal)
        run.child.kill(signal)
        expect(await run.ended).toEqual({ code: 130, signal: null })
        expect(run.stderr()).toContain('Stopping after this step')
        expect(readdirSync(out).sort()).toEqual([
          'experiment.json',
          'history.csv',
          'summary.json',
          'weights.json',
          'weights.npz',
          'weights.safetensors'
        ])
      },
      60_000
    )
  })

  it('answers a refusal with its exit code', async () => {
    expect(await start(['train', '--data', 'iris', '--epochs', '0', '--out', 'x']).ended).toEqual({ code: 2, signal: null })
  })
})
