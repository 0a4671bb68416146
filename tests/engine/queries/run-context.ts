import { AppError, createTrainer, prepare, suggestSettings, type Settings } from '#core'
import type { RunContext } from '../../../src/engine/context/run-context'
import { LayerSnapshots } from '../../../src/engine/run/layer-snapshots'
import { TriedSettings } from '../../../src/engine/run/tried-settings'
import { sampleTable, type SampleName } from '../../support/tables'

/** A run on a sample, trained for so many epochs. */
export function runContext(name: SampleName, target: string, changes: Partial<Settings> = {}, epochs = 5): RunContext {
  const table = sampleTable(name)
  const settings = { ...suggestSettings(table, { target }), ...changes }
  const prepared = prepare(table, settings)
  const trainer = createTrainer(prepared, settings)
  for (let epoch = 0; epoch < epochs; epoch++) trainer.trainEpoch()
  const snapshots = new LayerSnapshots(trainer, settings.optimizer, () => 0)
  return { table, settings, prepared, trainer, failure: null, snapshots, tried: new TriedSettings() }
}

/** A signal that is never aborted, and one that is. */
export const going = new AbortController().signal
export const aborted = AbortSignal.abort(new AppError('request.cancelled'))

/** A classifier after twenty epochs. */
export const iris = runContext('iris', 'species', {}, 20)

/** A regression after one epoch. */
export const mass = runContext('penguins', 'body_mass_g', { task: 'regression', loss: { kind: 'mean-squared-error' } }, 1)

/** The row that is viewed closely. */
export const sample = { side: 'train', index: 0 } as const
