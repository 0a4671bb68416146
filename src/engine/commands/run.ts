import { AppError, deriveSeed } from '#core'
import type { EngineHandlers, HandlerContext } from '../context/handler-context'
import { walkedRun } from '../queries/walk'
import { obstacleOf, takenStep } from '../walks/walks'

/** The commands that change settings, control the run, and check gradients. */
export function runCommands(context: HandlerContext) {
  return {
    changeSettings: ({ settings }) => {
      context.requireAllowed(settings)
      context.testEngine()
      const before = context.experiment.runner
      context.experiment.change(settings)
      if (context.experiment.runner !== before) context.checker.forget()
      return context.settled()
    },
    cancelPreparing: () => {
      context.experiment.cancelPreparing()
      return context.changed()
    },
    run: async () => {
      const runner = await context.tested()
      const { epochs } = context.experiment.chosen
      runner.run(epochs, epochs)
      return context.changed()
    },
    pause: async () => {
      await context.experiment.whenPrepared
      context.experiment.runner?.pause()
      return context.changed()
    },
    stepEpoch: async () => {
      const runner = await context.tested()
      runner.run(runner.trainer.epoch + 1, context.experiment.chosen.epochs)
      return context.changed()
    },
    stepBatch: async () => {
      const runner = await context.tested()
      runner.takeStep(context.experiment.chosen.epochs)
      return context.changed()
    },
    takeWalk: async ({ walk }) => {
      const runner = await context.tested()
      const kept = context.walks.find(walk)
      if (obstacleOf(kept, await walkedRun(context))) throw new AppError('request.walk-not-taken')
      runner.adoptStep(takenStep(kept), context.experiment.chosen.epochs)
      return context.changed()
    },
    stepBack: async ({ unit }) => {
      await context.tested()
      context.experiment.stepBack(unit)
      return context.changed()
    },
    retrace: async (covered) => {
      context.testEngine()
      await context.experiment.retrace(covered)
      return context.changed()
    },
    rewind: async () => {
      await context.tested()
      context.experiment.rewind()
      return context.changed()
    },
    newSeed: () => {
      context.testEngine()
      const { chosen } = context.experiment
      const { split, init, shuffle } = chosen.seeds
      const seeds = { split, init: deriveSeed(init, 1), shuffle: deriveSeed(shuffle, 1) }
      context.experiment.change({ ...chosen, seeds })
      context.checker.forget()
      return context.settled()
    },
    checkGradients: async (rule) => {
      const { trainer } = await context.tested()
      await context.experiment.whenReady
      return context.checker.run(trainer, rule, (progress) => context.send('checkProgress', progress))
    },
    cancelCheck: () => {
      context.checker.cancel()
      return null
    }
  } satisfies Partial<EngineHandlers>
}
