import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, createWriteStream, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
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
})
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
  child.stderr.on('data', (text) => (stderr += String(text)))
  const said = (text: string) => until(() => stderr.includes(text))
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal }))
  )
  return { child, said, ended, stdout: () => stdout, stderr: () => stderr }
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await setTimeout(10)
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
    /** A process that takes more than half a second for its end is ended by SIGINT, which is 130 to a shell as well. */
    const asShell = ({ code, signal }: { code: number | null; signal: string | null }) => (signal === 'SIGINT' ? 130 : code)

    it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
      'saves a checkpoint on %s and exits with 130, even when the signal comes twice at once',
      async (signal) => {
        const out = join(folder(), 'out')
        const run = start([...endless, '--out', out])
        await run.said('Epoch ')
        run.child.kill(signal)
        run.child.kill(signal)
        expect(asShell(await run.ended)).toBe(130)
        expect(run.stderr()).toContain('Stopping after this step')
        expect(readdirSync(out).sort()).toEqual([
          'experiment.json',
          'history.csv',
          'summary.json',
          'weights.json',
          'weights.npz',
          'weights.safetensors'
        ])
      }
    )

    /** Starts it with a pipe in place of a file, and goes on once the pipe is read. */
    async function reading(args: (pipe: string, out: string) => string[]) {
      const home = folder()
      const path = join(home, 'pipe')
      execFileSync('mkfifo', [path])
      const run = start(args(path, join(home, 'out')))
      const pipe = createWriteStream(path)
      await once(pipe, 'open')
      pipe.write('x,y\n1,2\n')
      return { ...run, pipe, home }
    }
    it('before training begins, writes nothing and exits with 130', async () => {
      const run = await reading((pipe, out) => ['train', '--data', pipe, '--target', 'y', '--out', out])
      run.child.kill('SIGTERM')
      await run.said('Stopped. Nothing was written.')
      run.pipe.end('2,3\n')
      expect(asShell(await run.ended)).toBe(130)
      expect(readdirSync(run.home)).toEqual(['pipe'])
    })

    it.each([
      ['train', (pipe: string, out: string) => ['train', '--data', pipe, '--target', 'y', '--out', out]],
      ['data', (pipe: string) => ['data', pipe]],
      ['grad', (pipe: string) => ['grad', pipe]]
    ])('ends %s though a pipe that it reads never ends', async (_, args) => {
      const run = await reading(args)
      run.child.kill('SIGINT')
      expect(asShell(await run.ended)).toBe(130)
      expect([run.stdout(), readdirSync(run.home)]).toEqual(['', ['pipe']])
      run.pipe.destroy()
    })

    it('takes no more of its input', async () => {
      const run = start(['grad', '-'])
      await until(() => run.child.stdin.writableLength === 0)
      run.child.kill('SIGINT')
      expect(asShell(await run.ended)).toBe(130)
      expect(run.stdout()).toBe('')
    })
  })

  describeIf(signals, 'into a pipe that nobody reads, or a full device', () => {
    const shell = (line: string) => {
      const command = `"${process.execPath}" --input-type=module -e "$SCRIPT" "file://${entry}" "${dataFolder}"`
      const text = `set -o pipefail; ${line.replaceAll('BL', command)}`
      const { status, stdout, stderr } = spawnSync('bash', ['-c', text], {
        env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8', SCRIPT: script },
        encoding: 'utf8'
      })
      return { status, stdout, stderr }
    }

    it.each(['2>&1 | head -1', '2>&1 | true', '| true', '2>/dev/full', '>&-', '2>&-', '>&- 2>&-'])(
      'trains on and writes everything: %s',
      (redirection) => {
        const out = join(folder(), 'out')
        const { status, stderr } = shell(`BL train --data iris --epochs 3 --out "${out}" ${redirection}`)
        expect([status, stderr.includes('    at ')]).toEqual([0, false])
        expect(readdirSync(out)).toHaveLength(8)
      }
    )

    it('says what a full device does not take, by the exit code too', () => {
      const out = join(folder(), 'out')
      const trained = shell(`BL train --data iris --epochs 3 --out "${out}" >/dev/full`)
      expect(trained).toMatchObject({ status: 6, stderr: expect.stringContaining('Standard output cannot be written (ENOSPC)') as string })
      expect(readdirSync(out)).toHaveLength(8)
      const shown = shell('BL data iris >/dev/full')
      expect(shown).toMatchObject({ status: 2, stderr: expect.stringContaining('Standard output cannot be written (ENOSPC)') as string })
      expect(shown.stderr).not.toContain('    at ')
    })

    it.each([
      ['compressed', 'table.csv.gz'],
      ['a workbook', 'openpyxl.xlsx'],
      ['UTF-16', 'utf-16.csv'],
      ['read twice, since its end contradicts its beginning', 'comma.csv']
    ])('reads from a pipe what it reads from the file: %s', (_, name) => {
      const home = folder()
      const rows = Array.from({ length: 40_000 }, (_row, i) => `${i % 7},25;${i < 39_900 ? i % 5 : 'x'};${'ab'[i % 2]}\n`)
      writeFileSync(join(home, 'table.csv.gz'), gzipSync('x,y\n1,2\n2,3\n'))
      writeFileSync(join(home, 'utf-16.csv'), '\ufeffx,y\n1,2\n2,3\n', 'utf16le')
      writeFileSync(join(home, 'comma.csv'), `a;b;y\n${rows.join('')}`)
      cpSync(join(root, 'tests/fixtures/tables/openpyxl.xlsx'), join(home, 'openpyxl.xlsx'))
      const read = (line: string) => {
        const { status, stdout } = shell(line)
        return { status, ...(JSON.parse(stdout) as { columns: object; notes: object }) }
      }
      const { columns, notes, status } = read(`BL data --json "${join(home, name)}"`)
      expect(status).toBe(0)
      expect(read(`cat "${join(home, name)}" | BL data --json -`)).toMatchObject({ status, columns, notes })
    })

    it.each(['</dev/null', '<&-'])('says that nothing is sent to standard input: %s', (redirection) => {
      expect(shell(`BL data - ${redirection}`)).toMatchObject({ status: 3, stderr: expect.stringContaining('Nothing is sent') as string })
    })

    it('ends quietly where the reader has what it wanted', () => {
      for (const line of ['BL data digits | head -1', 'BL --help | true', 'BL graph --at x=1 -- "x" | true']) {
        const { status, stderr } = shell(line)
        expect([line, status, stderr]).toEqual([line, 0, expect.not.stringContaining('    at ')])
      }
    })
  })

  it('answers a refusal with its exit code', async () => {
    expect(await start(['train', '--data', 'iris', '--epochs', '0', '--out', 'x']).ended).toEqual({ code: 2, signal: null })
  })
})
