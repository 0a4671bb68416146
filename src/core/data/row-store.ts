import { createCells, isRatherText, type ColumnCells } from './column-cells'
import { FieldTexts } from './field-texts'
import { readLongNumber, type WrittenNumber } from './long-number'
import { NumberCells } from './number-cells'
import { pieceRows, Pieces } from './pieces'
import type { CellReading } from './reading'
import { quotedField, type RowFields } from './row-fields'
import { RowSampler, type RowSample } from './row-sample'

/** Rows of the first piece at its beginning; it doubles until it is whole. */
const firstRows = 64

/** A number, and how it is written. */
const bytesPerNumber = 9

/** So much room may be taken on a guess, in bytes. */
const mostReserved = 2e9

/** Shorter texts are no views of longer ones. */
const shortestView = 13

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** A text of its own where it may be a view of a longer one, which would be kept in memory with it. */
function copyOf(text: string): string {
  return text.length < shortestView ? text : decoder.decode(encoder.encode(text))
}

/** For how many rows room is taken at once: for those expected, unless that were more than a guess may take. */
function roomFor(expectedRows: number, columns: number): number {
  return expectedRows * columns * bytesPerNumber <= mostReserved ? expectedRows : 0
}

/** The rows of a table while it is read, column by column, and the line on which each begins. */
export class RowStore {
  readonly columns: ColumnCells[]
  private readonly lines: Pieces<Int32Array>
  private readonly sampler: RowSampler
  private readonly texts = new FieldTexts()
  private readonly number: WrittenNumber = { value: 0, form: 0 }
  private readonly decimal: number
  private count = 0
  private capacity = 0
  /** The pieces a row goes into, where its column is kept as numbers and takes plain ones as they are. */
  private values: (Float64Array | null)[] = []
  private forms: (Uint8Array | null)[] = []
  private linePiece: Int32Array = new Int32Array(0)
  private selected = -1

  constructor(
    kinds: readonly ('number' | 'text')[],
    private readonly reading: CellReading,
    sample?: RowSample,
    expectedRows = 0
  ) {
    const room = roomFor(Math.min(expectedRows, sample?.rows ?? Infinity), kinds.length)
    this.columns = kinds.map((kind) => createCells(kind, reading, room))
    this.lines = new Pieces((length) => new Int32Array(length), room)
    this.sampler = new RowSampler(sample)
    this.decimal = reading.notation.decimal.charCodeAt(0)
  }

  /** How many rows are kept. */
  get rows(): number {
    return this.count
  }

  /** How many rows were offered. */
  get offered(): number {
    return this.sampler.offered
  }

  get isFull(): boolean {
    return this.sampler.isFull
  }

  /** About how many bytes the table takes so far. */
  get bytes(): number {
    return this.columns.reduce((sum, cells) => sum + cells.bytes(this.count), 4 * this.count)
  }

  /** How many of these hold texts. */
  get textBytes(): number {
    return this.columns.reduce((sum, cells) => sum + cells.textBytes, 0)
  }

  /** Takes a row whose fields were found in bytes. Throws: NotUtf8. */
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
    const isNumber = this.values[c] !== null && end > start && readLongNumber(bytes, start, end, this.decimal, this.number)
    if (isNumber && column instanceof NumberCells) {
      column.put(row, this.number.value, this.number.form)
      return
    }
    const text = this.texts.read(bytes, start, end)
    column.set(row, hasQuotes ? text.replaceAll('""', '"') : text)
  }

  /** Takes a row of cells. */
  addCells(cells: readonly string[], line: number): void {
    const row = this.place(line)
    if (row < 0) return
    this.columns.forEach((column, c) => column.set(row, cells[c].trim(), copyOf))
  }

  /** The lines of the rows kept; puts the rows in their order first. */
  takeLines(): Int32Array {
    const lines = this.lines.take(this.count)
    if (lines.every((line, row) => row === 0 || line > lines[row - 1])) return lines
    const order = Int32Array.from(lines.keys()).sort((a, b) => lines[a] - lines[b])
    this.columns.forEach((cells) => cells.reorder(order))
    return lines.sort()
  }

  /** The row the next one goes into; −1 when it is not kept. */
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
    const length = this.capacity >= pieceRows ? pieceRows : Math.max(firstRows, 2 * this.capacity)
    for (const [c, cells] of this.columns.entries()) {
      if (isRatherText(cells, this.count)) this.columns[c] = this.asTexts(cells)
      this.columns[c].grow(piece, length)
    }
    this.lines.grow(piece, length)
    this.capacity = piece * pieceRows + length
    this.selected = -1
  }

  private asTexts(cells: ColumnCells): ColumnCells {
    const texts = createCells('text', this.reading, this.capacity)
    for (let start = 0; start < this.count; start += pieceRows) {
      texts.grow(start / pieceRows, Math.min(pieceRows, this.capacity - start))
      for (let row = start; row < Math.min(this.count, start + pieceRows); row++) texts.set(row, cells.text(row))
    }
    return texts
  }

  private select(piece: number): void {
    const plain = this.columns.map((cells) => (cells instanceof NumberCells && !this.reading.hasNumericTokens ? cells : null))
    this.values = plain.map((cells) => cells?.values.at(piece) ?? null)
    this.forms = plain.map((cells) => cells?.forms.at(piece) ?? null)
    this.linePiece = this.lines.at(piece)
    this.selected = piece
  }
}
