import { caseOfRun } from '#core'
import type { LabCase } from '#shared/contract'
import type { RunContext } from '../context/run-context'

/** The network as it stands with its first mini-batch. Throws: request.case-too-large. */
export function viewLabCase({ trainer }: RunContext): LabCase {
  const { network, live, parameters, epoch } = trainer
  return { case: caseOfRun('app', { network, objective: live.objective, parameters, batch: trainer.firstBatch() }), epoch }
}
