import { pythonSession } from './session.mjs'

/** Python in a worker of the page that shuts it in. */
const read = async (/** @type {string} */ name) => new Uint8Array(await (await fetch(new URL(name, import.meta.url))).arrayBuffer())

const handle = pythonSession(
  async () => {
    const [kernel, python, stdlib, numpy] = await Promise.all(['kernel.wasm', 'python.wasm', 'stdlib.zip', 'numpy.zip'].map(read))
    return { kernel, python, stdlib, numpy }
  },
  (message) => postMessage(message)
)
onmessage = ({ data }) => handle(data)
