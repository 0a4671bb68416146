// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { createWindowPython } from '../../../../src/renderer/features/labs/window-python'
import { eventually } from '../../../support/eventually'

/** Python that starts, its frame, whose page is not loaded, and what it is sent. */
function open({ python, dispose } = createWindowPython()) {
  const append = vi.spyOn(document.body, 'append').mockImplementation(() => undefined)
  const starting = python.start()
  const frame = append.mock.calls[0][0] as HTMLIFrameElement
  append.mockRestore()
  const posted: unknown[] = []
  const page = { postMessage: (message: unknown, origin: string) => posted.push([message, origin]) }
  Object.defineProperty(frame, 'contentWindow', { value: page })
  const say = (data: object, source: unknown = page) => {
    const message = new MessageEvent('message', { data })
    Object.defineProperty(message, 'source', { value: source })
    window.dispatchEvent(message)
  }
  return { python, dispose, starting, frame, posted, say }
}

it('Python is in a hidden page of an origin of its own, which hears it alone', async () => {
  const { python, dispose, starting, frame, posted, say } = open()
  expect([frame.hidden, frame.src, frame.getAttribute('sandbox')]).toEqual([
    true,
    'app://student/index.html',
    'allow-scripts allow-same-origin'
  ])
  say({ type: 'open' }, window)
  expect(posted).toEqual([])
  say({ type: 'open' })
  await eventually(() => expect(posted).toMatchObject([[{ type: 'start' }, 'app://student']]))
  say({ type: 'started' }, window)
  say({ type: 'started' })
  await starting
  dispose()
  expect(posted.at(-1)).toEqual(['end', 'app://student'])
  // Whatever a program has done to its process, the next one begins in another.
  expect(open({ python, dispose }).frame).not.toBe(frame)
})

it('a page that does not come within ten seconds is told', async () => {
  vi.useFakeTimers()
  try {
    const { starting } = open()
    const refused = expect(starting).rejects.toMatchObject({ code: 'file.no-python' })
    await vi.advanceTimersByTimeAsync(10_000)
    await refused
  } finally {
    vi.useRealTimers()
  }
})
