import { prepareTask } from '#core'
import { runCooperatively } from '../../node/tasks/run-cooperatively'
import type { HandlerContext } from '../context/handler-context'
import { runFrom, settingsOf, type OpenedWeights } from '../store/weights-run'

/** Goes on from weights with the open data, on which they were trained. Throws: request, spec, data. */
export async function openWeights(context: HandlerContext, weights: OpenedWeights): Promise<null> {
  context.testEngine()
  const { data, chosen } = context.experiment
  const settings = settingsOf(weights, chosen)
  const prepared = await runCooperatively(prepareTask(data.table, settings))
  context.replace(data, settings, runFrom(weights, prepared, settings, context.machine))
  // Saved before they count as open: from seeds and settings a new process could not come to them again.
  await context.autosave.flush()
  return context.settled()
}
