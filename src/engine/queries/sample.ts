import { classProbabilities, outputsOf } from '#core'
import type { SamplePlace, SampleView } from '#shared/contract'
import { factsOf } from './facts'
import { passOf, rowOf, timed, type ViewContext } from './view'
import { truthOf } from './truth'

/** One row: its inputs, the truth, and the network's answer. Throws: request, for a row that is not there. */
export function viewSample(context: ViewContext, { sample }: { readonly sample: SamplePlace }): SampleView {
  const { prepared } = context
  const row = rowOf(context, sample)
  return timed(context, () => {
    const { scales } = factsOf(prepared)
    const { targets } = prepared.pipeline
    const outputs = outputsOf(passOf(context, row).cache)
    const [first] = targets
    const answers =
      first.kind === 'classes'
        ? Float64Array.from(classProbabilities(outputs, prepared.loss).data)
        : Float64Array.from(targets, (target, t) =>
            target.kind === 'number' ? target.mean + target.scale * outputs.data[t] : outputs.data[t]
          )
    return {
      line: prepared[sample.side].lines[sample.index],
      inputs: Float64Array.from(row.data, (value, i) => scales[i].mean + scales[i].scale * value),
      truths: Float64Array.from(targets, (_, t) => truthOf(prepared, prepared[sample.side].targets, sample.index, t)),
      answers
    }
  })
}
