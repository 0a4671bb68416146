/**
 * Preload (`node --import …/faults.mjs program.js`) that counts a program's file operations and makes the k-th fail, or ends or signals the
 * process there. `faultyNode` of faulty-node.mjs starts programs with it; the environment variable BACKPROP_LAB_FAULTS holds the plan as JSON.
 *
 * An operation is a call of node:fs, node:fs/promises or a FileHandle that concerns a path inside `within`. Writing the whole of a file
 * is two, its opening and its writing; where writing fails, half of the bytes are on the disk. A handle whose closing fails is closed.
 */
import fs from 'node:fs'
import { createRequire, syncBuiltinESMExports } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { getSystemErrorMap } from 'node:util'
import { isMainThread } from 'node:worker_threads'

/**
 * @typedef {object} Plan
 * @property {string} within the folder whose files are attacked
 * @property {string} log the file that takes one JSON line for the fault and one for the end
 * @property {number} [at] the operation that fails, from 1; none unless given
 * @property {string} [fault] a system error such as EIO, or a signal such as SIGKILL
 * @property {boolean} [lasting] whether all later operations that write fail too, as on a full disk
 */

/** @typedef {(...args: any[]) => any} Call */

/** Operations by what they are called, with the number of leading arguments that are paths or descriptors, and whether they write. */
const operations = {
  access: { places: 1, writes: false },
  appendFile: { places: 1, writes: true },
  chmod: { places: 1, writes: true },
  close: { places: 1, writes: false },
  copyFile: { places: 2, writes: true },
  datasync: { places: 1, writes: false },
  exists: { places: 1, writes: false },
  fdatasync: { places: 1, writes: false },
  fstat: { places: 1, writes: false },
  fsync: { places: 1, writes: false },
  ftruncate: { places: 1, writes: true },
  link: { places: 2, writes: true },
  lstat: { places: 1, writes: false },
  mkdir: { places: 1, writes: true },
  mkdtemp: { places: 1, writes: true },
  open: { places: 1, writes: true },
  opendir: { places: 1, writes: false },
  read: { places: 1, writes: false },
  readFile: { places: 1, writes: false },
  readdir: { places: 1, writes: false },
  readlink: { places: 1, writes: false },
  realpath: { places: 1, writes: false },
  rename: { places: 2, writes: true },
  rm: { places: 1, writes: false },
  rmdir: { places: 1, writes: false },
  stat: { places: 1, writes: false },
  symlink: { places: 2, writes: true },
  sync: { places: 1, writes: false },
  truncate: { places: 1, writes: true },
  unlink: { places: 1, writes: false },
  utimes: { places: 1, writes: true },
  write: { places: 1, writes: true },
  writeFile: { places: 1, writes: true },
  writev: { places: 1, writes: true }
}

/** @typedef {keyof typeof operations} Operation */

/** @type {Plan | null} */
const plan = JSON.parse(process.env.BACKPROP_LAB_FAULTS ?? 'null')
if (plan && isMainThread) await attack(plan)

/** @param {Plan} plan */
async function attack({ within, log, at = Infinity, fault = 'EIO', lasting = false }) {
  const original = { appendFileSync: fs.appendFileSync, closeSync: fs.closeSync, openSync: fs.openSync, writeSync: fs.writeSync }
  const errors = new Map(Array.from(getSystemErrorMap(), ([errno, [code, message]]) => [code, { errno, message }]))
  const root = path.resolve(within) + path.sep
  /** The paths of open descriptors, by number. */
  const descriptors = new Map()
  let count = 0

  /** @param {object} entry */
  const note = (entry) => original.appendFileSync(log, `${JSON.stringify(entry)}\n`)

  process.on('exit', () => note({ operations: count, peak: process.resourceUsage().maxRSS * 1024 }))

  /**
   * The path of an argument; null for a descriptor that is not known.
   * @param {unknown} place
   * @returns {string | null}
   */
  function pathOf(place) {
    if (typeof place === 'number') return descriptors.get(place) ?? null
    if (place instanceof URL) return fileURLToPath(place)
    if (typeof place === 'string' || Buffer.isBuffer(place)) return path.resolve(String(place))
    return null
  }

  /**
   * Counts an operation, and returns the error it fails with; null where it goes on. `torn` does the part that is done before it fails.
   * @param {Operation} name
   * @param {readonly (string | null)[]} places
   * @param {() => void} [torn]
   * @param {boolean} [writes]
   * @returns {Error | null}
   */
  function next(name, places, torn, writes = operations[name].writes) {
    const place = places.find((one) => one !== null && `${one}${path.sep}`.startsWith(root))
    if (place === undefined) return null
    count++
    if (count < at || (count > at && !(lasting && writes))) return null
    if (count === at) note({ operation: count, name, path: path.relative(within, String(place)), time: Date.now() })
    if (fault.startsWith('SIG') && fault !== 'SIGKILL') {
      process.kill(process.pid, fault)
      return null
    }
    torn?.()
    if (fault === 'SIGKILL') process.kill(process.pid, fault)
    const { errno, message } = errors.get(fault) ?? { errno: -1, message: 'failed' }
    return Object.assign(new Error(`${fault}: ${message}, ${name} '${place}'`), { errno, code: fault, syscall: name, path: place })
  }

  /**
   * Writes the first half of a content to an open descriptor.
   * @param {number} descriptor
   * @param {unknown} content
   */
  function writeHalf(descriptor, content) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : ArrayBuffer.isView(content) ? content : null
    if (bytes) original.writeSync(descriptor, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1))
  }

  /**
   * The error that an operation fails with, given its arguments.
   * @param {Operation} name
   * @param {unknown[]} args
   * @param {number} [descriptor] that of the handle it is called on
   */
  function failureOf(name, args, descriptor) {
    const places = descriptor === undefined ? args.slice(0, operations[name].places).map(pathOf) : [pathOf(descriptor)]
    const content = args[descriptor === undefined ? 1 : 0]
    if (name === 'write') return next(name, places, () => writeHalf(descriptor ?? Number(args[0]), content))
    if (name === 'open') return next(name, places, undefined, args[1] !== undefined && args[1] !== 'r')
    if (name !== 'writeFile' && name !== 'appendFile') return next(name, places)
    const isOpen = descriptor !== undefined || typeof args[0] === 'number'
    const unopened = isOpen ? null : next('open', places)
    if (unopened) return unopened
    const half = () => {
      if (isOpen) return writeHalf(descriptor ?? Number(args[0]), content)
      const options = args[2]
      const flag = typeof options === 'object' && options !== null && 'flag' in options ? options.flag : undefined
      const opened = original.openSync(String(places[0]), String(flag ?? (name === 'writeFile' ? 'w' : 'a')))
      writeHalf(opened, content)
      original.closeSync(opened)
    }
    return next(name, places, half)
  }

  /** @param {Operation} name @param {Call} call @returns {Call} */
  function promising(name, call) {
    return async (...args) => {
      const failure = failureOf(name, args)
      if (failure) throw failure
      const result = await call(...args)
      if (name === 'open') descriptors.set(result.fd, pathOf(args[0]))
      return result
    }
  }

  /** @param {Operation} name @param {Call} call @returns {Call} */
  function synchronous(name, call) {
    return (...args) => {
      const failure = failureOf(name, args)
      if (failure && name === 'close') call(...args)
      if (failure && name === 'exists') return false
      if (failure) throw failure
      const result = call(...args)
      if (name === 'open') descriptors.set(result, pathOf(args[0]))
      if (name === 'close') descriptors.delete(args[0])
      return result
    }
  }

  /** @param {Operation} name @param {Call} call @returns {Call} */
  function calling(name, call) {
    return (...args) => {
      const callback = args.at(-1)
      if (typeof callback !== 'function') return call(...args)
      const failure = failureOf(name, args)
      if (!failure) {
        if (name !== 'open') return call(...args)
        return call(...args.slice(0, -1), (/** @type {unknown} */ error, /** @type {number} */ descriptor) => {
          if (!error) descriptors.set(descriptor, pathOf(args[0]))
          callback(error, descriptor)
        })
      }
      if (name === 'close') return call(args[0], () => callback(failure))
      process.nextTick(callback, failure)
    }
  }

  const opened = await fs.promises.open(fileURLToPath(import.meta.url))
  const handles = Object.getPrototypeOf(opened)
  await opened.close()
  for (const method of Object.keys(operations)) {
    const name = /** @type {Operation} */ (method)
    const call = handles[name]
    if (typeof call !== 'function') continue
    handles[name] = async function (/** @type {unknown[]} */ ...args) {
      const failure = failureOf(name, args, this.fd)
      if (failure && name === 'close') await call.apply(this, args)
      if (failure) throw failure
      if (name === 'close') descriptors.delete(this.fd)
      return call.apply(this, args)
    }
  }

  /** @type {Record<string, any>} */
  const module = createRequire(import.meta.url)('node:fs')
  for (const method of Object.keys(operations)) {
    const name = /** @type {Operation} */ (method)
    if (typeof module.promises[name] === 'function') module.promises[name] = promising(name, module.promises[name])
    if (typeof module[`${name}Sync`] === 'function') module[`${name}Sync`] = synchronous(name, module[`${name}Sync`])
    if (typeof module[name] === 'function' && name !== 'exists') module[name] = Object.assign(calling(name, module[name]), module[name])
  }
  syncBuiltinESMExports()
}
