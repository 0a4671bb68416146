import type { Dataset } from '#core'
import { runCooperatively } from '../../node/tasks/run-cooperatively'
import { TaskSlot } from '../../node/tasks/task-slot'
import type { EngineHandlers, QueryContext } from '../context/handler-context'
import { pointsOf, requireToy } from '../data/toys'
import { viewAnswers } from './answers'
import { viewBatchLosses } from './batch-losses'
import { cellPage, columnProfiles, rowOnLine, scatterPoints } from './data-view'
import { factsTask, type Facts } from './facts'
import { viewHidden } from './hidden'
import { viewInputs } from './inputs'
import { doctorView, insideView } from './inside'
import { viewLabCase } from './lab-case'
import { judgedRows, metricsView } from './metrics'
import { viewNetwork } from './network'
import { overfitView } from './overfit'
import { viewPlane } from './plane'
import { viewPoints } from './points'
import { predictionView } from './predict'
import { viewSample } from './sample'
import { sweepView } from './sweep'
import { viewUnit } from './unit'
import { walkQueries } from './walk'

/** The queries about the open table. */
export function dataQueries(context: QueryContext) {
  return {
    cells: (block) => cellPage(context.data(), block),
    columnProfiles: ({ names }) => columnProfiles(context.data(), names),
    scatterPoints: (names) => scatterPoints(context.data(), names),
    rowOnLine: ({ line }) => rowOnLine(context.experiment.data.table, line),
    pipeline: () => context.experiment.preparation?.pipeline ?? null,
    toyPoints: () => pointsOf(requireToy(context.experiment.data))
  } satisfies Partial<EngineHandlers>
}

/** The queries about the run, answered once it could begin. */
export function runQueries(context: QueryContext) {
  const slots = { metrics: new TaskSlot(), rows: new TaskSlot(), overfit: new TaskSlot(), sweep: new TaskSlot() }
  let latest: { readonly of: Dataset; readonly facts: Promise<Facts> } | null = null
  /** The run, once the facts of its rows are there: those of many rows take their time. */
  const withFacts = async () => {
    const { prepared } = await context.run()
    if (latest?.of !== prepared.train) latest = { of: prepared.train, facts: runCooperatively(factsTask(prepared)) }
    await latest.facts
    return context.run()
  }
  return {
    viewNetwork: async (args) => viewNetwork(await context.run(), args),
    viewUnit: async (args) => viewUnit(await context.run(), args),
    viewInputs: async () => viewInputs(await withFacts()),
    viewPlane: async (args) => viewPlane(await withFacts(), args),
    viewPoints: async (args) => viewPoints(await withFacts(), args),
    viewAnswers: async (args) => viewAnswers(await withFacts(), args),
    viewHidden: async (args) => viewHidden(await withFacts(), args),
    viewBatchLosses: async () => viewBatchLosses(await context.run()),
    viewSample: async (args) => viewSample(await withFacts(), args),

    metrics: async ({ side }) => metricsView(await context.run(), side, slots.metrics.begin()),
    judgedRows: async (question) => judgedRows(await context.run(), question, slots.rows.begin()),
    inside: async () => insideView(await context.run()),
    diagnose: async () => doctorView(await context.run()),
    overfitTest: async () => overfitView(await context.run(), slots.overfit.begin()),
    cancelOverfitTest: () => {
      slots.overfit.cancel()
      return null
    },
    predict: async (question) => predictionView(await context.run(), question),
    sweepEpsilon: async (question) => sweepView(await context.run(), question, slots.sweep.begin()),
    labCase: async () => viewLabCase(await context.run()),
    ...walkQueries(context)
  } satisfies Partial<EngineHandlers>
}
