import { initialParameters } from '../network/parameters'
import type { MachineFactory } from '../train/machine'
import { Trainer, type LiveSettings } from '../train/trainer'
import type { Prepared } from './prepare'
import type { Settings } from './settings'

/** The part of the settings that may change while training goes on; the loss as it was prepared, with its class weights. */
export function liveSettings({ loss }: Pick<Prepared, 'loss'>, settings: Settings): LiveSettings {
  return {
    learningRate: settings.learningRate,
    batchSize: settings.batchSize,
    objective: { loss, regularization: { l1: settings.l1, l2: settings.l2 } },
    schedule: settings.schedule,
    epochs: settings.epochs,
    clip: settings.clip
  }
}

/**
 * A trainer at epoch 0 for prepared data and settings: the one way from settings to a run, in the window and in the terminal. It
 * computes on the plain machine unless another is given.
 */
export function createTrainer(prepared: Prepared, settings: Settings, machine?: MachineFactory): Trainer {
  const { network, train, test } = prepared
  return new Trainer({
    ...liveSettings(prepared, settings),
    network,
    optimizer: settings.optimizer,
    train,
    test,
    machine,
    evaluation: settings.evaluation,
    shuffleSeed: settings.seeds.shuffle,
    parameters: initialParameters(network, settings.seeds.init, settings.precision, settings.initializer)
  })
}
