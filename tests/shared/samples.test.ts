import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { columnNamed, prepare, suggestSettings, taskFor } from '#core'
import { defaultSample, sampleNamed, samples } from '#shared/samples'
import { loadSample } from '../../src/node/files/data-file'
import { dataFolder } from '../support/cli'

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

  it.each(samples)('$name states its licence and source as DATA_LICENSES.md does', ({ name, licence, source }) => {
    const line = licences.split('\n').find((one) => one.startsWith(`| \`${name}.csv\``))
    expect(line).toContain(`| ${licence} |`)
    expect(line?.replaceAll('*', '')).toContain(source)
  })

  it('have the default one among them', () => {
    expect(sampleNamed(defaultSample)).toBeDefined()
  })
})
