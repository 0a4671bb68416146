import { copyParameters, sweepEpsilon, sweptEpsilons, type CheckProblem, type CooperativeTask, type EpsilonSweep } from '#core'
import type { SweepQuestion, SweepView } from '#shared/contract'
import { runCooperatively } from '../../node/tasks/run-cooperatively'
import type { RunContext } from '../context/run-context'

/**
 * The error of the difference quotient against its step.
 * Throws: numeric; spec, for a tensor or an element that is not there; request.cancelled.
 */
export async function sweepView({ trainer }: RunContext, { tensor, element }: SweepQuestion, signal: AbortSignal): Promise<SweepView> {
  const { epoch, network, live } = trainer
  const problem: CheckProblem = {
    network,
    objective: live.objective,
    parameters: copyParameters(trainer.parameters),
    batch: trainer.firstBatch()
  }
  const parts = await runCooperatively(sweepTask({ ...problem, tensor, ...(element ? { element } : {}) }), { signal, slice: 0 })
  const relative = Float64Array.from(parts, (part) => part.relative[0])
  return {
    epoch,
    tensor,
    checked: parts[0].checked,
    epsilon: Float64Array.from(sweptEpsilons),
    absolute: Float64Array.from(parts, (part) => part.absolute[0]),
    relative,
    crossed: Int32Array.from(parts, (part) => part.crossed[0]),
    best: sweptEpsilons[relative.indexOf(Math.min(...relative))]
  }
}

/** One step size after the other: each takes as long as a slice. */
function* sweepTask(problem: Omit<Parameters<typeof sweepEpsilon>[0], 'epsilons'>): CooperativeTask<EpsilonSweep[]> {
  const parts: EpsilonSweep[] = []
  for (const epsilon of sweptEpsilons) {
    parts.push(sweepEpsilon({ ...problem, epsilons: [epsilon] }))
    yield 1
  }
  return parts
}
