import { createTrainer, prepare, suggestSettings, type Settings } from '#core'
import type { Examined } from '../../../src/engine/insights/examined'
import { LayerSnapshots } from '../../../src/engine/insights/layer-snapshots'
import { sampleTable, type SampleName } from '../../support/tables'

/** A run on a sample, trained for so many epochs. */
export function examined(name: SampleName, target: string, changes: Partial<Settings> = {}, epochs = 5): Examined {
  const table = sampleTable(name)
  const settings = { ...suggestSettings(table, { target }), ...changes }
  const prepared = prepare(table, settings)
  const trainer = createTrainer(prepared, settings)
  for (let epoch = 0; epoch < epochs; epoch++) trainer.trainEpoch()
  const looks = new LayerSnapshots({ trainer, optimizer: settings.optimizer }, () => 0)
  return { table, settings, prepared, trainer, failure: null, looks }
}

export const always = () => true
