import type { CellBlock, CellPage } from '#shared/contract'

/** Text of a cell and its mark, as an index into `cellMarks`. */
export interface ShownCell {
  readonly text: string
  readonly mark: number
}

/** A part of a table; ends are excluded. */
export interface Area {
  readonly firstRow: number
  readonly endRow: number
  readonly firstColumn: number
  readonly endColumn: number
}

/** A block's size; a screen has some 30 rows and 15 columns. */
const ROWS = 100
const COLUMNS = 40

/** As many blocks are kept; the oldest go first. */
const MOST_BLOCKS = 80

/** So many are asked for at a time: while one travels the next one is made. */
const MOST_ASKED = 2

interface Block {
  readonly page: CellPage
  readonly version: number
}

/**
 * The cells of a table that is not here, block by block: what is in sight is asked for, the newest wish first, and what
 * was seen before is kept.
 */
export class CellCache {
  private readonly blocks = new Map<string, Block>()
  private readonly asked = new Set<string>()
  private wanted: Area = { firstRow: 0, endRow: 0, firstColumn: 0, endColumn: 0 }
  private version = 0

  constructor(
    private readonly fetch: (block: CellBlock) => Promise<CellPage>,
    private readonly onArrival: () => void
  ) {}

  /** Another table: nothing of what is known counts any more. */
  clear(): void {
    this.version++
    this.blocks.clear()
    this.asked.clear()
    this.askNext()
  }

  /** The same cells may be used otherwise: they are shown until the new ones are there. */
  renew(): void {
    this.version++
    this.asked.clear()
    this.askNext()
  }

  /** Sets the visible area. */
  want(area: Area): void {
    this.wanted = area
    this.askNext()
  }

  cell(row: number, column: number): ShownCell | undefined {
    const page = this.pageAt(row, column)
    if (!page || row - page.from >= page.lines.length || column - page.firstColumn >= page.columns) return undefined
    const at = (row - page.from) * page.columns + column - page.firstColumn
    return { text: page.cells[at], mark: page.marks[at] }
  }

  /** A row's line in the file and its use, as a place in `rowUses`. */
  row(row: number): { readonly line: number; readonly use: number } | undefined {
    const page = this.pageAt(row, this.wanted.firstColumn)
    if (!page || row - page.from >= page.lines.length) return undefined
    return { line: page.lines[row - page.from], use: page.uses[row - page.from] }
  }

  private pageAt(row: number, column: number): CellPage | undefined {
    return this.blocks.get(keyOf(Math.floor(row / ROWS), Math.floor(column / COLUMNS)))?.page
  }

  private askNext(): void {
    for (const { key, block } of blocksOf(this.wanted)) {
      if (this.asked.size >= MOST_ASKED) return
      if (this.asked.has(key) || this.blocks.get(key)?.version === this.version) continue
      this.asked.add(key)
      void this.ask(key, block, this.version)
    }
  }

  private async ask(key: string, block: CellBlock, version: number): Promise<void> {
    const page = await this.fetch(block).catch(() => null)
    if (version !== this.version) return
    this.asked.delete(key)
    // Cells that are not available, as after the end of the engine, are not requested again until something changes.
    if (!page) return
    this.blocks.delete(key)
    this.blocks.set(key, { page, version })
    for (const old of this.blocks.keys()) {
      if (this.blocks.size <= MOST_BLOCKS) break
      this.blocks.delete(old)
    }
    this.onArrival()
    this.askNext()
  }
}

const keyOf = (rows: number, columns: number) => `${rows}/${columns}`

function blocksOf({ firstRow, endRow, firstColumn, endColumn }: Area): { key: string; block: CellBlock }[] {
  const found: { key: string; block: CellBlock }[] = []
  for (let r = Math.floor(firstRow / ROWS); r * ROWS < endRow; r++) {
    for (let c = Math.floor(firstColumn / COLUMNS); c * COLUMNS < endColumn; c++) {
      found.push({
        key: keyOf(r, c),
        block: { from: r * ROWS, count: ROWS, firstColumn: c * COLUMNS, columns: COLUMNS }
      })
    }
  }
  return found
}
