import { createCells, isRatherText, type ColumnCells } from './column-cells'
import { FieldTexts } from './field-texts'
import { readLongNumber, type WrittenNumber } from './long-number'
import { NumberCells } from './number-cells'
import { pieceRows, Pieces } from './pieces'
import type { CellReading } from './reading'
import { quotedField, type RowFields } from './row-fields'
import { RowSampler, type RowSample } from './row-sample'

/** Initial rows of the first piece, where no more are expected; it doubles until it is full. */
const firstRows = 64

/** Size of a number and its form. */
const bytesPerNumber = 9

/** Maximum memory reserved on an estimate, in bytes. */
const mostReserved = 2e9

/** Shorter strings are never slices of longer ones (V8). */
const shortestView = 13

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Copies a string that may be a slice of a longer one, which it would keep in memory. */
function copyOf(text: string): string {
  return text.length < shortestView ? text : decoder.decode(encoder.encode(text))
}

/** Returns the number of rows to reserve memory for: those expected, unless that exceeds the limit for estimates. */
function roomFor(expectedRows: number, columns: number): number {
  return expectedRows * columns * bytesPerNumber <= mostReserved ? expectedRows : 0
}

/** The rows of a table while it is read, column by column, with the line on which each begins. */
export class RowStore {
  readonly columns: ColumnCells[]
  private readonly lines: Pieces<Int32Array>
  private readonly sampler: RowSampler
  private readonly texts = new FieldTexts()
  private readonly number: WrittenNumber = { value: 0, form: 0 }
  /** The byte of each column's decimal mark. */
  private readonly decimals: Uint8Array
  private readonly firstLength: number
  private count = 0
  private capacity = 0
  /** The pieces a row is stored in, where its column is stored as numbers and accepts plain ones directly. */
  private values: (Float64Array | null)[] = []
  private forms: (Uint8Array | null)[] = []
  private linePiece: Int32Array = new Int32Array(0)
  private selected = -1

  constructor(
    kinds: readonly ('number' | 'text')[],
    private readonly readings: readonly CellReading[],
    sample?: RowSample,
    expectedRows = 0
  ) {
    const room = roomFor(Math.min(expectedRows, sample?.rows ?? Infinity), kinds.length)
    this.firstLength = Math.min(pieceRows, Math.max(firstRows, room))
    this.columns = kinds.map((kind, c) => createCells(kind, readings[c], room))
    this.lines = new Pieces((length) => new Int32Array(length), room)
    this.sampler = new RowSampler(sample)
    this.decimals = Uint8Array.from(readings, ({ notation }) => notation.decimal.charCodeAt(0))
  }

  /** Number of rows kept. */
  get rows(): number {
    return this.count
  }

  /** Number of rows offered. */
  get offered(): number {
    return this.sampler.offered
  }

  get isFull(): boolean {
    return this.sampler.isFull
  }

  /** Approximate size of the table so far, in bytes. */
  get bytes(): number {
    return this.columns.reduce((sum, cells) => sum + cells.bytes(this.count), 4 * this.count)
  }

  /** Size of its texts, in bytes. */
  get textBytes(): number {
    return this.columns.reduce((sum, cells) => sum + cells.textBytes, 0)
  }

  /** Adds a row whose fields were scanned from bytes. Throws: NotUtf8. */
  addFields(bytes: Uint8Array, { starts, ends, values, forms }: RowFields, line: number): void {
    const row = this.place(line)
    if (row < 0) return
    const at = row % pieceRows
    for (let c = 0; c < this.columns.length; c++) {
      const piece = this.values[c]
      if (piece !== null && forms[c] < quotedField) {
        piece[at] = values[c]
        const written = this.forms[c]
        if (written !== null) written[at] = forms[c]
      } else {
        this.addField(c, row, bytes, starts[c], ends[c], forms[c] === quotedField)
      }
    }
  }

  private addField(c: number, row: number, bytes: Uint8Array, start: number, end: number, hasQuotes: boolean): void {
    const column = this.columns[c]
    const isNumber = this.values[c] !== null && end > start && readLongNumber(bytes, start, end, this.decimals[c], this.number)
    if (isNumber && column instanceof NumberCells) {
      column.put(row, this.number.value, this.number.form)
      return
    }
    const text = this.texts.read(bytes, start, end)
    column.set(row, hasQuotes ? text.replaceAll('""', '"') : text)
  }

  /** Adds a row of cells. */
  addCells(cells: readonly string[], line: number): void {
    const row = this.place(line)
    if (row < 0) return
    this.columns.forEach((column, c) => column.set(row, cells[c].trim(), copyOf))
  }

  /** Sorts the kept rows by line and returns their lines. */
  takeLines(): Int32Array {
    const lines = this.lines.take(this.count)
    if (lines.every((line, row) => row === 0 || line > lines[row - 1])) return lines
    const order = Int32Array.from(lines.keys()).sort((a, b) => lines[a] - lines[b])
    this.columns.forEach((cells) => cells.reorder(order))
    return lines.sort()
  }

  /** Returns the index at which the next row is stored; −1 when it is not kept. */
  private place(line: number): number {
    const row = this.sampler.next()
    if (row < 0) return -1
    if (row === this.count) {
      if (row === this.capacity) this.grow()
      this.count++
    } else {
      this.columns.forEach((cells) => cells.clear(row))
    }
    const piece = Math.floor(row / pieceRows)
    if (piece !== this.selected) this.select(piece)
    this.linePiece[row % pieceRows] = line
    return row
  }

  private grow(): void {
    const piece = Math.floor(this.capacity / pieceRows)
    const length = Math.min(pieceRows, Math.max(this.firstLength, 2 * this.capacity))
    for (const [c, cells] of this.columns.entries()) {
      if (isRatherText(cells, this.count)) this.columns[c] = this.asTexts(cells, c)
      this.columns[c].grow(piece, length)
    }
    this.lines.grow(piece, length)
    this.capacity = piece * pieceRows + length
    this.selected = -1
  }

  private asTexts(cells: ColumnCells, c: number): ColumnCells {
    const texts = createCells('text', this.readings[c], this.capacity)
    for (let start = 0; start < this.count; start += pieceRows) {
      texts.grow(start / pieceRows, Math.min(pieceRows, this.capacity - start))
      for (let row = start; row < Math.min(this.count, start + pieceRows); row++) texts.set(row, cells.text(row))
    }
    return texts
  }

  private select(piece: number): void {
    const plain = this.columns.map((cells) => (cells instanceof NumberCells && !cells.reading.hasNumericTokens ? cells : null))
    this.values = plain.map((cells) => cells?.values.at(piece) ?? null)
    this.forms = plain.map((cells) => cells?.forms.at(piece) ?? null)
    this.linePiece = this.lines.at(piece)
    this.selected = piece
  }
}
