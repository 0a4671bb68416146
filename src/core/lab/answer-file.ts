import { readParameters, type NetworkCase } from '../cases/network-case'
import { CaseField, readId } from '../cases/reader'
import { AppError } from '../messages/app-error'
import { isJsonObject, parseJson, type Json } from '../formats/json'
import type { GradientAnswer } from './judge-gradients'

/**
 * Reads answers to cases from a JSON text: a list of `{id, loss, gradients}`, or for one case that without a list; `gradients` in the form
 * of the parameters, `loss` where there is one. Throws: case, with the place; format.
 */
export function readAnswers(text: string, cases: readonly NetworkCase[]): GradientAnswer[] {
  return answersOf(parseJson(text), cases)
}

/** The same, parsed. Throws: case, with the place. */
export function answersOf(json: Json, cases: readonly NetworkCase[]): GradientAnswer[] {
  const fields = new CaseField(isJsonObject(json) ? [json] : json, '').items()
  return cases.map((asked) => {
    const isOnly = cases.length === 1 && fields.length === 1 && !fields[0].field('id').isPresent
    const field = isOnly ? fields[0] : fields.find((one) => readId(one.field('id')) === asked.id)
    if (!field) throw new AppError('case.no-answer', { id: String(asked.id) })
    const loss = field.field('loss')
    return {
      loss: loss.isPresent && !loss.isNull ? loss.number() : null,
      gradients: readParameters(field.field('gradients'), asked.network)
    }
  })
}
