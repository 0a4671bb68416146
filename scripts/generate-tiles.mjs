// Writes src/core/kernels/wasm/assembly/tiles.ts: the register tiles of the matrix products. Run it after a change here.
import { writeFileSync } from 'node:fs'

/** The rows a tile may have; six rows of 16 float32 columns fill the 16 registers of AVX2. */
const ROWS = [1, 2, 3, 4, 5, 6]
/** 128-bit vectors in a row of a panel. */
const VECTORS = [0, 1, 2, 3]

/**
 * @param {readonly number[]} list
 * @param {(index: number) => string} write
 */
const lines = (list, write) => list.map(write).join('\n')

/** @param {number} count */
const indices = (count) => Array.from({ length: count }, (_, i) => i)

/** @typedef {'across' | 'down'} Way */

/**
 * One tile: `across` follows the rows of A, element after element; `down` takes the rows of A as the depth.
 * @param {number} rows
 * @param {Way} way
 */
function tile(rows, way) {
  /** @param {number} i */
  const offset = (i) => (way === 'across' ? `${i * 64}` : `${i} * sizeof<T>()`)
  const step = way === 'across' ? 'sizeof<T>()' : '64'
  /** @param {(row: number, vector: number) => string} write */
  const each = (write) => lines(indices(rows), (i) => lines(VECTORS, (v) => write(i, v)))
  /** @param {string} indent */
  const body = (indent) => `${lines(VECTORS, (v) => `${indent}const b${v} = v128.load(b, ${v * 16})`)}
${lines(indices(rows), (i) => `${indent}const a${i} = v128.load_splat<T>(a, ${offset(i)})\n${lines(VECTORS, (v) => `${indent}c${i}${v} = multiplyAdd<T>(a${i}, b${v}, c${i}${v})`)}`)}
${indent}a += ${step}
${indent}b += 64`
  const loop =
    way === 'across'
      ? `  while (depth > 0) {
    let left = min<i32>(depth, 64 / sizeof<T>())
    depth -= left
    do {
${body('      ')}
    } while (--left)
    a += jump
  }`
      : `  do {
${body('    ')}
  } while (--depth)`
  return `function ${way}${rows}<T>(depth: i32, ${way === 'across' ? 'jump: i32, ' : ''}a: usize, b: usize, bias: usize, out: usize): void {
${each((i, v) => `  let c${i}${v} = v128.splat<T>(0)`)}
${loop}
${lines(VECTORS, (v) => `  const d${v} = v128.load(bias, ${v * 16})`)}
${each((i, v) => `  v128.store(out, v128.add<T>(c${i}${v}, d${v}), ${i * 64 + v * 16})`)}
}
`
}

/** @param {Way} way */
function choice(way) {
  const parameters = way === 'across' ? 'depth, jump, a, b, bias, out' : 'depth, a, b, bias, out'
  return ROWS.map((rows) => `    case ${rows}: ${way}${rows}<T>(${parameters}); break`).join('\n')
}

const text = `// Written by scripts/generate-tiles.mjs: change it there.
import { multiplyAdd } from './multiply-add'

${ROWS.flatMap((rows) => [tile(rows, 'across'), tile(rows, 'down')]).join('\n')}
/**
 * out = A · b + bias for 1 to 6 rows of A and one panel b. The rows of A are 64 bytes apart; after each 64 bytes of a row comes the
 * next panel, \`jump\` bytes on.
 *
 * Shapes: A [rows, depth] in panels, b [depth, P], bias [1, P], out [rows, P].
 */
export function across<T>(rows: i32, depth: i32, jump: i32, a: usize, b: usize, bias: usize, out: usize): void {
  switch (rows) {
${choice('across')}
    default: unreachable()
  }
}

/**
 * out = Aᵀ · b + bias for 1 to 6 adjacent columns of a panel of A, whose rows are 64 bytes apart, and one panel b.
 *
 * Shapes: A [depth, rows], b [depth, P], bias [1, P], out [rows, P].
 */
export function down<T>(rows: i32, depth: i32, a: usize, b: usize, bias: usize, out: usize): void {
  switch (rows) {
${choice('down')}
    default: unreachable()
  }
}
`
writeFileSync(new URL('../src/core/kernels/wasm/assembly/tiles.ts', import.meta.url), text)
