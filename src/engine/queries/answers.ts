import { rowPredictions, outputsOf } from '#core'
import type { AnswersView } from '#shared/contract'
import { passOf, requireTarget, timed, type ViewContext } from './view'
import { pointInputs } from './point-inputs'

/** The answer for every point. Throws: request, for a target that is not there. */
export function viewAnswers(context: ViewContext, { target }: { readonly target: number }): AnswersView {
  const { prepared } = context
  requireTarget(prepared, target)
  return timed(context, () => {
    const outputs = outputsOf(passOf(context, pointInputs(prepared)).cache)
    return { answers: rowPredictions(outputs, prepared.pipeline.targets, prepared.loss, target) }
  })
}
