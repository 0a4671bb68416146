import { AppError, sampleJacobian } from '#core'
import type { EngineHandlers, QueryContext } from '../context/handler-context'
import { cellView, tensorPart } from '../walks/walk-view'
import type { WalkedRun } from '../walks/walk-source'
import { keptWalkView } from '../walks/walks'

/** The run that is open, for walks. Throws: request.not-ready, where there is none. */
export async function walkedRun(context: QueryContext): Promise<WalkedRun> {
  const { prepared, settings, trainer, failure } = await context.run()
  const { runId, runner, chosen } = context.experiment
  const isRunning = runner?.status === 'running'
  return { id: runId, prepared, settings, trainer, isRunning, hasFailed: failure !== null, goal: chosen.epochs }
}

/** The queries about one step of training. */
export function walkQueries(context: QueryContext) {
  const { walks } = context
  const run = () => walkedRun(context)
  /** The run; null where there is none, which an example or a walk that was shown does without. */
  const runIfAny = () =>
    run().catch((error: unknown) => {
      if (error instanceof AppError && error.kind === 'request') return null
      throw error
    })
  return {
    walk: async (question) => {
      const start = performance.now()
      const kept = await walks.open(question, run)
      return keptWalkView(kept, kept.snapshot.stamp ? await runIfAny() : null, start)
    },
    cancelWalk: () => {
      walks.cancel()
      return null
    },
    walkTensor: async ({ walk, ...question }) => Promise.resolve(tensorPart(walks.find(walk).walk, question)),
    walkCell: async ({ walk, ...question }) => Promise.resolve(cellView(walks.find(walk).walk, question)),
    walkScript: async ({ walk, language }) => Promise.resolve(walks.find(walk).walk.script(language)),
    walkJacobian: async ({ walk, step, row }) => Promise.resolve(sampleJacobian(walks.find(walk).walk, step, row))
  } satisfies Partial<EngineHandlers>
}
