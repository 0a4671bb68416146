import * as v from 'valibot'
import { columnKinds, dateOrders, encodings, separators } from '../data/read-options'
import { fieldError } from '../settings/field-error'
import { inputNames, type Pipeline, type TargetConstants } from '../preparation/pipeline'
import { schemaError } from '../settings/schema-error'
import { missingChoices, scalings, textEncodings } from '../settings/choices'
import { activationNames } from '../nn/activations'
import { lossKinds, type LossSpec } from '../nn/losses'
import { precisionOf } from '../tensor/matrix'
import { requireUsableConstants } from '../verify/constants'
import { requireDistinctNames } from '../verify/names'
import { requireOutputs } from '../verify/outputs'
import type { StoredModel } from '../verify/settings'
import { requireTensors } from '../verify/tensors'
import { requireModelMetadata } from './model-metadata'
import { parametersFrom } from './stored-parameters'
import { type WeightsFile } from './weights-file'

const finite = v.pipe(v.number(), v.finite())
const whole = v.pipe(v.number(), v.integer(), v.minValue(1))
/** A divisor, hence never 0. */
const scale = v.pipe(
  finite,
  v.check((value) => value !== 0, 'not 0')
)

/** A feature; optional fields are missing in files of earlier versions. */
const featureSchema = v.object({
  name: v.string(),
  kind: v.picklist(['number', 'text']),
  mean: finite,
  scale,
  categories: v.array(v.string()),
  missing: v.optional(v.picklist(missingChoices), 'drop'),
  encode: v.optional(v.picklist(textEncodings), 'one-hot'),
  scaling: v.optional(v.picklist(scalings), 'standard'),
  fill: v.optional(v.nullable(v.union([finite, v.string()])), null),
  indicator: v.optional(v.boolean(), false)
})

const classes = v.array(v.string())
const targetSchema = v.variant('kind', [
  v.object({ kind: v.literal('classes'), name: v.string(), classes: v.pipe(classes, v.minLength(2)) }),
  v.object({ kind: v.literal('label'), name: v.string(), classes: v.pipe(classes, v.length(2)) }),
  v.object({ kind: v.literal('number'), name: v.string(), mean: finite, scale })
])

const expectedFormatSchema = v.object({
  encoding: v.picklist(encodings),
  separator: v.picklist(separators),
  header: v.boolean(),
  columns: v.array(
    v.tuple([
      v.string(),
      v.object({
        decimal: v.exactOptional(v.picklist(['.', ','])),
        unit: v.exactOptional(v.string()),
        dates: v.exactOptional(v.picklist(dateOrders))
      })
    ])
  ),
  sheet: v.exactOptional(v.string())
})

const modelSchema = v.object({
  features: v.pipe(v.array(featureSchema), v.minLength(1)),
  target: v.object({ name: v.string(), kind: v.string(), mean: finite, scale }),
  classes,
  targets: v.optional(v.pipe(v.array(targetSchema), v.minLength(1))),
  preparation: v.optional(
    v.object({ missing: v.picklist(missingChoices), encode: v.picklist(textEncodings), scaling: v.picklist(scalings) }),
    { missing: 'drop', encode: 'one-hot', scaling: 'standard' }
  ),
  reading: v.optional(
    v.object({
      missing: v.array(v.string()),
      kinds: v.array(v.tuple([v.string(), v.picklist(columnKinds)])),
      format: v.optional(expectedFormatSchema)
    })
  ),
  network: v.object({
    inputs: whole,
    layers: v.pipe(v.array(v.object({ units: whole, activation: v.picklist(activationNames) })), v.minLength(1)),
    bias: v.boolean()
  }),
  loss: v.looseObject({ kind: v.picklist(lossKinds), classWeights: v.optional(v.array(finite)) })
})

/**
 * Reads the model in a weights file of any format, of this version or an earlier one.
 * Throws: format, when a part is missing, or the parts do not fit one another.
 */
export function readModel({ tensors, metadata }: WeightsFile): StoredModel {
  requireModelMetadata(metadata)
  const result = v.safeParse(modelSchema, metadata)
  if (!result.success) throw schemaError(result.issues[0], 'metadata')
  const { features, target, targets, classes: names, preparation, reading, network, loss } = result.output
  const pipeline: Pipeline = {
    features,
    targets: targets ?? [earlierTarget(target, names)],
    ...preparation,
    ...(reading ? { reading } : {})
  }
  const model = { network, parameters: parametersFrom(tensors), loss: lossSpecOf(loss), pipeline }
  requireFit(model)
  return model
}

/** The loss by its kind and, where it has them, the weights of its classes. */
function lossSpecOf({ kind, classWeights }: { kind: LossSpec['kind']; classWeights?: number[] | undefined }): LossSpec {
  return classWeights ? { kind, classWeights } : { kind }
}

/** Returns the only target of a file from before there could be several. */
function earlierTarget(
  { name, kind, mean, scale }: { name: string; kind: string; mean: number; scale: number },
  names: string[]
): TargetConstants {
  return kind === 'classes' ? { kind, name, classes: names } : { kind: 'number', name, mean, scale }
}

/** Requires that the parts of a model belong together. */
function requireFit(model: StoredModel): void {
  const { network, parameters, pipeline } = model
  requireDistinctNames(pipeline)
  requireUsableConstants(pipeline, precisionOf(parameters[0].W))
  const inputs = inputNames(pipeline).length
  if (network.inputs !== inputs) throw fieldError('network.inputs', network.inputs, String(inputs))
  requireTensors(network, parameters)
  requireOutputs(model)
}
