import { AppError, pythonLimits, RemotePython, type PythonMessage, type PythonSession } from '#core'

const origin = 'app://student'

/** A page of the folder is there within this time, in milliseconds, or never. */
const PAGE_LIMIT = 10_000

const after = (milliseconds: number, task: () => void) => {
  const timer = window.setTimeout(task, milliseconds)
  return () => window.clearTimeout(timer)
}

/**
 * Python in a worker of a page of an origin of its own (app://student), which has no bridge and reaches nothing but its own folder.
 * `dispose` ends it.
 */
export function createWindowPython(): { readonly python: RemotePython; readonly dispose: () => void } {
  const python = new RemotePython({ open: openPage, after, place: origin, limits: pythonLimits })
  return { python, dispose: () => python.kill() }
}

/**
 * Opens a page that runs Python, in a frame that goes with the session: so does its process, whatever a program has done to it, and the next
 * session begins in another one. Throws: file.no-python.
 */
export async function openPage(hear: (message: PythonMessage) => void): Promise<PythonSession> {
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.title = 'Python'
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin')
  frame.src = `${origin}/index.html`
  const post = (request: object | string) => frame.contentWindow?.postMessage(request, origin)
  const listening = new AbortController()
  const end = () => {
    listening.abort()
    post('end')
    frame.remove()
  }
  const loaded = new Promise<void>((resolve, reject) => {
    const stopWaiting = after(PAGE_LIMIT, () => reject(new AppError('file.no-python', { folder: origin })))
    const receive = ({ data, source }: MessageEvent<PythonMessage | { readonly type: 'open' }>) => {
      if (source !== frame.contentWindow) return
      if (data.type !== 'open') return hear(data)
      stopWaiting()
      resolve()
    }
    window.addEventListener('message', receive, { signal: listening.signal })
  })
  document.body.append(frame)
  try {
    await loaded
  } catch (error) {
    end()
    throw error
  }
  return { post, end }
}
