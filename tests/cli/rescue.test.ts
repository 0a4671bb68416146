import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { cli } from '../support/cli'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()
let home = ''

beforeEach(() => {
  home = folder()
  vi.stubEnv('HOME', home)
  vi.stubEnv('USERPROFILE', home)
})
afterEach(() => vi.unstubAllEnvs())

const wholeRun = ['experiment.json', 'history.csv', 'predictions.csv', 'summary.json', 'weights.json', 'weights.npz', 'weights.safetensors']

/** Trains into a folder that is taken away meanwhile: a file is in its place once training has begun. */
async function trainInto(out: string, ...flags: string[]) {
  let calls = 0
  const now = () => {
    if (calls++ === 3) {
      rmSync(out, { recursive: true, force: true })
      writeFileSync(out, 'in the way')
    }
    return calls
  }
  return cli(['train', '--data', 'iris', '--epochs', '3', ...flags, '--out', out], { now })
}

it('what was trained is saved elsewhere, with a sentence and an exit code of its own', async () => {
  const { code, stdout, stderr } = await trainInto(join(folder(), 'run'))
  const [rescue] = readdirSync(join(home, 'backprop-lab-results'))
  const place = join(home, 'backprop-lab-results', rescue)
  expect(code, stderr).toBe(6)
  expect(stderr).toContain(`the results are in ${place}`)
  expect(stdout.trim().split('\n').at(-1)).toBe(join(place, 'weights.safetensors'))
  expect(readdirSync(place)).toEqual(expect.arrayContaining(wholeRun))
})

it('also where the folder vanishes', async () => {
  const out = join(folder(), 'a', 'out')
  const now = () => {
    rmSync(out, { recursive: true, force: true })
    return 0
  }
  const { code, stderr } = await cli(['train', '--data', 'iris', '--epochs', '2', '--out', out], { now })
  expect(code).toBe(6)
  expect(stderr).toContain('cannot be written: its folder does not exist')
})

it('so are the folds, all in one place', async () => {
  const out = join(folder(), 'folds')
  const { code, stderr } = await trainInto(out, '--folds', '2', '--check', 'none')
  expect(code, stderr).toBe(6)
  const [place, ...others] = readdirSync(join(home, 'backprop-lab-results'))
  expect(others).toEqual([])
  const names = readdirSync(join(home, 'backprop-lab-results', place), { recursive: true })
  expect(names).toEqual(expect.arrayContaining(['folds.csv', 'summary.json', join('fold-1', 'weights.npz'), join('fold-2', 'weights.npz')]))
})

it('a diverged run keeps its exit code', async () => {
  const { code, stderr } = await trainInto(join(folder(), 'run'), '--activation', 'relu', '--learning-rate', '1e200')
  expect([code, existsSync(join(home, 'backprop-lab-results'))], stderr).toEqual([4, true])
})
