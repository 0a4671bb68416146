import { createTrainer, prepare, suggestSettings, type Machine, type MachineFactory } from '#core'
import { loadData } from '../../src/node/files/data-file'
import { startBackend } from '../../src/node/kernels/start-backend'

/** Milliseconds that a run took: in its steps, in evaluations, in drawing the orders of the epochs, and in all else of the engine. */
export interface EngineTimes {
  readonly epochs: number
  readonly steps: number
  readonly evaluations: number
  readonly orders: number
  readonly rest: number
}

/** Trains as the window does by itself, with 16 tanh units, and tells where the engine's time goes. The second run counts. */
export async function engineTimes(file: string, target: string, epochs: number, now: () => number): Promise<EngineTimes> {
  const { table } = await loadData(file)
  const suggested = suggestSettings(table)
  const settings = { ...suggested, targets: [target], epochs }
  const prepared = prepare(table, settings)
  const backend = startBackend({ choice: 'auto', threads: 'auto' })
  const run = (): EngineTimes => {
    const spent = { steps: 0, evaluations: 0, orders: 0 }
    const start = now()
    const trainer = createTrainer(prepared, settings, watched(backend.machine, spent, now))
    while (trainer.epoch < epochs) trainer.trainEpoch()
    const all = now() - start
    trainer.release()
    return { epochs, ...spent, rest: all - spent.steps - spent.evaluations - spent.orders }
  }
  run()
  return run()
}

/** A machine whose calls are timed. */
function watched(make: MachineFactory, spent: { steps: number; evaluations: number; orders: number }, now: () => number): MachineFactory {
  return (options) => {
    const machine = make(options)
    const timed =
      <Args extends unknown[], Answer>(kind: keyof typeof spent, call: (...args: Args) => Answer) =>
      (...args: Args): Answer => {
        const start = now()
        try {
          return call(...args)
        } finally {
          spent[kind] += now() - start
        }
      }
    const wrapped: Machine = {
      ...machine,
      shuffle: timed('orders', machine.shuffle),
      takeStep: timed('steps', machine.takeStep),
      evaluate: timed('evaluations', machine.evaluate)
    }
    return machine.takeSteps ? { ...wrapped, takeSteps: timed('steps', machine.takeSteps) } : wrapped
  }
}
