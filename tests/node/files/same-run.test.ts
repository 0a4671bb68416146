import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cli } from '../../support/cli'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const runs = mkdtempSync(join(tmpdir(), 'runs-'))

beforeAll(async () => {
  const train = (name: string, data: string, epochs: string, ...flags: string[]) =>
    cli(['train', '--check', 'none', '--out', join(runs, name), '--data', data, '--epochs', epochs, ...flags])
  await train('iris', 'iris', '2')
  await train('seed', 'iris', '2', '--seed', '2')
  await train('wine', 'wine', '2')
  await train('longer', 'iris', '3')
})
afterAll(() => rmSync(runs, { recursive: true }))

/** Predicts with the run on iris, of which some files are those of another run. */
async function predictMixed(other: string, names: readonly string[]) {
  const home = folder()
  cpSync(join(runs, 'iris'), home, { recursive: true })
  for (const name of names) copyFileSync(join(runs, other, name), join(home, name))
  const { code, stderr } = await cli(['predict', '--model', home, '--data', 'iris', '--out', join(folder(), 'p.csv')])
  return { code, stderr, home }
}

describe('files of two runs in one folder', () => {
  it.each(['seed', 'wine'])('are refused by the name of the file that is of the run %s', async (other) => {
    for (const name of ['experiment.json', 'summary.json']) {
      const { code, stderr, home } = await predictMixed(other, [name])
      expect([code, stderr]).toEqual([2, expect.stringContaining(`${home} holds files of two runs: `)])
      expect(stderr).toContain(name)
    }
    const weights = readdirSync(join(runs, other)).filter((name) => name.startsWith('weights.'))
    expect((await predictMixed(other, weights)).code).toBe(2)
  })

  it('are known by the number of epochs, too', async () => {
    expect((await predictMixed('longer', ['summary.json'])).code).toBe(2)
  })

  it('are not seen where all are of one', async () => {
    expect((await predictMixed('seed', readdirSync(join(runs, 'seed')))).code).toBe(0)
    const v01 = join(import.meta.dirname, '../../fixtures/v0.1/run')
    const out = join(folder(), 'p.csv')
    const { code, stderr } = await cli(['predict', '--model', v01, '--data', 'iris', '--out', out])
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('two runs')])
  })
})
