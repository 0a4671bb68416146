/** Rows of a full piece of a column. */
export const pieceRows = 16_384

type Cells = Float64Array | Int32Array | Uint8Array

/**
 * A growable array of numbers, extended piece by piece so that nothing is copied meanwhile. The expected length is one array from the
 * beginning, whose untouched pages take no memory.
 */
export class Pieces<A extends Cells> {
  private readonly pieces: A[] = []
  private reserve: A

  constructor(
    private readonly create: (length: number) => A,
    expected = 0
  ) {
    // Less than a piece is not worth a reserve, which a file of many columns would have many of.
    this.reserve = create(expected < pieceRows ? 0 : Math.ceil(expected / pieceRows) * pieceRows)
  }

  /** Returns a piece by its number. */
  at(piece: number): A {
    return this.pieces[piece]
  }

  /** Returns the piece that contains a row, at `row % pieceRows`. */
  of(row: number): A {
    return this.pieces[Math.floor(row / pieceRows)]
  }

  /** Extends the last piece to a length, or adds one. */
  grow(piece: number, length: number): void {
    const start = piece * pieceRows
    if (start + length <= this.reserve.length) {
      this.pieces[piece] = this.reserve.subarray(start, start + length) as A
      return
    }
    const longer = this.create(length)
    if (piece < this.pieces.length) longer.set(this.pieces[piece])
    this.pieces[piece] = longer
  }

  /** Returns the first numbers as one array and releases the pieces. */
  take(length: number): A {
    const { reserve } = this
    this.reserve = this.create(0)
    if (length <= reserve.length) {
      this.pieces.length = 0
      return reserve.subarray(0, length) as A
    }
    const whole = this.create(length)
    for (let start = 0; start < length; start += pieceRows) {
      const piece = this.pieces.shift()
      if (piece) whole.set(piece.subarray(0, length - start), start)
    }
    return whole
  }

  /** Replaces the content by one array. */
  put(whole: A): void {
    this.pieces.length = 0
    for (let start = 0; start < whole.length; start += pieceRows) this.pieces.push(whole.subarray(start, start + pieceRows) as A)
  }
}
