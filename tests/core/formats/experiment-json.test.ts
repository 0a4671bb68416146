import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { experimentJson, parseJson, parseSettings, prepare, readCsv, readExperimentJson, suggestSettings } from '#core'
import type { RepeatableRun } from '../../../src/core/formats/experiment-json'

const table = readCsv(readFileSync(join(import.meta.dirname, '../../../data/penguins.csv')))
const settings = suggestSettings(table, { target: 'body_mass_g' })
const { pipeline, network, train, test, validation, droppedRows } = prepare(table, settings)

const run: RepeatableRun = {
  data: { origin: 'sample', name: 'penguins', sha256: '0'.repeat(64) },
  format: { ...table.format, sample: { rows: 344, how: 'first' } },
  settings,
  pipeline,
  network,
  rows: { train: train.lines.length, test: test.lines.length, validation: validation.lines.length, dropped: droppedRows },
  build: { app: '1.2.3', engine: 'plain' }
}
const text = experimentJson(run)
const experiment = parseJson(text) as Record<string, unknown>

describe('experimentJson', () => {
  it('gives back the settings it was made from, to the letter', () => {
    expect(parseSettings(experiment.settings)).toEqual(parseSettings(settings))
  })

  it('says how the file was read, and which of its rows', () => {
    expect(experiment.reading).toMatchObject({
      encoding: 'utf-8',
      separator: ',',
      decimal: '.',
      header: true,
      sample: { rows: 344, how: 'first' }
    })
  })

  it('gives back the pipeline with its constants, bit for bit', () => {
    // The first target stands there once more by itself, as it did before there could be several.
    expect(experiment.pipeline).toEqual({ ...pipeline, target: pipeline.targets[0] })
  })

  it('says how many rows went where, and which build it was', () => {
    expect(experiment).toMatchObject({
      format: 'backprop-lab-experiment',
      version: 1,
      rows: { train: 250, test: 83, validation: 0, dropped: 11 },
      build: { app: '1.2.3', engine: 'plain' },
      network: { inputs: 11, bias: true }
    })
  })

  it('says of a run with steps by an earlier version or from the microscope that its settings do not repeat it, and of no other', () => {
    const noteOf = (engine: string) =>
      (parseJson(experimentJson({ ...run, build: { app: '1.2.3', engine } })) as Record<string, unknown>).note
    expect(noteOf('fused-1 + plain')).toContain('cannot be repeated from these settings alone')
    expect(noteOf('kernels-strict + fused-1')).toBe(noteOf('fused-1 + plain'))
    expect([noteOf('plain'), noteOf('kernels-strict'), noteOf('fused-1')]).toEqual([undefined, undefined, undefined])
  })

  it('ends with a line end', () => {
    expect(text.endsWith('}\n')).toBe(true)
  })
})

describe('readExperimentJson', () => {
  const bytes = (change: Record<string, unknown> = {}) => new TextEncoder().encode(JSON.stringify({ ...experiment, ...change }))

  it('reads what was written: the data, how they were read, and the settings', () => {
    const read = readExperimentJson(new TextEncoder().encode(text))
    expect(read.settings).toEqual(parseSettings(settings))
    expect(read.data).toEqual({ origin: 'sample', name: 'penguins', sha256: '0'.repeat(64) })
    expect(read.reading).toMatchObject({ encoding: 'utf-8', separator: ',', header: true, sample: { rows: 344, how: 'first' } })
  })

  it('reads a file of the version before', () => {
    const { settings: stored, data } = readExperimentJson(
      readFileSync(join(import.meta.dirname, '../../fixtures/v0.1/run/experiment.json'))
    )
    expect(stored.targets.length).toBeGreaterThan(0)
    expect(data.name).not.toBe('')
  })

  it.each([
    [{ format: 'another' }, 'format'],
    [{ version: 2 }, 'version'],
    [{ data: { origin: 'cloud', name: 'x', sha256: '' } }, 'data.origin'],
    [{ settings: { ...settings, learningRate: -1 } }, 'learningRate']
  ])('refuses what it cannot use, by the field: %j', (change, field) => {
    expect(() => readExperimentJson(bytes(change))).toThrow(field)
  })
})
