import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { columnNamed, prepare, suggestSettings, taskFor } from '#core'
import { defaultSample, sampleNamed, samples } from '#shared/samples'
import { DatasetLoader } from '../../src/engine/data/dataset-loader'
import { ExperimentService } from '../../src/engine/experiment-service'
import { loadSample } from '../../src/node/files/data-file'
import { dataFolder } from '../support/cli'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()

const licences = readFileSync(join(dataFolder, '../DATA_LICENSES.md'), 'utf8')

describe('samples', () => {
  it('are the files in data/, all of them', () => {
    const files = readdirSync(dataFolder).filter((file) => file.endsWith('.csv'))
    expect(samples.map(({ name }) => `${name}.csv`).sort()).toEqual(files.sort())
  })

  it.each(samples)('$name has the rows, columns, target and task that the catalogue states', async (sample) => {
    const { table } = await loadSample(sample.name, dataFolder)
    expect(table.rows).toBe(sample.rows)
    expect(table.columns).toHaveLength(sample.columns)
    expect(taskFor(columnNamed(table, sample.target))).toBe(sample.task)
    expect(() => prepare(table, suggestSettings(table, sample))).not.toThrow()
  })

  it('are refused where their files were changed, in the window and in the terminal alike', async () => {
    const home = folder()
    writeFileSync(join(home, 'iris.csv'), readFileSync(join(dataFolder, 'iris.csv'), 'utf8').replace('5.1', '5.2'))
    const changed = { code: 'data.sample-changed', details: { name: 'iris', path: join(home, 'iris.csv') } }
    await expect(loadSample('iris', home)).rejects.toMatchObject(changed)
    const loader = new DatasetLoader(home, () => undefined)
    await expect(loader.read(loader.sample('iris'))).rejects.toMatchObject(changed)
    const engine = { choice: 'plain', threads: 1 } as const
    const service = new ExperimentService({ version: '0', dataFolder: home, sessionFolder: folder(), engine }, () => undefined)
    const { state, startProblems } = await service.handlers.hello(undefined)
    expect(startProblems).toMatchObject([{ why: changed, kept: null }])
    expect(state.data.origin).toBe('toy')
    await service.shutdown()
  })

  it.each(samples)('$name states its licence and source as DATA_LICENSES.md does', ({ name, licence, source }) => {
    const line = licences.split('\n').find((one) => one.startsWith(`| \`${name}.csv\``))
    expect(line).toContain(`| ${licence} |`)
    expect(line?.replaceAll('*', '')).toContain(source)
  })

  it('have the default one among them', () => {
    expect(sampleNamed(defaultSample)).toBeDefined()
  })
})
