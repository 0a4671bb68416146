/** The page that shuts Python in: of an origin of its own, without a bridge; it passes requests on to a worker and ends it when it is told to. */
/** Apart from its use, or the bundler would bundle the worker a second time. */
const program = new URL('./worker.mjs', location.href)

/** @type {Worker | undefined} */
let worker

window.addEventListener('message', ({ data, source }) => {
  if (source !== window.parent) return
  if (data === 'end') {
    worker?.terminate()
    worker = undefined
    return
  }
  worker ??= started()
  worker.postMessage(data)
})

function started() {
  const made = new Worker(program, { type: 'module' })
  const tell = (/** @type {object} */ message) => {
    if (worker === made) window.parent.postMessage(message, '*')
  }
  made.onmessage = ({ data }) => tell(data)
  made.onerror = () => tell({ type: 'died' })
  return made
}

window.parent.postMessage({ type: 'open' }, '*')
