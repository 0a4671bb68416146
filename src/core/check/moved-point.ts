import type { LayerCache } from '../network/forward'
import type { Parameters } from '../network/parameters'
import type { NetworkSpec } from '../network/spec'
import { activationOf, type Activation } from '../nn/activations'
import type { BoundLoss } from '../nn/losses'
import type { Targets } from '../nn/targets'
import { copy, type Matrix } from '../tensor/matrix'

/** A forward pass with its loss, from which moved points are computed. */
export interface BasePass {
  readonly network: NetworkSpec
  readonly parameters: Parameters
  readonly cache: readonly LayerCache[]
  readonly loss: BoundLoss
  /** Whether the loss has kinks. */
  readonly hasKinks: boolean
  readonly targets: Targets
  /** The targets of each row alone. */
  readonly rowTargets: readonly Targets[]
  /** The data loss of each row as if it were the whole batch. */
  readonly rowLosses: Float64Array
}

/** Pre-activations move with a parameter: dZ of a layer for a step of 1, of one unit [batch] or of all [batch, units]. */
export interface Movement {
  /** From 0. */
  readonly layer: number
  /** The one unit that moves; −1 where all do. */
  readonly unit: number
  readonly dZ: Float64Array
}

/**
 * The forward pass at parameters that moved a little, computed from the pass where they did not: a parameter moves one unit, so only its
 * column of Z is new, the next layer's Z changes by a rank-one update, and the layers after it by the product of the changes with W.
 * Rows that nothing changes keep their loss. Changes are added to the old values, so that what both points of a difference quotient have in
 * common, with its rounding, cancels.
 */
export class MovedPoint {
  readonly rowLosses: Float64Array
  /** Whether every row stays as it is for a reason other than rounding: an input of 0, a dropped unit, a rectifier that is off. */
  isStill = true
  private readonly Z: readonly Matrix[]
  private readonly changes: readonly Float64Array[]
  private readonly activations: readonly Activation[]
  private readonly output: Matrix
  /** The rows of what the loss reads, each as a batch of its own. */
  private readonly rows: readonly Matrix[]
  private movement: Movement = { layer: 0, unit: -1, dZ: new Float64Array(0) }

  constructor(private readonly base: BasePass) {
    const { cache, loss, network, rowLosses } = base
    const last = cache.length - 1
    this.rowLosses = rowLosses.slice()
    this.Z = cache.map(({ Z }) => copy(Z))
    this.changes = cache.map(({ Z }) => new Float64Array(Z.data.length))
    this.activations = network.layers.map(({ activation }) => activationOf(activation))
    this.output = loss.reads === 'logits' ? this.Z[last] : copy(cache[last].A)
    const { columns, data } = this.output
    this.rows = Array.from(rowLosses, (_, i) => ({ rows: 1, columns, data: data.subarray(i * columns, (i + 1) * columns) }))
  }

  /** Moves by a step along a movement, starting from the base. */
  move(movement: Movement, step: number): void {
    this.movement = movement
    const { layer, unit } = movement
    this.isStill = true
    if (layer === this.Z.length - 1) this.restoreOutput()
    if (unit < 0) this.moveLayer(movement, step)
    else this.moveUnit(movement, step)
    for (let l = layer + 1; l < this.Z.length; l++) this.carry(l, l === layer + 1 ? unit : -1)
    this.takeLosses(layer)
  }

  /** The largest |change of Z| / max(1, |Z|) over all layers that moved. */
  reach(): number {
    const { layer, unit } = this.movement
    let top = 0
    for (let l = layer; l < this.Z.length; l++) {
      const { columns, data } = this.base.cache[l].Z
      const moved = this.Z[l].data
      const only = l === layer && unit >= 0
      for (let e = only ? unit : 0; e < data.length; e += only ? columns : 1) {
        top = Math.max(top, Math.abs(moved[e] - data[e]) / Math.max(1, Math.abs(data[e])))
      }
    }
    return top
  }

  /** Whether this point and another of the same movement lie on the same side of every kink of activations and loss. */
  isOnSideOf(other: MovedPoint): boolean {
    const { layer, unit } = this.movement
    for (let l = layer; l < this.Z.length; l++) {
      const only = l === layer && unit >= 0
      const { columns } = this.Z[l]
      for (const kink of this.activations[l].kinks) {
        const [a, b] = [this.Z[l].data, other.Z[l].data]
        for (let e = only ? unit : 0; e < a.length; e += only ? columns : 1) if (a[e] > kink !== b[e] > kink) return false
      }
    }
    const { loss, targets, hasKinks } = this.base
    if (!hasKinks) return true
    const sides = loss.branches(other.output, targets)
    return loss.branches(this.output, targets).every((side, e) => side === sides[e])
  }

  private restoreOutput(): void {
    const { cache, loss } = this.base
    const { Z, A } = cache[cache.length - 1]
    this.output.data.set(loss.reads === 'logits' ? Z.data : A.data)
  }

  private moveUnit({ layer, unit, dZ }: Movement, step: number): void {
    const { columns } = this.Z[layer]
    for (let i = 0, e = unit; i < dZ.length; i++, e += columns) this.moveElement(layer, e, step * dZ[i])
  }

  private moveLayer({ layer, dZ }: Movement, step: number): void {
    for (let e = 0; e < dZ.length; e++) this.moveElement(layer, e, step * dZ[e])
  }

  private moveElement(layer: number, e: number, change: number): void {
    const base = this.base.cache[layer]
    const z = base.Z.data[e] + change
    this.Z[layer].data[e] = z
    const { value, routes } = this.activations[layer]
    const isOutput = layer === this.Z.length - 1
    if (isOutput && this.output === this.Z[layer]) {
      this.changes[layer][e] = z - base.Z.data[e]
    } else {
      const a = value(z)
      if (isOutput) this.output.data[e] = a
      this.changes[layer][e] = (a - base.A.data[e]) * (base.mask ? base.mask.data[e] : 1)
    }
    if (change === 0 || (base.mask && base.mask.data[e] === 0)) return
    if (this.changes[layer][e] !== 0 || !routes || z > 0) this.isStill = false
  }

  /** Adds the changes of the layer before, of one unit or of all, to a layer's Z, and finds its own changes. */
  private carry(layer: number, unit: number): void {
    const before = this.changes[layer - 1]
    const width = this.Z[layer - 1].columns
    const { Z, A, mask } = this.base.cache[layer]
    const W = this.base.parameters[layer].W.data
    const { value } = this.activations[layer]
    const { columns } = Z
    const moved = this.Z[layer].data
    const changes = this.changes[layer]
    const isOutput = layer === this.Z.length - 1
    const isLogits = isOutput && this.output === this.Z[layer]
    const [first, end] = unit < 0 ? [0, width] : [unit, unit + 1]
    for (let i = 0; i < Z.rows; i++) {
      const start = i * columns
      for (let e = start; e < start + columns; e++) moved[e] = Z.data[e]
      for (let k = first; k < end; k++) {
        const change = before[i * width + k]
        if (change === 0) continue
        for (let j = 0; j < columns; j++) moved[start + j] += change * W[k * columns + j]
      }
      for (let e = start; e < start + columns; e++) {
        if (moved[e] === Z.data[e]) {
          changes[e] = 0
          if (isOutput) this.output.data[e] = isLogits ? moved[e] : A.data[e]
        } else if (isLogits) changes[e] = moved[e] - Z.data[e]
        else {
          const a = value(moved[e])
          if (isOutput) this.output.data[e] = a
          changes[e] = (a - A.data[e]) * (mask ? mask.data[e] : 1)
        }
      }
    }
  }

  private takeLosses(layer: number): void {
    const last = this.Z.length - 1
    const { columns } = this.Z[last]
    const changes = this.changes[last]
    const { loss, rowTargets, rowLosses } = this.base
    const { unit } = this.movement
    for (let i = 0; i < rowLosses.length; i++) {
      let isMoved = false
      if (layer === last && unit >= 0) isMoved = changes[i * columns + unit] !== 0
      else for (let e = i * columns; e < (i + 1) * columns; e++) isMoved ||= changes[e] !== 0
      this.rowLosses[i] = isMoved ? loss.value(this.rows[i], rowTargets[i]) : rowLosses[i]
    }
  }
}

/** The pass of a batch as the base of moved points, with the loss of each row. */
export function basePass(pass: Omit<BasePass, 'rowLosses'>): BasePass {
  const { cache, loss, rowTargets } = pass
  const { Z, A } = cache[cache.length - 1]
  const { columns, data } = loss.reads === 'logits' ? Z : A
  const rowLosses = Float64Array.from(rowTargets, (targets, i) =>
    loss.value({ rows: 1, columns, data: data.subarray(i * columns, (i + 1) * columns) }, targets)
  )
  return { ...pass, rowLosses }
}
