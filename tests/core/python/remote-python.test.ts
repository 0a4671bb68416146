import { describe, expect, it, vi } from 'vitest'
import { AppError, RemotePython, type PythonMessage } from '#core'
import { eventually } from '../../support/eventually'

/** A host whose sessions answer as the test says, and whose clock stands until it is told. */
function setUp(opens: () => Promise<void> = () => Promise.resolve()) {
  const posted: { readonly type: string }[] = []
  const end = vi.fn()
  let hear: (message: PythonMessage) => void = () => undefined
  const clocks: { readonly milliseconds: number; readonly task: () => void }[] = []
  const python = new RemotePython({
    open: async (listen) => {
      await opens()
      hear = listen
      return { post: (request) => void posted.push(request as { type: string }), end }
    },
    after: (milliseconds, task) => {
      const clock = { milliseconds, task }
      clocks.push(clock)
      return () => void clocks.splice(clocks.indexOf(clock), 1)
    },
    place: 'here',
    limits: { seconds: 3, memory: 64 }
  })
  const asked = (type: string) => eventually(() => expect(posted.at(-1)?.type).toBe(type))
  const started = async () => {
    const starting = python.start()
    await asked('start')
    hear({ type: 'started' })
    await starting
  }
  return { python, posted, end, clocks, started, asked, hear: (message: PythonMessage) => hear(message) }
}

describe('Python somewhere else', () => {
  it('starts once, with its memory', async () => {
    const { python, posted, started } = setUp()
    await started()
    await python.start()
    expect(posted).toMatchObject([{ type: 'start', memory: 64 }])
  })

  it('passes on what is printed, and reads the result', async () => {
    const { python, started, asked, hear, clocks } = setUp()
    await started()
    let printed = ''
    const running = python.run('plain', { source: '' }, (text) => (printed += text))
    await asked('run')
    expect(clocks.map(({ milliseconds }) => milliseconds)).toEqual([3000])
    hear({ type: 'output', text: 'a' })
    hear({ type: 'done', result: '{"x":1}', unprinted: 2 })
    expect(await running).toEqual({ ended: 'done', result: { x: 1 }, unprinted: 2 })
    expect([printed, clocks]).toEqual(['a', []])
  })

  it('is ended when its time is over, and starts again', async () => {
    const { python, started, asked, end, clocks } = setUp()
    await started()
    const running = python.run('plain', {}, () => undefined)
    await asked('run')
    clocks[0].task()
    expect(await running).toEqual({ ended: 'time' })
    expect(end).toHaveBeenCalledOnce()
    await started()
  })

  it.each<[string, PythonMessage]>([
    ['it dies', { type: 'died' }],
    ['its result cannot be read', { type: 'done', result: '{', unprinted: 0 }]
  ])('counts as dead where %s', async (_title, message) => {
    const { python, started, asked, hear, end } = setUp()
    await started()
    const running = python.run('plain', {}, () => undefined)
    await asked('run')
    hear(message)
    expect(await running).toEqual({ ended: 'died' })
    expect(end).toHaveBeenCalledOnce()
  })

  it('runs a program once more that dies where another one has run before it, and one that dies at first but once', async () => {
    const { python, started, asked, hear, posted } = setUp()
    await started()
    const first = python.run('plain', {}, () => undefined)
    await asked('run')
    hear({ type: 'done', result: 'null', unprinted: 0 })
    await first
    const second = python.run('plain', { source: 'right' }, () => undefined)
    await eventually(() => expect(posted).toHaveLength(3))
    hear({ type: 'died' })
    await asked('start')
    hear({ type: 'started' })
    await asked('run')
    hear({ type: 'died' })
    expect(await second).toEqual({ ended: 'died' })
    expect(posted.map(({ type }) => type)).toEqual(['start', 'run', 'run', 'start', 'run'])
  })

  it('is stopped in the middle of a run, and while it starts', async () => {
    const running = setUp()
    await running.started()
    const run = running.python.run('plain', {}, () => undefined)
    await running.asked('run')
    running.python.kill()
    expect(await run).toEqual({ ended: 'stopped' })
    const starting = setUp()
    const early = starting.python.run('plain', {}, () => undefined)
    await starting.asked('start')
    starting.python.kill()
    expect(await early).toEqual({ ended: 'stopped' })
  })

  it('that does not start is told with its place', async () => {
    const { python, asked, hear } = setUp()
    const starting = python.start()
    await asked('start')
    hear({ type: 'died' })
    await expect(starting).rejects.toMatchObject({ code: 'file.no-python', details: { folder: 'here' } })
    const refused = setUp(() => Promise.reject(new AppError('file.no-python', { folder: 'there' })))
    await expect(refused.python.start()).rejects.toMatchObject({ details: { folder: 'there' } })
  })
})
