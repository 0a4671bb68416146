import { computed, type ComputedRef } from 'vue'
import { briefNumber, type Region, type StepFactor } from '#core'
import { arrangementOf, enteredInResult, litInFactor, type Arrangement, type FactorRole, type Place } from './arrangement'
import { numbersOf, shownIndices, WHOLE, type ShownIndex } from './shown-indices'
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
  readonly hasHeads: boolean
  readonly isLost: boolean
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
  readonly size: ComputedRef<'small' | 'medium' | 'large' | 'largest'>
  readonly cellWidth: ComputedRef<string>
  /** The matrices of which only a window is written out. */
  readonly large: ComputedRef<readonly TensorNumbers[]>
  readonly frameIn: (tensor: TensorNumbers) => Place
  readonly moveFrame: (tensor: TensorNumbers, place: Place) => void
}

/** Sizes of numbers by their names in the style sheet, in rem; and the room for a step's cells, in rem, at a projector's size. */
const sizes = [
  { name: 'largest', number: 1.615 },
  { name: 'large', number: 1.385 },
  { name: 'medium', number: 1.154 },
  { name: 'small', number: 1 }
] as const
const ROOM = { width: 62, height: 19 }

export function useDrawing(): Drawing {
  const { walk, navigation, chosen, term, cell, pointed, marksOf, directionOf, nameOf, isLost } = useMicroscope()
  const { step, pin } = navigation

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

  /** The index that a product adds up over, at the term that is looked at, or at the largest. */
  const inner = computed(() => {
    if (term.value !== null) return term.value
    const count = left.value?.tensor.columns ?? 0
    const [first, ...others] = cell.value?.largest?.terms ?? []
    if (count <= WHOLE || !first) return null
    return Math.min(count - 1, others.reduce((best, one) => (Math.abs(one.value) > Math.abs(best.value) ? one : best), first).number)
  })

  const rows = computed(() => shownIndices(result.value?.rows ?? 0, chosen.value.row))
  const columns = computed(() => shownIndices(result.value?.columns ?? 0, chosen.value.column))
  const across = computed(() => shownIndices(left.value?.tensor.columns ?? 0, inner.value))

  /** The rows or columns of a matrix that stands beside the result: the same as the result's where there are as many. */
  function besideIndices(count: number, ofResult: number, shown: readonly ShownIndex[], chosenIndex: number): readonly ShownIndex[] {
    return count === ofResult ? shown : shownIndices(count, Math.min(chosenIndex, count - 1))
  }

  const shape = ({ rows: r, columns: c }: TensorNumbers) => [r, c] as const

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
    return {
      tensor: one.tensor,
      name: nameOf(one.factor.tensor),
      rows: shownRows,
      columns: shownColumns,
      direction: directionOf(one.factor.tensor),
      lit: litIn(one),
      framed: framedIn(one),
      chosen: chosenIn(one),
      marked: marksOf(one.factor),
      hasHeads: hasHeads.value,
      isLost: isLost(one.factor.tensor)
    }
  }

  const hasGaps = (shown: readonly ShownIndex[]) => shown.some((index) => typeof index !== 'number')
  /** All matrices of a step are numbered, or none, so that they stand in line. */
  const hasHeads = computed(
    () =>
      [rows, columns, across].some(({ value }) => hasGaps(value)) ||
      beside.value.some(({ tensor }) => Math.max(tensor.rows, tensor.columns) > WHOLE)
  )

  /** As wide as the longest number, in ems, so that the columns of a product stand above each other. */
  const cellWidth = computed(() => {
    let longest = 4
    const measure = (tensor: TensorNumbers | undefined, shownRows: readonly ShownIndex[], shownColumns: readonly ShownIndex[]) => {
      for (const row of numbersOf(shownRows))
        for (const column of numbersOf(shownColumns)) longest = Math.max(longest, briefNumber(tensor?.at(row, column) ?? 0).length)
    }
    measure(result.value, rows.value, columns.value)
    measure(left.value?.tensor, rows.value, across.value)
    measure(right.value?.tensor, across.value, columns.value)
    measure(added.value?.tensor, [0], columns.value)
    return 0.58 * longest + 0.7
  })

  /** The largest numbers with which the matrices fit into the smallest window that the page is laid out for. */
  const size = computed(() => {
    const wide =
      columns.value.length +
      (left.value ? across.value.length : beside.value.reduce((sum, { tensor }) => sum + Math.min(WHOLE, tensor.columns), 0))
    const high = rows.value.length + (left.value ? across.value.length + (added.value ? 1 : 0) : 0)
    const fits = sizes.find(({ number }) => wide * cellWidth.value * number <= ROOM.width && high * 1.75 * number <= ROOM.height)
    return (fits ?? sizes[sizes.length - 1]).name
  })

  const large = computed(() =>
    [left.value?.tensor, right.value?.tensor, ...beside.value.map(({ tensor }) => tensor), result.value]
      .filter((tensor) => tensor !== undefined)
      .filter((tensor) => tensor.rows > WHOLE || tensor.columns > WHOLE)
  )

  function moveFrame(tensor: TensorNumbers, place: Place): void {
    if (tensor === result.value) pin(place)
    else if (tensor === left.value?.tensor) {
      pin({ row: place.row, column: chosen.value.column })
      term.value = place.column
    } else if (tensor === right.value?.tensor) {
      pin({ row: chosen.value.row, column: place.column })
      term.value = place.row
    } else if (result.value)
      pin({ row: Math.min(place.row, result.value.rows - 1), column: Math.min(place.column, result.value.columns - 1) })
  }

  function frameIn(tensor: TensorNumbers): Place {
    if (tensor === left.value?.tensor) return { row: chosen.value.row, column: inner.value ?? 0 }
    if (tensor === right.value?.tensor) return { row: inner.value ?? 0, column: chosen.value.column }
    return { row: Math.min(chosen.value.row, tensor.rows - 1), column: Math.min(chosen.value.column, tensor.columns - 1) }
  }

  const resultBinding = computed<MatrixProps | null>(() => {
    if (!result.value || !step.value) return null
    return {
      tensor: result.value,
      name: nameOf(step.value.result),
      rows: rows.value,
      columns: columns.value,
      direction: directionOf(step.value.result),
      lit: entered.value,
      chosen: pointed.value?.part === 'factor' ? null : chosen.value,
      marked: marksOf({ tensor: step.value.result, transposed: false }),
      hasHeads: hasHeads.value,
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
    bindBeside: (one) =>
      bind(
        one,
        besideIndices(one.tensor.rows, result.value?.rows ?? 0, rows.value, chosen.value.row),
        besideIndices(one.tensor.columns, result.value?.columns ?? 0, columns.value, chosen.value.column)
      ),
    size,
    cellWidth: computed(() => `${cellWidth.value.toFixed(2)}em`),
    large,
    frameIn,
    moveFrame
  }
}
