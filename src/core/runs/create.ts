import { plainMachine } from '../machines/plain/plain-machine'
import { AppError } from '../messages/app-error'
import { initialParameters } from '../network/parameters'
import { parameterCount, type NetworkSpec } from '../network/spec'
import { optimizers } from '../nn/optimizers'
import type { MachineFactory } from '../train/machine'
import type { LiveSettings } from '../train/live-settings'
import { Trainer } from '../train/trainer'
import type { TrainerOptions } from '../train/trainer-options'
import type { Prepared } from '../preparation/prepare'
import { liveKeys, type LiveKey } from '../settings/change'
import type { Settings } from '../settings/settings'

/** The part of the settings that may change while training goes on; the loss as it was prepared, with its class weights. */
export function liveSettings({ loss }: Pick<Prepared, 'loss'>, settings: Settings): LiveSettings {
  const { l1, l2, ...stored } = Object.fromEntries(liveKeys.map((key) => [key, settings[key]])) as Pick<Settings, LiveKey>
  return { ...stored, objective: { loss, regularization: { l1, l2 } } }
}

/** Bytes of weights and the optimizer's memory that no engine is asked to hold: what 32-bit addresses of the kernels reach. */
const MOST_BYTES = 4_294_967_296

/** Refuses what is too large before a single weight is drawn, which would take many seconds and most of the memory. */
function requireMemory(network: NetworkSpec, { optimizer, precision }: Settings): void {
  const bytes = parameterCount(network) * (1 + optimizers[optimizer.kind].slots) * (precision === 'f32' ? 4 : 8)
  if (bytes > MOST_BYTES) throw new AppError('spec.memory', { bytes, limit: MOST_BYTES })
}

/** How a trainer is begun; see TrainerOptions. */
export type TrainerStart = Partial<Pick<TrainerOptions, 'parameters' | 'readyLater'>>

/**
 * A trainer at epoch 0 for prepared data and settings: the one way from settings to a run, in the window and in the terminal. It
 * computes on the plain machine unless another is given, and begins with weights drawn by the seed unless others are.
 * Throws: spec.memory.
 */
export function createTrainer(prepared: Prepared, settings: Settings, machine: MachineFactory = plainMachine, start: TrainerStart = {}): Trainer {
  const { network, train, test, validation } = prepared
  requireMemory(network, settings)
  return new Trainer({
    ...liveSettings(prepared, settings),
    network,
    optimizer: settings.optimizer,
    train,
    test,
    ...(validation.rows.length > 0 ? { validation } : {}),
    machine,
    evaluation: settings.evaluation,
    shuffleSeed: settings.seeds.shuffle,
    ...(start.readyLater ? { readyLater: true } : {}),
    parameters: start.parameters ?? initialParameters(network, settings.seeds.init, settings.precision, settings.initializer)
  })
}
