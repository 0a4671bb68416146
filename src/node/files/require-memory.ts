import { getHeapStatistics } from 'node:v8'
import { freemem } from 'node:os'
import { AppError, type RowSample } from '#core'

const GIGABYTE = 1e9

/** What a table needs while it is read, compared with what it takes afterwards. */
const readingPart = 1.5

/** Of the room for texts, so much is left for everything else. */
const heapPart = 0.7

/** How far a file was read, and how much memory that takes. */
export interface ReadSoFar {
  /** The part of the file that was read, from 0 to 1. */
  readonly part: number
  readonly rows: number
  /** Bytes of the table, and those of them that hold texts. */
  readonly bytes: number
  readonly textBytes: number
}

/** How much memory there is, in bytes: for whatever, and for texts. */
export interface MemoryAvailable {
  readonly free: number
  readonly freeForTexts: number
}

/** What this process may still take. */
export function availableMemory(): MemoryAvailable {
  const { heap_size_limit: limit, used_heap_size: used } = getHeapStatistics()
  const free = typeof process.availableMemory === 'function' ? process.availableMemory() : freemem()
  return { free, freeForTexts: heapPart * (limit - used) }
}

/**
 * Throws: data, when a file that was read in part needs more memory as a whole, or its sample, than there is.
 */
export function requireMemory(
  name: string,
  { part, rows, bytes, textBytes }: ReadSoFar,
  sample: RowSample | undefined,
  available: MemoryAvailable
): void {
  const allRows = rows / part
  const scale = Math.min(allRows, sample?.rows ?? Infinity) / Math.min(rows, sample?.rows ?? Infinity)
  const needed = readingPart * bytes * scale
  const neededForTexts = textBytes * scale
  const isTooMuch = needed - bytes > available.free
  if (!isTooMuch && neededForTexts - textBytes <= available.freeForTexts) return
  const [need, free] = isTooMuch ? [needed, available.free + bytes] : [neededForTexts, available.freeForTexts + textBytes]
  throw new AppError('data.too-large', { name, needed: gigabytes(need), free: gigabytes(free) })
}

function gigabytes(bytes: number): string {
  const count = bytes / GIGABYTE
  return count < 10 ? count.toFixed(1) : count.toFixed(0)
}
