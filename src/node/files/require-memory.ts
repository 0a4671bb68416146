import { getHeapStatistics } from 'node:v8'
import { freemem } from 'node:os'
import { AppError, type RowSample } from '#core'

const GIGABYTE = 1e9

/** The memory a table needs while it is read, relative to what it takes afterwards. */
const readingPart = 1.5

/** The share of the free heap that texts may take; the rest is left for everything else. */
const heapPart = 0.7

/** The part of a file read so far, and the memory it takes. */
export interface ReadSoFar {
  /** The part of the file that was read, from 0 to 1. */
  readonly part: number
  readonly rows: number
  /** Bytes of the table, and those of them that hold texts. */
  readonly bytes: number
  readonly textBytes: number
}

/** The available memory, in bytes: in all, and for texts. */
export interface MemoryAvailable {
  readonly free: number
  readonly freeForTexts: number
}

/** Returns the memory that this process can still allocate. */
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
