import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkGradients, createTrainer, prepare, suggestSettings } from '#core'
import { loadSample } from '../../../src/node/files/data-file'
import { writeRun, type Outcome, type Run } from '../../../src/node/files/run-files'
import { dataFolder } from '../../support/cli'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const read = (...path: string[]) => readFileSync(join(...path), 'utf8')

async function trainedRun(): Promise<Run & { outcome: Extract<Outcome, { kind: 'finished' }> }> {
  const data = await loadSample('iris', dataFolder)
  const settings = { ...suggestSettings(data.table), epochs: 2 }
  const prepared = prepare(data.table, settings)
  const trainer = createTrainer(prepared, settings)
  trainer.trainEpoch()
  trainer.trainEpoch()
  const { network, live, parameters } = trainer
  const check = checkGradients({ network, parameters, objective: live.objective, batch: trainer.firstBatch() })
  return {
    data,
    settings,
    prepared,
    build: { app: '0.0.0', engine: 'plain' },
    step: trainer.step,
    history: trainer.history.slice(),
    changes: [],
    seconds: 1,
    outcome: { kind: 'finished', parameters, check },
    findings: []
  }
}

describe('writeRun', () => {
  it('leaves other files in the folder alone', async () => {
    const home = folder()
    writeFileSync(join(home, 'weights.txt'), 'mine')
    await writeRun(home, await trainedRun())
    expect(readFileSync(join(home, 'weights.txt'), 'utf8')).toBe('mine')
    expect(readdirSync(home)).toHaveLength(9)
  })

  it('leaves an earlier run as it was where there is a folder in the way', async () => {
    const run = await trainedRun()
    const blocked = folder()
    await writeRun(blocked, { ...run, outcome: { ...run.outcome, kind: 'interrupted' } })
    mkdirSync(join(blocked, 'predictions.csv'))
    const before = read(blocked, 'summary.json')
    await expect(writeRun(blocked, run)).rejects.toMatchObject({ code: 'file.is-a-folder' })
    expect(read(blocked, 'summary.json')).toBe(before)
    expect(readdirSync(blocked).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('leaves an earlier run as it was when the weights cannot be written at all', async () => {
    const home = folder()
    const run = await trainedRun()
    await writeRun(home, run)
    const before = readdirSync(home).map((name) => readFileSync(join(home, name), 'utf8'))
    const parameters = run.outcome.parameters.map(({ W, b }) => ({ W: { ...W, data: W.data.map(() => NaN) }, b }))
    await expect(writeRun(home, { ...run, outcome: { ...run.outcome, parameters } })).rejects.toMatchObject({ code: 'format.not-finite' })
    expect(readdirSync(home).map((name) => readFileSync(join(home, name), 'utf8'))).toEqual(before)
  })

  it('names the epoch of the weights that are kept, not the last', async () => {
    const home = folder()
    await writeRun(home, { ...(await trainedRun()), resultEpoch: 1 })
    const { training } = JSON.parse(readFileSync(join(home, 'weights.json'), 'utf8')) as { training: { epoch: number } }
    expect(training.epoch).toBe(1)
    expect(JSON.parse(readFileSync(join(home, 'summary.json'), 'utf8'))).toMatchObject({ epochs: 2, weightsEpoch: 1 })
  })

  it('has the best weights of a run that diverged where they are kept', async () => {
    const home = folder()
    const run = await trainedRun()
    const { parameters } = run.outcome
    await writeRun(home, { ...run, resultEpoch: 1, outcome: { kind: 'diverged', step: 9, layer: 1, tensor: 'W', parameters } })
    expect(readdirSync(home)).toContain('weights.npz')
    expect(readdirSync(home)).not.toContain('predictions.csv')
    const summary = JSON.parse(readFileSync(join(home, 'summary.json'), 'utf8')) as object
    expect(summary).toMatchObject({ weightsEpoch: 1, diverged: { step: 9, layer: 1, tensor: 'W' } })
  })

  it('says a run that diverged before its first epoch', async () => {
    const home = folder()
    const none = new Float64Array(0)
    const history = { trainLoss: none, testLoss: none, trainMetric: none, testMetric: none }
    await writeRun(home, {
      ...(await trainedRun()),
      history,
      outcome: { kind: 'diverged', step: 0, layer: 2, tensor: 'loss', parameters: null }
    })
    expect(readFileSync(join(home, 'history.csv'), 'utf8')).toBe('epoch,trainLoss,testLoss,trainAccuracy,testAccuracy\n')
    expect(JSON.parse(readFileSync(join(home, 'summary.json'), 'utf8'))).toMatchObject({
      epochs: 0,
      trainLoss: null,
      diverged: { step: 0, layer: 2, tensor: 'loss' }
    })
  })
})
