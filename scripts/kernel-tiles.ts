/**
 * Writes the register tiles of the matrix products, in AssemblyScript: functions whose every sum is a local variable of its own, which no
 * loop can express. A tile computes some rows of a product, over the whole depth, for one panel of columns or for half of one.
 */

/** `across` follows the rows of A, element after element; `down` takes the rows of A as the depth. */
type Direction = 'across' | 'down'

/** `splats` loads each number of A into all lanes; `lanes` loads adjacent ones together and spreads them with shuffles: fewer loads. */
type Spread = 'splats' | 'lanes'

interface Tile {
  readonly direction: Direction
  readonly spread: Spread
  readonly rows: number
  /** Vectors of 128 bits in a row of the result: 4 are a panel, which V8 can pair to 256 bits, 2 are half of one. */
  readonly vectors: number
}

/** Six rows of a panel fill the 16 registers of AVX2; four of half a panel those of 128 bits. */
const WIDE_ROWS = [1, 2, 3, 4, 5, 6]
const HALF_ROWS = [1, 2, 3, 4]
const LANES_ROWS = 4

/** A tile's number is its family and its most rows; the first family is 0. */
const HEAD = `import { multiplyAdd } from './multiply-add'
export const HALF = 8
export const LANES = 16`

/** The source of tiles.ts in src/core/machines/wasm/assembly. */
export function tilesSource(): string {
  const directions = ['across', 'down'] as const
  return [HEAD, ...directions.flatMap((direction) => [...tilesOf(direction).map(tileSource), choiceSource(direction)])].join('\n\n')
}

function tilesOf(direction: Direction): readonly Tile[] {
  return [
    ...WIDE_ROWS.map((rows) => ({ direction, rows, vectors: 4, spread: 'splats' }) as const),
    ...HALF_ROWS.map((rows) => ({ direction, rows, vectors: 2, spread: 'splats' }) as const),
    { direction, rows: LANES_ROWS, vectors: 2, spread: 'lanes' }
  ]
}

function nameOf({ direction, spread, rows, vectors }: Tile): string {
  return `${direction}${spread === 'lanes' ? 'Lanes' : vectors === 4 ? 'Wide' : 'Half'}${rows}`
}

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

/** One function: sums from 0, first to last along the depth, and the bias added last. */
function tileSource(tile: Tile): string {
  const { direction, rows, vectors } = tile
  const each = (write: (row: number, vector: number) => string) =>
    numbersTo(rows).flatMap((i) => numbersTo(vectors).map((v) => write(i, v)))
  return [
    `function ${nameOf(tile)}<T>(${parametersOf(direction)}): void {`,
    ...each((i, v) => `let c${i}${v} = v128.splat<T>(0)`),
    ...(direction === 'across' ? acrossLoop(tile) : downLoop(tile)),
    ...numbersTo(vectors).map((v) => `const d${v} = v128.load(bias, ${v * 16})`),
    ...each((i, v) => `v128.store(out, v128.add<T>(c${i}${v}, d${v}), ${i * 64 + v * 16})`),
    '}'
  ].join('\n')
}

function parametersOf(direction: Direction): string {
  return `depth: i32, ${direction === 'across' ? 'jump: i32, ' : ''}a: usize, b: usize, bias: usize, out: usize`
}

function acrossLoop(tile: Tile): string[] {
  const one = splats(tile, (row) => `${row * 64}`)
  const inRun =
    tile.spread === 'splats'
      ? ['do {', ...one, 'a += sizeof<T>()', 'b += 64', '} while (--left)']
      : [...forBothSizes((lanes) => severalOfRun(tile, lanes)), 'for (; left > 0; left--) {', ...one, 'a += sizeof<T>()', 'b += 64', '}']
  return ['while (depth > 0) {', 'let left = min<i32>(depth, 64 / sizeof<T>())', 'depth -= left', ...inRun, 'a += jump', '}']
}

/** As many steps along the depth as a vector has lanes, with one load of each row of A. */
function severalOfRun(tile: Tile, lanes: number): string[] {
  const steps = numbersTo(lanes).flatMap((lane) => [
    '{',
    ...loadsOfB(tile, lane * 64),
    ...numbersTo(tile.rows).flatMap((row) => [`const a${row} = ${spreadLane(`l${row}`, lane, lanes)}`, ...multiplyAdds(tile, row)]),
    '}'
  ])
  const loads = numbersTo(tile.rows).map((row) => `const l${row} = v128.load(a, ${row * 64})`)
  return [`for (; left >= ${lanes}; left -= ${lanes}) {`, ...loads, ...steps, 'a += 16', `b += ${lanes * 64}`, '}']
}

function downLoop(tile: Tile): string[] {
  const one =
    tile.spread === 'splats'
      ? splats(tile, (row) => `${row} * sizeof<T>()`)
      : [...loadsOfB(tile, 0), ...forBothSizes((lanes) => severalRows(tile, lanes))]
  return ['do {', ...one, 'a += 64', 'b += 64', '} while (--depth)']
}

/** One step along the depth, with one load for as many rows of the result as a vector has lanes. */
function severalRows(tile: Tile, lanes: number): string[] {
  return numbersTo(tile.rows).flatMap((row) => {
    const from = row - (row % lanes)
    const load = row === from ? [`const l${from} = v128.load(a, ${(from * 16) / lanes})`] : []
    return [...load, `const a${row} = ${spreadLane(`l${from}`, row - from, lanes)}`, ...multiplyAdds(tile, row)]
  })
}

/** One step along the depth: each row's number of A, loaded into all lanes. */
function splats(tile: Tile, offsetOf: (row: number) => string): string[] {
  const rows = numbersTo(tile.rows).flatMap((row) => [
    `const a${row} = v128.load_splat<T>(a, ${offsetOf(row)})`,
    ...multiplyAdds(tile, row)
  ])
  return [...loadsOfB(tile, 0), ...rows]
}

function loadsOfB({ vectors }: Tile, offset: number): string[] {
  return numbersTo(vectors).map((v) => `const b${v} = v128.load(b, ${offset + v * 16})`)
}

function multiplyAdds({ vectors }: Tile, row: number): string[] {
  return numbersTo(vectors).map((v) => `c${row}${v} = multiplyAdd<T>(a${row}, b${v}, c${row}${v})`)
}

/** float32 has four lanes, float64 two. */
function forBothSizes(write: (lanes: number) => string[]): string[] {
  return ['if (sizeof<T>() == 4) {', ...write(4), '} else {', ...write(2), '}']
}

function spreadLane(vector: string, lane: number, lanes: number): string {
  return `v128.shuffle<${lanes === 4 ? 'f32' : 'f64'}>(${[vector, vector, ...numbersTo(lanes).map(() => lane)].join(', ')})`
}

/** The function that takes the tile a number stands for (products.ts), for as many rows. */
function choiceSource(direction: Direction): string {
  const call = (tile: Tile): string => {
    const name = `${nameOf(tile)}<T>`
    const rest = `depth, ${direction === 'across' ? 'jump, ' : ''}a, b`
    const halves = [`${name}(${rest}, bias, out)`, `${name}(${rest} + 32, bias + 32, out + 32)`]
    return (tile.vectors === 4 ? halves.slice(0, 1) : halves).join('\n')
  }
  const cases = (tiles: readonly Tile[]): string[] => tiles.map((tile) => `case ${tile.rows}: { ${call(tile)}\nreturn }`)
  const tiles = tilesOf(direction)
  const [lanes] = tiles.filter(({ spread }) => spread === 'lanes')
  return [
    `export function ${direction}<T>(tile: i32, rows: i32, ${parametersOf(direction)}): void {`,
    'if (tile < HALF) {',
    'switch (rows) {',
    ...cases(tiles.filter(({ vectors }) => vectors === 4)),
    '}',
    '}',
    `if (tile >= LANES && rows == ${LANES_ROWS}) {`,
    call(lanes),
    'return',
    '}',
    'switch (rows) {',
    ...cases(tiles.filter(({ vectors, spread }) => vectors === 2 && spread === 'splats')),
    '}',
    'unreachable()',
    '}'
  ].join('\n')
}
