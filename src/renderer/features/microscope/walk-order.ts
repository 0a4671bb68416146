import type { Phase, Step } from '#core'

/** The distances that one press of → may go. */
export const granularities = ['layer', 'step', 'cell'] as const
export type Granularity = (typeof granularities)[number]

/** The steps of a walk that are gone through beside the usual ones. */
export interface WalkDetail {
  /** The steps whose parts are opened: max, s − max, e^, Σ of the softmax, masks, slopes, an optimizer's memory. */
  readonly parts: ReadonlySet<string>
  /** The derivation that a short form such as P − Y leaves out. */
  readonly long: boolean
}

type Line = Pick<Step, 'id' | 'phase' | 'layer' | 'level' | 'rule' | 'factors'>

/** A step that only gives the result of another one a second name: dW of its data part where there is no penalty, dZ of dS. */
function copiedFrom({ id, rule, factors }: Line): string | null {
  if (factors.length !== 1) return null
  if (rule === 'sum' && /^dW\d+$/.test(id)) return factors[0].tensor
  return rule === 'loss' && /^dZ\d+$/.test(id) ? factors[0].tensor : null
}

/** Maps the results that are copies to the step that they are shown by. */
export function copiesIn(steps: readonly Line[]): Map<string, string> {
  const copies = new Map<string, string>()
  for (const step of steps) {
    const from = copiedFrom(step)
    if (from !== null) copies.set(step.id, from)
  }
  return copies
}

/** A product for dW is always gone through: it is what the layer learns from. */
const isPart = ({ id, level }: Pick<Line, 'id' | 'level'>) => level === 'detail' && !/^dW\d+\.data$/.test(id)

/** Maps each part to the step that it is a part of: the next one that is gone through in any case. */
export function wholesIn(steps: readonly Line[]): Map<string, string> {
  const wholes = new Map<string, string>()
  let whole: string | null = null
  for (const step of steps.toReversed()) {
    if (isPart(step)) wholes.set(step.id, whole ?? step.id)
    else if (step.level === 'step' && copiedFrom(step) === null) whole = step.id
  }
  return wholes
}

/** The steps that are gone through, in order. */
export function stepsShown<One extends Line>(steps: readonly One[], { parts, long }: WalkDetail): One[] {
  const wholes = wholesIn(steps)
  return steps.filter((step) => {
    if (step.level === 'long') return long
    if (isPart(step)) return parts.has(wholes.get(step.id) ?? '')
    return copiedFrom(step) === null
  })
}

function isSameGroup(a: Line, b: Line): boolean {
  return a.phase === b.phase && a.layer === b.layer
}

/** The place in the order after going on, or back, by a layer or a step; it stays at the ends. */
export function movedBy(order: readonly Line[], at: number, granularity: 'layer' | 'step', direction: 1 | -1): number {
  const last = order.length - 1
  if (granularity === 'step') return Math.min(last, Math.max(0, at + direction))
  if (direction === 1) {
    for (let next = at + 1; next <= last; next++) if (!isSameGroup(order[next], order[at])) return next
    return last
  }
  const startOf = (index: number) => {
    let start = index
    while (start > 0 && isSameGroup(order[start - 1], order[index])) start--
    return start
  }
  const start = startOf(at)
  return start < at || start === 0 ? start : startOf(start - 1)
}

/** The phases in order, each with its first step and its number of steps. */
export function phaseSpans(order: readonly Pick<Step, 'phase'>[]): { phase: Phase; from: number; count: number }[] {
  const spans: { phase: Phase; from: number; count: number }[] = []
  order.forEach(({ phase }, index) => {
    const last = spans.at(-1)
    if (last?.phase === phase) last.count++
    else spans.push({ phase, from: index, count: 1 })
  })
  return spans
}

/** Where a step is in the order; one that is not shown is found by the nearest shown one after it. */
export function placeOf(order: readonly Line[], steps: readonly Line[], id: string): number {
  const from = steps.findIndex((step) => step.id === id)
  for (let next = Math.max(0, from); next < steps.length; next++) {
    const place = order.findIndex((step) => step.id === steps[next].id)
    if (place >= 0) return place
  }
  return Math.max(0, order.length - 1)
}
