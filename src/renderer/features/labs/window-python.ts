import { AppError, pythonLimits, RemotePython, type PythonMessage } from '#core'

const origin = 'app://student'

/** A page of the folder is there within this time, in milliseconds, or never. */
const PAGE_LIMIT = 10_000

const after = (milliseconds: number, task: () => void) => {
  const timer = window.setTimeout(task, milliseconds)
  return () => window.clearTimeout(timer)
}

/**
 * Python in a worker of a page of an origin of its own (app://student), which has no bridge and reaches nothing but its own folder.
 * `dispose` takes the page away.
 */
export function createWindowPython(): { readonly python: RemotePython; readonly dispose: () => void } {
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.title = 'Python'
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin')
  frame.src = `${origin}/index.html`
  let listen: (message: PythonMessage) => void = () => undefined
  let loaded: (() => void) | null = null
  const ready = new Promise<void>((resolve, reject) => {
    loaded = resolve
    after(PAGE_LIMIT, () => reject(new AppError('file.no-python', { folder: origin })))
  })
  // Whoever starts Python is told.
  ready.catch(() => undefined)
  const receive = ({ data, source }: MessageEvent<PythonMessage | { readonly type: 'open' }>) => {
    if (source !== frame.contentWindow) return
    if (data.type === 'open') loaded?.()
    else listen(data)
  }
  window.addEventListener('message', receive)
  document.body.append(frame)
  const post = (request: object | string) => frame.contentWindow?.postMessage(request, origin)
  const python = new RemotePython({
    open: async (hear) => {
      await ready
      listen = hear
      return { post, end: () => post('end') }
    },
    after,
    place: origin,
    limits: pythonLimits
  })
  return {
    python,
    dispose: () => {
      python.kill()
      window.removeEventListener('message', receive)
      frame.remove()
    }
  }
}
