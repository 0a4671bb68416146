import { copyParameters, AppError, sweepEpsilon, sweptEpsilons, type CheckProblem, type EpsilonSweep } from '#core'
import type { SweepQuestion, SweepView } from '#shared/insights'
import type { Examined } from './examined'

/**
 * The error of the difference quotient against its step, one step after the other, between which the process answers messages.
 * Throws: numeric; spec, for a tensor or an element that is not there; request.cancelled.
 */
export async function sweepView({ trainer }: Examined, { tensor, element }: SweepQuestion, isWanted: () => boolean): Promise<SweepView> {
  const { epoch, network, live } = trainer
  const problem: CheckProblem = {
    network,
    objective: live.objective,
    parameters: copyParameters(trainer.parameters),
    batch: trainer.firstBatch()
  }
  const parts: EpsilonSweep[] = []
  for (const epsilon of sweptEpsilons) {
    parts.push(sweepEpsilon({ ...problem, tensor, ...(element ? { element } : {}), epsilons: [epsilon] }))
    await new Promise((resolve) => setImmediate(resolve))
    if (!isWanted()) throw new AppError('request.cancelled')
  }
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
