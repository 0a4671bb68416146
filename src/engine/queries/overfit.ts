import { OverfitTest, taskOf } from '#core'
import type { OverfitView } from '#shared/contract'
import { runCooperatively } from '../../node/tasks/run-cooperatively'
import type { RunContext } from '../context/run-context'

/** Trains a fresh network on twenty rows, beside the run. Throws: numeric.diverged; request.cancelled. */
export async function overfitView({ prepared }: RunContext, signal: AbortSignal): Promise<OverfitView> {
  const test = new OverfitTest(prepared)
  await runCooperatively(taskOf(test), { signal })
  return test.result()
}
