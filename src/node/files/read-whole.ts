import { constants } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '#core'

/** The largest files that are read whole, by kind, in bytes. */
export const readLimits = {
  /** Weights of the largest network that can be trained take less, the kernels' addresses having 32 bits. */
  weights: 4_294_967_296,
  /** The same with the optimizer's memory, the best weights and the history. */
  session: 17_179_869_184,
  /** Thousands of features, each with choices of its own, take less. */
  settings: 4_194_304,
  /** Some hundred thousand cases. */
  cases: 268_435_456,
  /** Some thousand versions of a program. */
  answers: 33_554_432,
  /** Tables that come through a pipe, which can be read but once. */
  pipe: 1_073_741_824
} as const

/** Bytes of a file that are asked for at once: Node ends the process where it is 2 GB or more. */
const MOST_AT_ONCE = 1_073_741_824

/** Bytes of a pipe that are asked for at once. */
const PIECE = 1_048_576

/** Looks at parts of a file of so many bytes. Throws what is wrong with it. */
export type BeforeReading = (part: (at: number, length: number) => Promise<Uint8Array>, size: number) => Promise<void>

interface ReadOptions {
  /** Looks at a regular file before memory is taken for all of it. */
  readonly before?: BeforeReading | undefined
  /** Whether a pipe is read as well, such as one of `<(…)`. */
  readonly pipes?: boolean
}

/**
 * Returns the bytes of a file of a kind: a regular file, or a link to one, of at most so many bytes. Nothing is read of what is larger, and
 * no more than it had when it was opened of what grows meanwhile.
 * Throws: data; the system's errors.
 */
export async function readWhole(
  path: string,
  kind: keyof typeof readLimits,
  { pipes = false, before }: ReadOptions = {}
): Promise<Uint8Array> {
  const isPipe = await requireReadable(path, pipes)
  // What was swapped for a pipe in this moment does not keep the process waiting for its other end.
  const handle = await open(path, isPipe ? 'r' : constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    return isPipe ? await readPipe(handle, path, kind) : await readRegular(handle, path, kind, before)
  } finally {
    await handle.close()
  }
}

/** Returns whether a path is a pipe, which has an end but no size. Throws: data, for a folder and a device; the system's errors. */
export async function requireReadable(path: string, pipes: boolean): Promise<boolean> {
  const found = await stat(path)
  if (found.isDirectory()) throw new AppError('data.is-a-folder', { name: path })
  const isPipe = pipes && (found.isFIFO() || found.isSocket())
  if (!found.isFile() && !isPipe) throw notAFile(path)
  return isPipe
}

async function readRegular(handle: FileHandle, path: string, kind: keyof typeof readLimits, before?: BeforeReading): Promise<Uint8Array> {
  const found = await handle.stat()
  if (!found.isFile()) throw notAFile(path)
  requireSize(path, found.size, kind)
  await before?.(async (at, length) => {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, at)
    return buffer.subarray(0, bytesRead)
  }, found.size)
  // One byte more shows whether it grew.
  const bytes = new Uint8Array(found.size + 1)
  let length = 0
  for (;;) {
    const { bytesRead } = await handle.read(bytes, length, Math.min(bytes.length - length, MOST_AT_ONCE), length)
    length += bytesRead
    if (bytesRead === 0 || length === bytes.length) break
  }
  if (length !== found.size) throw new AppError('data.changed-while-read', { name: path })
  return bytes.subarray(0, length)
}

/** Returns all that comes through a pipe, up to the limit. Throws: data. */
export async function readPipe(handle: FileHandle, path: string, kind: keyof typeof readLimits): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(PIECE), 0, PIECE, null)
    if (bytesRead === 0) break
    length += bytesRead
    requireSize(path, length, kind)
    pieces.push(buffer.subarray(0, bytesRead))
  }
  const { buffer, byteOffset } = Buffer.concat(pieces)
  return new Uint8Array(buffer, byteOffset, length)
}

/** Requires that what is read is no larger than its kind may be. Throws: data. */
export function requireSize(path: string, size: number, kind: keyof typeof readLimits): void {
  const limit = readLimits[kind]
  if (size > limit) throw new AppError('data.file-too-large', { name: basename(path), limit: Math.round(limit / 1_048_576) })
}

function notAFile(path: string): AppError {
  return new AppError('data.not-a-file', { name: path })
}
