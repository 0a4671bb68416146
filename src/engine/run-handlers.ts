import { deriveSeed } from '#core'
import type { EngineHandlers, HandlerContext } from './handler-context'

/** The answers to the settings, the controls of the run, and the gradient check. */
export function runHandlers(lab: HandlerContext) {
  return {
    changeSettings: ({ settings }) => {
      lab.testEngine()
      const before = lab.experiment.runner
      lab.experiment.change(settings)
      if (lab.experiment.runner !== before) lab.checker.forget()
      return lab.settled()
    },
    cancelPreparing: () => {
      lab.experiment.cancelPreparing()
      return lab.changed()
    },
    run: async () => {
      const runner = await lab.tested()
      const { epochs } = lab.experiment.chosen
      runner.run(epochs, epochs)
      return lab.changed()
    },
    pause: async () => {
      await lab.experiment.whenPrepared
      lab.experiment.runner?.pause()
      return lab.changed()
    },
    stepEpoch: async () => {
      const runner = await lab.tested()
      runner.run(runner.trainer.epoch + 1, lab.experiment.chosen.epochs)
      return lab.changed()
    },
    stepBatch: async () => {
      const runner = await lab.tested()
      runner.takeStep(lab.experiment.chosen.epochs)
      return lab.changed()
    },
    stepBack: async ({ unit }) => {
      await lab.tested()
      lab.experiment.stepBack(unit)
      return lab.changed()
    },
    retrace: async (covered) => {
      lab.testEngine()
      await lab.experiment.retrace(covered)
      return lab.changed()
    },
    rewind: async () => {
      await lab.tested()
      lab.experiment.rewind()
      return lab.changed()
    },
    newSeed: () => {
      lab.testEngine()
      const { chosen } = lab.experiment
      const { split, init, shuffle } = chosen.seeds
      const seeds = { split, init: deriveSeed(init, 1), shuffle: deriveSeed(shuffle, 1) }
      lab.experiment.change({ ...chosen, seeds })
      lab.checker.forget()
      return lab.settled()
    },
    checkGradients: async (rule) => {
      const { trainer } = await lab.tested()
      await lab.experiment.whenReady
      return lab.checker.run(trainer, rule, (done, total) => lab.send('checkProgress', { done, total }))
    },
    cancelCheck: () => {
      lab.checker.cancel()
      return null
    }
  } satisfies Partial<EngineHandlers>
}
