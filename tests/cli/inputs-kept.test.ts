import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cli } from '../support/cli'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()

/** A run with its rows saved, and a table of its own. */
async function trained(): Promise<string> {
  const out = folder()
  const { code, stderr } = await cli(['train', '--data', 'iris', '--epochs', '1', '--save-rows', '--out', out])
  expect(code, stderr).toBe(0)
  return out
}

it.each([
  [
    'train on the rows of the run that is replaced',
    'rows/train.csv',
    (run: string) => ['train', '--data', join(run, 'rows/train.csv'), '--target', 'species', '--out', run]
  ],
  [
    'train on the predictions of the run that is replaced',
    'predictions.csv',
    (run: string) => ['train', '--data', join(run, 'predictions.csv'), '--target', 'truth', '--out', run]
  ],
  [
    'train in folds over a table of an earlier fold',
    'fold-2/predictions.csv',
    (run: string) => ['train', '--data', join(run, 'fold-2/predictions.csv'), '--target', 'truth', '--folds', '3', '--out', run]
  ],
  [
    'repeat a run into its own folder',
    'experiment.json',
    (run: string) => ['train', '--repeat', join(run, 'experiment.json'), '--out', run]
  ],
  [
    'predict into the table',
    'mine.csv',
    (run: string) => ['predict', '--model', run, '--data', join(run, 'mine.csv'), '--out', join(run, 'mine.csv')]
  ],
  [
    'predict into the weights',
    'weights.json',
    (run: string) => ['predict', '--model', join(run, 'weights.json'), '--data', 'iris', '--out', join(run, 'weights.json')]
  ],
  [
    'predict into the weights of a folder',
    'weights.npz',
    (run: string) => ['predict', '--model', run, '--data', 'iris', '--out', join(run, 'weights.npz')]
  ]
] as const)('does not %s', async (_, file, argv) => {
  const run = await trained()
  mkdirSync(join(run, 'fold-2'))
  copyFileSync(join(run, 'predictions.csv'), join(run, 'fold-2/predictions.csv'))
  writeFileSync(join(run, 'mine.csv'), readFileSync('data/iris.csv'))
  const before = readFileSync(join(run, file))
  const { code, stderr } = await cli(argv(run))
  expect([code, stderr]).toEqual([2, expect.stringContaining(file.split('/').at(-1) ?? '')])
  expect(readFileSync(join(run, file))).toEqual(before)
})
