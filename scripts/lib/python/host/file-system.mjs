import { createFileSystem } from 'wasi-js'

/** Bytes that a program may write to its files in memory: beyond any exercise, and far below what a machine has. */
const MOST_WRITTEN = 64 * 1024 * 1024

/**
 * A file system in memory that holds the libraries; nothing of the machine is in it. A program that writes too much meets a full disk.
 * @param {{ stdlib: Uint8Array, numpy: Uint8Array, python: Uint8Array }} files
 */
export function memoryFiles({ stdlib, numpy, python }) {
  const fs = createFileSystem([
    { type: 'zip', data: stdlib, mountpoint: '/usr/lib/python3.11' },
    { type: 'zip', data: numpy, mountpoint: '/np' },
    { type: 'dev' }
  ])
  fs.mkdirSync('/x', { recursive: true })
  fs.writeFileSync('/x/python.wasm', python)
  let left = MOST_WRITTEN
  const { writeSync, ftruncateSync } = fs
  /** @param {number} bytes */
  const take = (bytes) => {
    if (bytes > left) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
    left -= bytes
  }
  return {
    ...fs,
    /** @type {typeof writeSync} */
    writeSync: (fd, buffer, offset = 0, length = buffer.length - offset, position = null) => {
      // A program can also write far behind the end of a file, and what lies between is filled up.
      take(length + Math.max(0, (position ?? 0) - fs.fstatSync(fd).size))
      return writeSync(fd, buffer, offset, length, position)
    },
    /** @type {typeof ftruncateSync} */
    ftruncateSync: (fd, length = 0) => {
      take(length)
      ftruncateSync(fd, length)
    }
  }
}
