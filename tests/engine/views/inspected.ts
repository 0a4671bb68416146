import { createTrainer, prepare, suggestSettings, type Settings } from '#core'
import type { Inspected } from '../../../src/engine/views/inspected'
import { sampleTable, type SampleName } from '../../support/tables'

/** What is looked at of a sample: its rows and an untrained network. */
export function inspected(name: SampleName, target: string, changes: Partial<Settings> = {}): Inspected {
  const table = sampleTable(name)
  const settings = { ...suggestSettings(table, { target }), ...changes }
  const prepared = prepare(table, settings)
  return { prepared, trainer: createTrainer(prepared, settings) }
}

/** A classifier after twenty epochs. */
export const iris = inspected('iris', 'species')
for (let epoch = 0; epoch < 20; epoch++) iris.trainer.trainEpoch()

/** A regression after one epoch. */
export const mass = inspected('penguins', 'body_mass_g', { task: 'regression', loss: { kind: 'mean-squared-error' } })
mass.trainer.trainEpoch()

/** The row that is looked at closely. */
export const sample = { side: 'train', index: 0 } as const
