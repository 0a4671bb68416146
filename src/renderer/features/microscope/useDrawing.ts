import { computed, toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue'
import { briefNumber, type Region, type StepFactor } from '#core'
import { arrangementOf, enteredInResult, litInFactor, type Arrangement, type FactorRole, type Place } from './arrangement'
import type { NumberSize } from './fit-matrices'
import { fitStep, type Room } from './matrix-stack'
import { numbersOf, shownIndices, type ShownIndex } from './shown-indices'
import { transposedNumbers, type TensorNumbers } from './tensor-numbers'
import { termIn, useMicroscope } from './useMicroscope'

/** A factor as it is drawn. */
export interface Drawn {
  readonly factor: StepFactor
  readonly role: FactorRole
  readonly tensor: TensorNumbers
}

/** One matrix as it is drawn: the props of `NumberMatrix`. */
export interface MatrixProps {
  readonly tensor: TensorNumbers
  readonly name: string
  readonly rows: readonly ShownIndex[]
  readonly columns: readonly ShownIndex[]
  readonly direction: 'forward' | 'backward' | 'neither'
  readonly lit: Region | null
  readonly framed?: Region | null
  readonly chosen: Place | null
  readonly marked: Region | null
  readonly isLost: boolean
  /** The characters that its cells have room for. */
  readonly digits: number
}

/** The matrices of the step as they are drawn, with what is looked at lit in each. */
export interface Drawing {
  readonly arrangement: ComputedRef<Arrangement | null>
  /** The factors of a product. */
  readonly left: ComputedRef<Drawn | null>
  readonly right: ComputedRef<Drawn | null>
  readonly added: ComputedRef<Drawn | null>
  /** The factors of every other step. */
  readonly beside: ComputedRef<readonly Drawn[]>
  readonly result: ComputedRef<MatrixProps | null>
  /** The rows and columns of the result that are shown, and of the index that a product adds up over. */
  readonly rows: ComputedRef<readonly ShownIndex[]>
  readonly columns: ComputedRef<readonly ShownIndex[]>
  readonly across: ComputedRef<readonly ShownIndex[]>
  readonly bind: (one: Drawn, rows: readonly ShownIndex[], columns: readonly ShownIndex[]) => MatrixProps
  /** The same for one that stands beside the result. */
  readonly bindBeside: (one: Drawn) => MatrixProps
  readonly size: ComputedRef<NumberSize>
  /** Whether rows and columns are numbered: in all matrices of a step, or in none, so that they stand in line. */
  readonly isNumbered: ComputedRef<boolean>
  /** The matrices of which only a window is written out. */
  readonly large: ComputedRef<readonly TensorNumbers[]>
  readonly frameIn: (tensor: TensorNumbers) => Place
  readonly moveFrame: (tensor: TensorNumbers, place: Place) => void
}

/** A cell is no narrower than for so many characters. */
const LEAST_DIGITS = 4

/** `room` is what there is for the matrices, in pixels. */
export function useDrawing(room: MaybeRefOrGetter<Room>): Drawing {
  const { walk, navigation, chosen, term, cell, pointed, marksOf, directionOf, nameOf, isLost } = useMicroscope()
  const { step, pin, pinned } = navigation

  const arrangement = computed(() => (step.value ? arrangementOf(step.value) : null))
  const result = computed(() => (step.value ? walk.value?.tensor(step.value.result) : undefined))

  function drawn(factor: StepFactor, role: FactorRole): Drawn | null {
    const tensor = walk.value?.tensor(factor.tensor)
    return tensor ? { factor, role, tensor: factor.transposed ? transposedNumbers(tensor) : tensor } : null
  }

  const left = computed(() => (arrangement.value?.kind === 'product' ? drawn(arrangement.value.left, 'left') : null))
  const right = computed(() => (arrangement.value?.kind === 'product' ? drawn(arrangement.value.right, 'right') : null))
  const added = computed(() =>
    arrangement.value?.kind === 'product' && arrangement.value.added ? drawn(arrangement.value.added, 'beside') : null
  )
  const beside = computed(() => {
    const now = arrangement.value
    const factors = now?.kind === 'aligned' ? now.factors : now?.kind === 'below' ? [now.of] : []
    return factors.flatMap((factor) => drawn(factor, 'beside') ?? [])
  })

  /**
   * The index that a product adds up over, at the term that is looked at, or at the largest of the pinned number: what the pointer passes
   * over moves no matrix.
   */
  const inner = computed<number>((before = 0) => {
    // The last term may be the bias.
    const last = Math.max(0, (left.value?.tensor.columns ?? 1) - 1)
    if (term.value !== null) return Math.min(last, term.value)
    if (pointed.value) return Math.min(last, before)
    const [first, ...others] = cell.value?.largest?.terms ?? []
    if (!first) return 0
    return Math.min(last, others.reduce((best, one) => (Math.abs(one.value) > Math.abs(best.value) ? one : best), first).number)
  })

  const shape = ({ rows: r, columns: c }: TensorNumbers) => [r, c] as const

  /** The characters of the longest number of a matrix that is written out where there is room. */
  function digitsIn(tensor: TensorNumbers, row: number, column: number): number {
    const near = (count: number, index: number) => numbersOf(shownIndices(count, Math.min(index, count - 1)))
    let longest = LEAST_DIGITS
    for (const r of near(tensor.rows, row))
      for (const c of near(tensor.columns, column)) longest = Math.max(longest, briefNumber(tensor.at(r, c) ?? 0).length)
    return longest
  }

  /** The same for each matrix of the step. Those that stand above each other have cells of one width. */
  const digits = computed(() => {
    const { row, column } = pinned.value
    const of = (one: TensorNumbers | undefined, r: number, c: number) => (one ? digitsIn(one, r, c) : LEAST_DIGITS)
    const above = [of(right.value?.tensor, inner.value, column), of(added.value?.tensor, 0, column), of(result.value, row, column)]
    const besides = beside.value.map(({ tensor }) => digitsIn(tensor, row, column))
    const isOne = left.value !== null || arrangement.value?.kind === 'below'
    const one = Math.max(...above, ...besides)
    return {
      left: of(left.value?.tensor, row, inner.value),
      beside: isOne ? besides.map(() => one) : besides,
      result: isOne ? one : above[2]
    }
  })

  const fitted = computed(() => {
    const shapeOf = (tensor: TensorNumbers, longest: number) => ({ rows: tensor.rows, columns: tensor.columns, digits: longest })
    return fitStep(
      {
        result: result.value ? shapeOf(result.value, digits.value.result) : { rows: 0, columns: 0, digits: LEAST_DIGITS },
        product: left.value && { left: shapeOf(left.value.tensor, digits.value.left), hasBias: added.value !== null },
        beside: beside.value.map(({ tensor }, index) => shapeOf(tensor, digits.value.beside[index])),
        isBelow: arrangement.value?.kind === 'below'
      },
      toValue(room)
    )
  })

  const rows = computed(() => shownIndices(result.value?.rows ?? 0, pinned.value.row, fitted.value.windows.rows))
  const columns = computed(() => shownIndices(result.value?.columns ?? 0, pinned.value.column, fitted.value.windows.columns))
  const across = computed(() => shownIndices(left.value?.tensor.columns ?? 0, inner.value, fitted.value.windows.across))

  /** The rows and columns of a matrix that stands beside the result: the same as the result's where there are as many. */
  function besideIndices(tensor: TensorNumbers): { rows: readonly ShownIndex[]; columns: readonly ShownIndex[] } {
    const { row, column } = pinned.value
    const { windows } = fitted.value
    return {
      rows: tensor.rows === result.value?.rows ? rows.value : shownIndices(tensor.rows, Math.min(row, tensor.rows - 1), windows.rows),
      columns:
        tensor.columns === result.value?.columns
          ? columns.value
          : shownIndices(tensor.columns, Math.min(column, tensor.columns - 1), windows.columns)
    }
  }

  function litIn({ role, tensor }: Drawn): Region | null {
    if (!result.value || pointed.value?.part === 'factor') return null
    return litInFactor(role, shape(tensor), shape(result.value), chosen.value)
  }

  /** The cells of the result that the factor's cell under the pointer enters. */
  const entered = computed(() => {
    const now = pointed.value
    if (now?.part !== 'factor' || !result.value) return null
    const all = [left.value, right.value, ...beside.value, added.value]
    const found = all.find((one) => one && one.factor === now.factor)
    return found ? enteredInResult(found.role, shape(found.tensor), shape(result.value), now.place) : null
  })

  /** The cell of a factor that a term is made of, as it is drawn. */
  function framedIn({ factor }: Drawn): Region | null {
    if (term.value === null) return null
    const at = termIn(cell.value, term.value)?.factors.find((one) => one.at?.tensor === factor.tensor)?.at
    if (!at) return null
    const [row, column] = factor.transposed ? [at.column, at.row] : [at.row, at.column]
    return { rows: [row, row + 1], columns: [column, column + 1] }
  }

  function chosenIn({ factor }: Drawn): Place | null {
    return pointed.value?.part === 'factor' && pointed.value.factor === factor ? pointed.value.place : null
  }

  function bind(one: Drawn, shownRows: readonly ShownIndex[], shownColumns: readonly ShownIndex[]): MatrixProps {
    const { left: ofLeft, beside: ofBeside, result: ofResult } = digits.value
    return {
      tensor: one.tensor,
      digits: one.role === 'left' ? ofLeft : (ofBeside[beside.value.indexOf(one)] ?? ofResult),
      name: nameOf(one.factor.tensor),
      rows: shownRows,
      columns: shownColumns,
      direction: directionOf(one.factor.tensor),
      lit: litIn(one),
      framed: framedIn(one),
      chosen: chosenIn(one),
      marked: marksOf(one.factor),
      isLost: isLost(one.factor.tensor)
    }
  }

  const hasGaps = (shown: readonly ShownIndex[]) => shown.some((index) => typeof index !== 'number')
  /** Those that are drawn, without the bias, with the rows and columns that are shown of each. */
  const all = computed(() =>
    [
      { tensor: left.value?.tensor, rows: rows.value, columns: across.value },
      { tensor: right.value?.tensor, rows: across.value, columns: columns.value },
      ...beside.value.map(({ tensor }) => ({ tensor, ...besideIndices(tensor) })),
      { tensor: result.value, rows: rows.value, columns: columns.value }
    ].flatMap(({ tensor, ...shown }) => (tensor ? [{ tensor, ...shown }] : []))
  )
  const large = computed(() => all.value.filter((one) => hasGaps(one.rows) || hasGaps(one.columns)).map(({ tensor }) => tensor))
  const isNumbered = computed(() => large.value.length > 0)

  function moveFrame(tensor: TensorNumbers, place: Place): void {
    if (tensor === result.value) pin(place)
    else if (tensor === left.value?.tensor) {
      pin({ row: place.row, column: pinned.value.column })
      term.value = place.column
    } else if (tensor === right.value?.tensor) {
      pin({ row: pinned.value.row, column: place.column })
      term.value = place.row
    } else if (result.value)
      pin({ row: Math.min(place.row, result.value.rows - 1), column: Math.min(place.column, result.value.columns - 1) })
  }

  function frameIn(tensor: TensorNumbers): Place {
    if (tensor === left.value?.tensor) return { row: pinned.value.row, column: inner.value }
    if (tensor === right.value?.tensor) return { row: inner.value, column: pinned.value.column }
    return { row: Math.min(pinned.value.row, tensor.rows - 1), column: Math.min(pinned.value.column, tensor.columns - 1) }
  }

  const resultBinding = computed<MatrixProps | null>(() => {
    if (!result.value || !step.value) return null
    return {
      tensor: result.value,
      digits: digits.value.result,
      name: nameOf(step.value.result),
      rows: rows.value,
      columns: columns.value,
      direction: directionOf(step.value.result),
      lit: entered.value,
      chosen: pointed.value?.part === 'factor' ? null : chosen.value,
      marked: marksOf({ tensor: step.value.result, transposed: false }),
      isLost: isLost(step.value.result)
    }
  })

  return {
    arrangement,
    left,
    right,
    added,
    beside,
    result: resultBinding,
    rows,
    columns,
    across,
    bind,
    bindBeside(one) {
      const shown = besideIndices(one.tensor)
      return bind(one, shown.rows, shown.columns)
    },
    size: computed(() => fitted.value.size),
    isNumbered,
    large,
    frameIn,
    moveFrame
  }
}
