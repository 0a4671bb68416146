import { drawnAnswers, outputsOf } from '#core'
import type { AnswersView } from '#shared/view'
import { passOf, requireTarget, timed, type Inspected } from './inspected'
import { pointInputs } from './point-inputs'

/** The answer for every point. Throws: request, for a target that is not there. */
export function viewAnswers(inspected: Inspected, { target }: { readonly target: number }): AnswersView {
  const { prepared } = inspected
  requireTarget(prepared, target)
  return timed(inspected, () => {
    const outputs = outputsOf(passOf(inspected, pointInputs(prepared)).cache)
    return { answers: drawnAnswers(outputs, prepared.pipeline.targets, prepared.loss, target) }
  })
}
