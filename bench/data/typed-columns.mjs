/**
 * Columns that grow row by row: numbers, and codes with a list of texts for the last one. What a peer's rows are put into,
 * so that it ends with what the engine's reader ends with.
 */
export class TypedColumns {
  rows = 0
  /** @type {Float64Array[]} */
  numbers = []
  codes = new Int32Array(1024)
  /** @type {Map<string, number>} */
  texts = new Map()

  /** @param {readonly string[]} cells */
  add(cells) {
    const last = cells.length - 1
    if (this.numbers.length === 0) this.numbers = Array.from({ length: last }, () => new Float64Array(1024))
    if (this.rows === this.codes.length) this.grow()
    for (let c = 0; c < last; c++) this.numbers[c][this.rows] = Number(cells[c])
    const text = cells[last]
    let code = this.texts.get(text)
    if (code === undefined) {
      code = this.texts.size
      this.texts.set(text, code)
    }
    this.codes[this.rows++] = code
  }

  grow() {
    this.numbers = this.numbers.map((numbers) => {
      const longer = new Float64Array(2 * numbers.length)
      longer.set(numbers)
      return longer
    })
    const longer = new Int32Array(2 * this.codes.length)
    longer.set(this.codes)
    this.codes = longer
  }

  get result() {
    let sum = 0
    for (let row = 0; row < this.rows; row++) sum += this.numbers[0][row]
    return { rows: this.rows, columns: this.numbers.length + 1, sum, keep: this }
  }
}
