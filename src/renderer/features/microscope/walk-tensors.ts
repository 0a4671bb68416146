import { shallowRef, type ShallowRef } from 'vue'
import type { WalkTensorPart, WalkTensorView } from '#shared/contract'
import type { TensorNumbers } from './tensor-numbers'

/** A picture of a large tensor has at most so many rows and columns. */
const PICTURE = 64

/** Windows of a large tensor are asked for in blocks of so many rows and columns; one with fewer numbers than a request may have comes whole. */
const BLOCK = 32

interface Block {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export interface WalkTensorsOptions {
  readonly views: readonly WalkTensorView[]
  /** The most numbers of one request. */
  readonly mostNumbers: number
  readonly ask: (question: {
    readonly tensor: string
    readonly window: Block | null
    readonly picture: { readonly rows: number; readonly columns: number } | null
  }) => Promise<WalkTensorPart | null>
}

const NOTHING = { rows: 1, columns: 1, data: [0] }

/** One large tensor as far as it is known. */
interface Large {
  /** The same until more is known, so that nothing is drawn again meanwhile. */
  readonly numbers: ShallowRef<TensorNumbers>
  readonly blocks: Map<string, Float64Array | null>
}

/**
 * The tensors of a walk by their ids. The small ones are there at once. Of the others a picture is asked for when the tensor is first looked
 * at, and numbers when they are; what reads them in a computed value or a template is told when they are there.
 */
export function walkTensors({ views, mostNumbers, ask }: WalkTensorsOptions): (id: string) => TensorNumbers | undefined {
  const byId = new Map(views.map((view) => [view.id, view]))
  const small = new Map<string, TensorNumbers>()
  const large = new Map<string, Large>()

  function numbersOf(view: WalkTensorView): TensorNumbers {
    return view.values ? smallNumbers(view, view.values) : largeNumbers(view)
  }

  function smallNumbers(view: WalkTensorView, values: Float64Array): TensorNumbers {
    const known = small.get(view.id)
    if (known) return known
    const made = {
      ...described(view),
      at: (row: number, column: number) => values[row * view.columns + column],
      picture: { rows: view.rows, columns: view.columns, data: values }
    }
    small.set(view.id, made)
    return made
  }

  function largeNumbers(view: WalkTensorView): TensorNumbers {
    const known = large.get(view.id)
    if (known) return known.numbers.value
    const at = (row: number, column: number) => numberAt(view, state, row, column)
    const numbers = shallowRef<TensorNumbers>({ ...described(view), at, picture: NOTHING })
    const state: Large = { numbers, blocks: new Map() }
    large.set(view.id, state)
    askPicture(view, state)
    return numbers.value
  }

  function askPicture(view: WalkTensorView, state: Large): void {
    const picture = { rows: Math.min(PICTURE, view.rows), columns: Math.min(PICTURE, view.columns) }
    void ask({ tensor: view.id, window: null, picture }).then((part) => {
      if (!part?.picture) return
      const { rows, columns, values } = part.picture
      state.numbers.value = { ...state.numbers.value, picture: { rows, columns, data: values } }
    })
  }

  function numberAt(view: WalkTensorView, state: Large, row: number, column: number): number | undefined {
    const block = blockAt(view, row, column)
    const key = `${block.row},${block.column}`
    const values = state.blocks.get(key)
    if (values) return values[(row - block.row) * block.columns + (column - block.column)]
    if (values === undefined) {
      state.blocks.set(key, null)
      void ask({ tensor: view.id, window: block, picture: null }).then((part) => {
        if (!part?.window) return
        state.blocks.set(key, part.window.values)
        state.numbers.value = { ...state.numbers.value }
      })
    }
    return undefined
  }

  function blockAt({ rows, columns }: WalkTensorView, row: number, column: number): Block {
    if (rows * columns <= mostNumbers) return { row: 0, column: 0, rows, columns }
    const from = (index: number) => index - (index % BLOCK)
    const [top, left] = [from(row), from(column)]
    return { row: top, column: left, rows: Math.min(BLOCK, rows - top), columns: Math.min(BLOCK, columns - left) }
  }

  return (id) => {
    const view = byId.get(id)
    return view && numbersOf(view)
  }
}

function described({ id, name, tex, rows, columns, low, high }: WalkTensorView) {
  return { id, name, tex, rows, columns, largest: Math.max(Math.abs(low), Math.abs(high)) }
}
