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

/** Returns the settings that may change during training, with the prepared loss and its class weights. */
export function liveSettings({ loss }: Pick<Prepared, 'loss'>, settings: Settings): LiveSettings {
  const { l1, l2, ...stored } = Object.fromEntries(liveKeys.map((key) => [key, settings[key]])) as Pick<Settings, LiveKey>
  return { ...stored, objective: { loss, regularization: { l1, l2 } } }
}

/** Maximum size in bytes of weights and optimizer state: the range of the kernels' 32-bit addresses. */
const MOST_BYTES = 4_294_967_296

/** Refuses a network that is too large before any weight is drawn, which would take many seconds and most of the memory. */
function requireMemory(network: NetworkSpec, { optimizer, precision }: Settings): void {
  const bytes = parameterCount(network) * (1 + optimizers[optimizer.kind].slots) * (precision === 'f32' ? 4 : 8)
  if (bytes > MOST_BYTES) throw new AppError('spec.memory', { bytes, limit: MOST_BYTES })
}

/** Start options of a trainer; see TrainerOptions. */
export type TrainerStart = Partial<Pick<TrainerOptions, 'parameters' | 'readyLater'>>

/**
 * Creates a trainer at epoch 0 for prepared data and settings: the one way from settings to a run, in the window and in the terminal.
 * It computes on the plain backend unless another is given, and starts from weights drawn by the seed unless others are given.
 * Throws: spec.memory.
 */
export function createTrainer(
  prepared: Prepared,
  settings: Settings,
  machine: MachineFactory = plainMachine,
  start: TrainerStart = {}
): Trainer {
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
