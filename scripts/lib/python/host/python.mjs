import importKernel from '@cowasm/kernel/dist/wasm/worker/import.js'
import posix from '@cowasm/kernel/dist/wasm/worker/posix-browser.js'
import bindings from 'wasi-js/dist/bindings/browser.js'
import { memoryFiles } from './file-system.mjs'
import { Buffer } from './shims.mjs'

/** @typedef {{ kernel: Uint8Array, python: Uint8Array, stdlib: Uint8Array, numpy: Uint8Array }} Archives */

/**
 * Starts CPython on the kernel's build for browsers: its files are in memory, and it has no sockets, no processes and no signals.
 * @param {Archives} archives
 * @param {{ memory: number, output: (bytes: Uint8Array) => void }} options `memory` in MB
 */
export async function startPython(archives, { memory, output }) {
  const fs = memoryFiles(archives)
  const wasm = await importKernel.default({
    source: '/x/kernel.wasm',
    bindings: { ...bindings.default, posix: posix.default, fs },
    options: {
      env: { PYTHONHOME: '/usr', PYTHONPATH: '/np', PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8', PYTHONUNBUFFERED: '1' },
      wasmEnv: { wasmGetSignalState: () => 0 },
      sendStdout: output,
      sendStderr: output,
      getStdin: () => Buffer.alloc(0),
      sleep: () => undefined
    },
    /** @param {string} _path @param {WebAssembly.Imports} imports */
    importWebAssembly: async (_path, imports) => (await WebAssembly.instantiate(archives.kernel, imports)).instance,
    /** @param {string} path @param {WebAssembly.Imports} imports */
    importWebAssemblySync: (path, imports) =>
      new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(fs.readFileSync(path))), imports),
    /** @param {string} path */
    readFileSync: (path) => fs.readFileSync(path),
    maxMemoryMB: memory
  })
  /** @param {string} name @param {string} [text] */
  const call = (name, text) => wasm.callWithString({ name, dll: '/x/python.wasm' }, text)
  call('cowasm_python_init')
  return {
    /** @param {string} code @returns {boolean} whether it ran without an exception */
    execute: (code) => call('cowasm_python_exec', code) === 0,
    /** @param {string} path @returns {string} */
    read: (path) => fs.readFileSync(path, 'utf8'),
    /** @param {string} path @param {string} text */
    write: (path, text) => fs.writeFileSync(path, text)
  }
}
