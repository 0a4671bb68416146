import fs from 'node:fs'
import { pythonSession } from './session.mjs'

/** Python in a process of its own, started with leave to read this folder and for nothing else. */
const read = (/** @type {string} */ name) => fs.readFileSync(new URL(name, import.meta.url))
// `process` stands for the shim in here.
const host = /** @type {NodeJS.Process} */ (globalThis['process'])

host.on(
  'message',
  pythonSession(
    async () => ({ kernel: read('kernel.wasm'), python: read('python.wasm'), stdlib: read('stdlib.zip'), numpy: read('numpy.zip') }),
    (message) => host.send?.(message)
  )
)
// Whoever asked is gone.
host.on('disconnect', () => host.exit(0))
