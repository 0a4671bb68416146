import { performance } from 'node:perf_hooks'
import { forward, gatherRows, AppError, type LayerCache, type Matrix, type Prepared, type Trainer } from '#core'
import type { Moment, SamplePlace } from '#shared/view'

/** What is looked at: prepared rows, and what trains on them. */
export interface Inspected {
  readonly prepared: Prepared
  readonly trainer: Trainer
}

/** A view with the epoch it was made at and how long that took. */
export function timed<View extends object>({ trainer }: Inspected, make: () => View): View & Moment {
  const start = performance.now()
  const view = make()
  return { ...view, epoch: trainer.epoch, milliseconds: performance.now() - start }
}

/** What a forward pass of rows gives; of its first layers where only so many are asked for. */
export function passOf({ trainer }: Inspected, X: Matrix, layers?: number): { parameters: Trainer['parameters']; cache: LayerCache[] } {
  const { network, parameters } = trainer
  const used = layers === undefined ? network : { ...network, layers: network.layers.slice(0, layers) }
  return { parameters, cache: forward(used, parameters, X) }
}

/** The inputs of one row. Shapes: [1, inputs]. Throws: request, for a row that is not there. */
export function rowOf({ prepared }: Inspected, { side, index }: SamplePlace): Matrix {
  if (index >= prepared[side].rows.length) throw nothingThere(`row ${index} of the ${side} rows`)
  return gatherRows(prepared[side].X, [index])
}

/** Whether the outputs are scores of classes, whose softmax are the probabilities. */
export function hasScores({ prepared, trainer }: Inspected): boolean {
  const { layers } = trainer.network
  return prepared.pipeline.targets[0].kind === 'classes' && layers[layers.length - 1].units > 1
}

/** Throws: request, for a target that is not there. */
export function requireTarget({ pipeline }: Prepared, target: number): void {
  if (target >= pipeline.targets.length) throw nothingThere(`target ${target}`)
}

/** What a view answers that is asked for something the experiment does not have. */
export function nothingThere(what: string): AppError {
  return new AppError('request.invalid', { name: 'view', problem: `there is no ${what}` })
}
