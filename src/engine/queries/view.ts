import { forward, gatherRows, AppError, type LayerCache, type Matrix, type Prepared, type Trainer } from '#core'
import type { Moment, SamplePlace } from '#shared/contract'
import type { RunContext } from '../context/run-context'

/** The prepared rows, and the trainer that learns from them. */
export type ViewContext = Pick<RunContext, 'prepared' | 'trainer'>

/** A view with the epoch it was made at and how long that took. */
export function timed<View extends object>({ trainer }: ViewContext, make: () => View): View & Moment {
  const start = performance.now()
  const view = make()
  return { ...view, epoch: trainer.epoch, milliseconds: performance.now() - start }
}

/** The forward pass of rows through the network, or through its first `layers` layers. */
export function passOf({ trainer }: ViewContext, X: Matrix, layers?: number): { parameters: Trainer['parameters']; cache: LayerCache[] } {
  const { network, parameters } = trainer
  const used = layers === undefined ? network : { ...network, layers: network.layers.slice(0, layers) }
  return { parameters, cache: forward(used, parameters, X) }
}

/** The inputs of one row. Shapes: [1, inputs]. Throws: request, for a row that is not there. */
export function rowOf({ prepared }: ViewContext, { side, index }: SamplePlace): Matrix {
  if (index >= prepared[side].rows.length) throw noSuch(`row ${index} of the ${side} rows`)
  return gatherRows(prepared[side].X, [index])
}

/** Whether the outputs are scores of classes, whose softmax are the probabilities. */
export function hasScores({ prepared, trainer }: ViewContext): boolean {
  const { layers } = trainer.network
  return prepared.pipeline.targets[0].kind === 'classes' && layers[layers.length - 1].units > 1
}

/** Throws: request, for a target that is not there. */
export function requireTarget({ pipeline }: Prepared, target: number): void {
  if (target >= pipeline.targets.length) throw noSuch(`target ${target}`)
}

/** The error of a query for something that the run does not have. */
export function noSuch(what: string): AppError {
  return new AppError('request.invalid', { name: 'view', problem: `there is no ${what}` })
}
