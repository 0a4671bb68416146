import { afterEach, describe, expect, it, vi } from 'vitest'
import { createLab } from '../../../src/renderer/engine-client/useEngine'
import { fakeBridge } from '../support/fake-bridge'
import { engineInfo, FakeEngine, hello } from '../support/fake-engine'
import { historyOf, labState, settings } from '../support/lab-state'

const engines: FakeEngine[] = []
afterEach(() => engines.splice(0).forEach((engine) => engine.close()))

async function connected(handlers: FakeEngine['handlers'] = {}) {
  const engine = new FakeEngine(handlers)
  engines.push(engine)
  const bridge = fakeBridge()
  const told = { onError: vi.fn(), onRetraced: vi.fn(), onHello: vi.fn() }
  const lab = createLab({ bridge: bridge.client, ports: engine.ports, ...told })
  engine.connect()
  await vi.waitFor(() => expect(lab.connection.value).toBe('ready'))
  return { engine, bridge, lab, ...told }
}

const losses = (lab: { history: () => { series: (name: 'trainLoss') => Float64Array } }) => [...lab.history().series('trainLoss')]

describe('the experiment in the window', () => {
  it('is starting until the engine has answered hello', async () => {
    const lab = createLab({
      bridge: fakeBridge().client,
      ports: new FakeEngine().ports,
      onError: vi.fn(),
      onRetraced: vi.fn(),
      onHello: vi.fn()
    })
    expect(lab.connection.value).toBe('starting')
    expect(lab.state.value).toBeNull()
    await expect(lab.command('pause')).rejects.toMatchObject({ code: 'request.no-engine' })
  })

  it('has state and samples after hello', async () => {
    const { lab, onHello } = await connected()
    expect(lab.state.value).toEqual(labState())
    expect(lab.samples.value.map(({ name }) => name)).toEqual(['iris'])
    expect(onHello).toHaveBeenCalledOnce()
  })

  it('follows progress, and replaces epochs that come again', async () => {
    const { lab, engine } = await connected()
    engine.emit('progress', {
      run: { status: 'running', epoch: 3, step: 30, seconds: 0.1, changes: [] },
      from: 1,
      history: historyOf(3, 10)
    })
    await vi.waitFor(() => expect(lab.run.value.epoch).toBe(3))
    expect(losses(lab)).toEqual([0, 10, 11, 12])
    engine.emit('progress', {
      run: { status: 'running', epoch: 2, step: 20, seconds: 0.1, changes: [] },
      from: 2,
      history: historyOf(1, 50)
    })
    await vi.waitFor(() => expect(losses(lab)).toEqual([0, 10, 50]))
  })

  it('takes over the state that a command answers with', async () => {
    const { lab } = await connected({ rewind: () => labState({ settings: { l2: 0.5 } }) })
    await lab.command('rewind')
    expect(lab.state.value?.settings.l2).toBe(0.5)
  })
})

describe('when the engine process has ended', () => {
  it('state and curves stay, and requests fail', async () => {
    const { lab, bridge } = await connected({ hello: () => hello(labState({ run: { epoch: 5, status: 'paused' } })) })
    bridge.engineGone()
    expect(lab.connection.value).toBe('gone')
    expect(losses(lab)).toHaveLength(6)
    await expect(lab.command('run')).rejects.toMatchObject({ code: 'request.no-engine' })
  })

  const covered = { settings, run: { step: 50, seconds: 0, changes: [] } }

  it('a new one trains to the same place again, with the old curves shown until it is there', async () => {
    const { lab, bridge, engine, onRetraced } = await connected({
      hello: () => hello(labState({ run: { epoch: 5, step: 50, status: 'running' } }))
    })
    bridge.engineGone()
    await lab.restart()
    expect(bridge.calls).toContainEqual({ name: 'restartEngine', args: undefined })
    engine.handlers = {
      hello: () => hello(labState({ run: { epoch: 2, step: 20, status: 'paused' } })),
      retrace: () => labState({ run: { epoch: 2, step: 20, status: 'running' } })
    }
    engine.connect()
    await vi.waitFor(() => expect(engine.asked).toContainEqual({ name: 'retrace', args: covered }))
    expect(lab.retracingTo.value).toBe(5)
    expect(losses(lab)).toHaveLength(6)

    engine.emit('progress', {
      run: { status: 'paused', epoch: 5, step: 50, seconds: 1, changes: [] },
      from: 3,
      history: historyOf(3, 3)
    })
    await vi.waitFor(() => expect(onRetraced).toHaveBeenCalledWith({ epoch: 5, differsFrom: -1 }))
    expect(lab.retracingTo.value).toBeNull()
    expect(losses(lab)).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('says so too where the run was saved as it stood', async () => {
    const { lab, bridge, engine, onRetraced } = await connected({
      hello: () => hello(labState({ run: { epoch: 5, step: 50, status: 'running' } }))
    })
    bridge.engineGone()
    await lab.restart()
    engine.handlers = { hello: () => hello(labState({ run: { epoch: 5, step: 50, status: 'paused' } })) }
    engine.connect()
    await vi.waitFor(() => expect(onRetraced).toHaveBeenCalledWith({ epoch: 5, differsFrom: -1 }))
    expect(engine.asked.map(({ name }) => name)).not.toContain('retrace')
  })

  it('says from where on a retraced run differs', async () => {
    const { lab, bridge, engine, onRetraced } = await connected({
      hello: () => hello(labState({ run: { epoch: 5, step: 50, status: 'running' } }))
    })
    bridge.engineGone()
    engine.handlers = { hello: () => hello(labState()), retrace: () => labState({ run: { status: 'running' } }) }
    engine.connect()
    await vi.waitFor(() => expect(lab.retracingTo.value).toBe(5))
    const otherwise = historyOf(5, 1)
    otherwise.testLoss[3] = 99
    engine.emit('progress', { run: { status: 'paused', epoch: 5, step: 50, seconds: 1, changes: [] }, from: 1, history: otherwise })
    await vi.waitFor(() => expect(onRetraced).toHaveBeenCalledWith({ epoch: 5, differsFrom: 4 }))
  })

  it('compares with the curves on screen, not with what the new process reports before it answers', async () => {
    const { lab, bridge, engine, onRetraced } = await connected({
      hello: () => hello(labState({ run: { epoch: 5, step: 50, status: 'running' } }))
    })
    bridge.engineGone()
    const saved = labState({ run: { epoch: 1, step: 10, status: 'paused' } })
    engine.handlers = {
      hello: () => {
        engine.emit('state', saved)
        engine.emit('progress', { run: saved.run, from: 1, history: historyOf(1, 1) })
        return hello(saved)
      },
      retrace: () => labState({ run: { epoch: 1, step: 10, status: 'running' } })
    }
    engine.connect()
    await vi.waitFor(() => expect(engine.asked.map(({ name }) => name)).toContain('retrace'))
    expect(losses(lab)).toEqual([0, 1, 2, 3, 4, 5])
    const otherwise = historyOf(4, 2)
    otherwise.testLoss[3] = 99
    engine.emit('progress', { run: { status: 'paused', epoch: 5, step: 50, seconds: 1, changes: [] }, from: 2, history: otherwise })
    await vi.waitFor(() => expect(onRetraced).toHaveBeenCalledWith({ epoch: 5, differsFrom: 5 }))
  })

  it('is being retraced from the first moment, until the new one says that it is there', async () => {
    const changed = labState({ settings: { l2: 0.25 }, run: { epoch: 5, step: 50, status: 'paused' } })
    const { lab, bridge, engine, onRetraced } = await connected({ hello: () => hello(changed) })
    bridge.engineGone()
    const during: (number | null)[] = []
    engine.handlers = {
      hello: () => hello(labState()),
      retrace: () => {
        during.push(lab.retracingTo.value)
        return labState({ settings: { l2: 0.25 }, run: { status: 'running' } })
      }
    }
    engine.connect()
    await vi.waitFor(() => expect(during).toEqual([5]))
    expect(lab.retracingTo.value).toBe(5)
    expect(onRetraced).not.toHaveBeenCalled()
  })

  it('is there at once where nothing but settings was missing', async () => {
    const changed = labState({ settings: { l2: 0.25 } })
    const { lab, bridge, engine, onRetraced } = await connected({ hello: () => hello(changed) })
    bridge.engineGone()
    engine.handlers = { hello: () => hello(labState()), retrace: () => changed }
    engine.connect()
    await vi.waitFor(() =>
      expect(engine.asked).toContainEqual({
        name: 'retrace',
        args: { settings: changed.settings, run: { step: 0, seconds: 0, changes: [] } }
      })
    )
    await vi.waitFor(() => expect(onRetraced).toHaveBeenCalledOnce())
    expect(lab.retracingTo.value).toBeNull()
  })

  it('is still sought when the new process ends on the way there', async () => {
    const { lab, bridge, engine } = await connected({
      hello: () => hello(labState({ run: { epoch: 5, step: 50, status: 'running' } }))
    })
    for (const [epoch, step] of [
      [1, 10],
      [2, 20]
    ]) {
      bridge.engineGone()
      await lab.restart()
      engine.asked.length = 0
      engine.handlers = {
        hello: () => hello(labState({ run: { epoch, step, status: 'paused' } })),
        retrace: () => labState({ run: { epoch, step, status: 'running' } })
      }
      engine.connect()
      await vi.waitFor(() => expect(engine.asked).toContainEqual({ name: 'retrace', args: covered }))
    }
  })
})

describe('when the engine process is to start anew', () => {
  const restartWith = async (status: 'running' | 'paused') => {
    const at = () => hello(labState({ run: { epoch: 5, step: 50, status } }))
    const connection = await connected({ hello: at, run: () => labState({ run: { epoch: 5, status: 'running' } }) })
    await connection.lab.restart()
    expect(connection.lab.connection.value).toBe('starting')
    connection.engine.handlers.hello = () =>
      hello(labState({ run: { epoch: status === 'running' ? 7 : 5, step: status === 'running' ? 70 : 50, status: 'paused' } }))
    connection.engine.handlers.engineInfo = () => ({ ...engineInfo, tier: 'safe' })
    connection.engine.connect()
    await vi.waitFor(() => expect(connection.lab.engine.value?.tier).toBe('safe'))
    return connection
  }

  it('what was training goes on from where the session was saved', async () => {
    const { engine, onRetraced, onError } = await restartWith('running')
    expect(engine.asked.filter(({ name }) => name === 'run')).toEqual([{ name: 'run', args: undefined }])
    expect(onRetraced).not.toHaveBeenCalled()
    expect(onError).not.toHaveBeenCalled()
  })

  it('what was training goes on also after it had to be retraced, the session not having been saved', async () => {
    const { lab, engine, onRetraced } = await connected({
      hello: () => hello(labState({ run: { epoch: 5, step: 50, status: 'running' } }))
    })
    await lab.restart()
    engine.handlers.hello = () => hello(labState({ run: { epoch: 2, step: 20, status: 'paused' } }))
    engine.handlers.retrace = () => labState({ run: { epoch: 2, step: 20, status: 'running' } })
    engine.handlers.run = () => labState({ run: { epoch: 5, step: 50, status: 'running' } })
    engine.connect()
    await vi.waitFor(() => expect(engine.asked.map(({ name }) => name)).toContain('retrace'))
    engine.emit('progress', { run: { status: 'paused', epoch: 5, step: 50, seconds: 1, changes: [] }, from: 3, history: historyOf(3, 3) })
    await vi.waitFor(() => expect(onRetraced).toHaveBeenCalledOnce())
    await vi.waitFor(() => expect(engine.asked.at(-1)).toEqual({ name: 'run', args: undefined }))
  })

  it('what was paused stays so', async () => {
    const { engine, lab } = await restartWith('paused')
    expect(engine.asked.map(({ name }) => name)).not.toContain('run')
    expect(lab.run.value).toMatchObject({ epoch: 5, status: 'paused' })
  })
})
