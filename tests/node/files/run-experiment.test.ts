import { copyFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadExperiment } from '../../../src/node/files/run-experiment'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const fixture = resolve(import.meta.dirname, '../../fixtures/v0.1/run/experiment.json')

describe('the experiment of a run', () => {
  it('is read from the run’s folder, or from that of its weights', async () => {
    const run = folder()
    copyFileSync(fixture, join(run, 'experiment.json'))
    const read = await loadExperiment(run)
    expect(read.settings.epochs).toBeGreaterThan(0)
    expect(await loadExperiment(join(run, 'weights.npz'))).toEqual(read)
  })

  it('is missed by name', async () => {
    const run = folder()
    await expect(loadExperiment(run)).rejects.toMatchObject({ code: 'flag.no-experiment', details: { path: run } })
  })

  it('is refused when it is something else', async () => {
    const run = folder()
    writeFileSync(join(run, 'experiment.json'), '{"format":"other"}')
    await expect(loadExperiment(run)).rejects.toMatchObject({ code: 'format.field' })
  })
})
