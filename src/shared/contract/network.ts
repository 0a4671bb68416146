import * as v from 'valibot'
import type { ActivationName, PicturedLayer, UnitSum } from '#core'
import type { Moment } from './moment'
import { aboutRun, answers, index } from './request'
import { samplePlaceSchema } from './sample'

const viewNetworkSchema = v.strictObject({
  sample: samplePlaceSchema,
  /** Units a layer is drawn with at most. */
  room: v.pipe(index, v.minValue(3), v.maxValue(200))
})

const viewUnitSchema = v.strictObject({
  sample: samplePlaceSchema,
  /** From 0, the first hidden layer. */
  layer: index,
  unit: index
})

export interface NetworkView extends Moment {
  /** The input, then every layer. */
  readonly layers: readonly PicturedLayer[]
}

export interface UnitView extends Moment, UnitSum {
  readonly activation: ActivationName
  /** Its probability as one of the classes, where the outputs are scores. */
  readonly probability: number | null
}

/** The queries of the picture of the network, at display rate and only for visible parts, from the current weights. */
export const networkRequests = aboutRun({
  viewNetwork: answers<NetworkView>()(viewNetworkSchema),
  viewUnit: answers<UnitView>()(viewUnitSchema)
})
