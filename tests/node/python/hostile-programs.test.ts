import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { describeIf } from '../../support/conditions'
import { temporaryFolders } from '../../support/folders'
import { crashingPrograms, endingPrograms, hostilePrograms } from '../../support/hostile-programs'
import { pythonForTests, pythonRuntime } from '../../support/python-inside'

const folders = temporaryFolders()

/** Limits of a run, in seconds. */
const [SHORT, LONG] = [2, 60]

/** So many programs are tried in one test. */
const PART = 30

describeIf(pythonRuntime, 'a hostile program', () => {
  /** A program that never ends has a short time for it; any answer has as long as a busy machine needs. */
  const limits = { seconds: SHORT, memory: 256 }
  const python = pythonForTests(limits)
  const words = 'nobody outside may read this'
  let connections = 0
  const server = createServer((socket) => {
    connections++
    socket.destroy()
  })
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => new Promise((resolve) => server.close(resolve)))
  afterEach(() => vi.unstubAllEnvs())

  async function attempt(program: string, folder: string) {
    const replaced = program
      .replaceAll('SECRET', join(folder, 'secret.txt'))
      .replaceAll('CANARY', join(folder, 'canary'))
      .replaceAll('FOLDER', folder)
      .replaceAll('PORT', String((server.address() as AddressInfo).port))
    let text = ''
    limits.seconds = SHORT
    const run = await python.run('plain', { source: replaced }, (piece) => (text += piece))
    return { run, seen: text + JSON.stringify(run) }
  }

  async function answers() {
    let text = ''
    limits.seconds = LONG
    await python.run('plain', { source: 'import numpy as np\nprint(int(np.float64(6) * 7))' }, (piece) => (text += piece))
    return text
  }

  function secretFolder(): string {
    const folder = join(folders(), 'machine')
    mkdirSync(folder)
    writeFileSync(join(folder, 'secret.txt'), words)
    vi.stubEnv('BACKPROP_CANARY', words)
    return folder
  }

  const all = [...hostilePrograms, ...crashingPrograms]
  const parts = Array.from({ length: Math.ceil(all.length / PART) }, (_, part) => all.slice(part * PART, (part + 1) * PART))

  it('is one of more than two hundred', () => {
    expect(all.length + endingPrograms.length).toBeGreaterThanOrEqual(200)
  })

  it.each(parts)('gets at nothing outside, and Python answers after it: %j and others', async (...programs) => {
    const folder = secretFolder()
    const broken: string[] = []
    for (const program of programs) {
      const { run, seen } = await attempt(program, folder)
      if (seen.includes(words) || !['done', 'died', 'time'].includes(run.ended)) broken.push(program)
      if ((await answers()) !== '42\n') broken.push(`after: ${program}`)
    }
    expect(broken).toEqual([])
    expect(readdirSync(folder)).toEqual(['secret.txt'])
    expect(readFileSync(join(folder, 'secret.txt'), 'utf8')).toBe(words)
    expect(connections).toBe(0)
  })

  it.each(endingPrograms)('is ended, and Python starts anew: %s', async (program) => {
    const { run, seen } = await attempt(program, secretFolder())
    expect(run.ended === 'done' ? seen : run.ended).toMatch(/^(time|died)$|MemoryError|RecursionError/)
    expect(await answers()).toBe('42\n')
  })
})
