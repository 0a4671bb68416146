import type { Ref, ShallowRef } from 'vue'
import type { CodeLanguage, NotationName, SampleJacobian, StepCell } from '#core'
import type { WalkCellView, WalkEdit, WalkSource as WalkedSource, WalkTerm, WalkView, WireError } from '#shared/contract'
import type { TensorNumbers } from './tensor-numbers'

/** Which rows of the run the mini-batch has, or which lesson is shown instead. */
export type WalkChoice = Exclude<WalkedSource, { readonly kind: 'snapshot' }>

/** A walk that the page has in hand: a snapshot of one moment of the run. */
export interface ShownWalk extends WalkView {
  /** The numbers of a tensor; undefined for one that is not in the walk. */
  readonly tensor: (id: string) => TensorNumbers | undefined
}

/** Where the walk, its numbers and its cells come from. */
export interface WalkSource {
  readonly walk: Readonly<ShallowRef<ShownWalk | null>>
  readonly error: Readonly<ShallowRef<WireError | null>>
  /** The part of a walk that is made, from 0 to 1, where it takes long; null where none is being made. */
  readonly progress: Readonly<Ref<number | null>>
  readonly choice: ShallowRef<WalkChoice>
  readonly notation: Ref<NotationName>
  /** Numbers in place of given ones. */
  readonly edits: ShallowRef<readonly WalkEdit[]>
  /** Whether the run has gone on since. */
  readonly isStale: Readonly<Ref<boolean>>
  readonly refresh: () => void
  /** Trains exactly this mini-batch. */
  readonly takeStep: () => Promise<void>
  /** The calculation of a cell, of a step's result or of a given tensor; null when it is no longer wanted. */
  readonly cellAt: (cell: StepCell) => Promise<WalkCellView | null>
  /** The Jacobian of a step for one sample; null where there is none. */
  readonly jacobianAt: (step: string, row: number) => Promise<SampleJacobian | null>
  /** A script that does the whole walk; null when the walk is gone meanwhile. */
  readonly script: (language: CodeLanguage) => Promise<string | null>
  /** Terms of its sum, from one on. */
  readonly termsOf: (cell: StepCell, from: number, count: number) => Promise<readonly WalkTerm[]>
}
