import { afterEach, describe, expect, it, vi } from 'vitest'
import { createEngineClient } from '../../../src/renderer/engine-client/useEngine'
import { fakeBridge } from '../support/fake-bridge'
import { engineInfo, FakeEngine, hello } from '../support/fake-engine'
import { historyOf, experimentState, settings, stateEvent } from '../support/experiment-state'
import { eventually } from '../../support/eventually'

const engines: FakeEngine[] = []
afterEach(() => engines.splice(0).forEach((engine) => engine.close()))

async function connected(handlers: FakeEngine['handlers'] = {}) {
  const engine = new FakeEngine(handlers)
  engines.push(engine)
  const bridge = fakeBridge()
  const told = { onError: vi.fn(), onRetraced: vi.fn(), onHello: vi.fn() }
  const client = createEngineClient({ bridge: bridge.client, ports: engine.ports, ...told })
  engine.connect()
  await eventually(() => expect(client.connection.value).toBe('ready'))
  return { engine, bridge, client, ...told }
}

const losses = (client: { history: () => { series: (name: 'trainLoss') => Float64Array } }) => [...client.history().series('trainLoss')]

describe('the experiment in the window', () => {
  it('is starting until the engine has answered hello', async () => {
    const client = createEngineClient({
      bridge: fakeBridge().client,
      ports: new FakeEngine().ports,
      onError: vi.fn(),
      onRetraced: vi.fn(),
      onHello: vi.fn()
    })
    expect(client.connection.value).toBe('starting')
    expect(client.state.value).toBeNull()
    await expect(client.request('pause')).rejects.toMatchObject({ code: 'request.no-engine' })
  })

  it('has state and samples after hello', async () => {
    const { client, onHello } = await connected()
    expect(client.state.value).toEqual(experimentState())
    expect(client.samples.value.map(({ name }) => name)).toEqual(['iris'])
    expect(onHello).toHaveBeenCalledOnce()
  })

  it('follows progress, and replaces epochs that come again', async () => {
    const { client, engine } = await connected()
    engine.emit('progress', {
      run: { id: 'run', status: 'running', epoch: 3, step: 30, seconds: 0.1, changes: [] },
      from: 1,
      history: historyOf(3, 10)
    })
    await eventually(() => expect(client.run.value.epoch).toBe(3))
    expect(losses(client)).toEqual([0, 10, 11, 12])
    engine.emit('progress', {
      run: { id: 'run', status: 'running', epoch: 2, step: 20, seconds: 0.1, changes: [] },
      from: 2,
      history: historyOf(1, 50)
    })
    await eventually(() => expect(losses(client)).toEqual([0, 10, 50]))
  })

  it('has the state that a command led to once that is acknowledged', async () => {
    const { client } = await connected({ rewind: () => experimentState({ settings: { l2: 0.5 } }) })
    await client.request('rewind')
    expect(client.state.value?.settings.l2).toBe(0.5)
  })

  it('adds the epochs of a state to those it has, or drops those after them', async () => {
    const { client, engine } = await connected({ hello: () => hello(experimentState({ run: { epoch: 5 } })) })
    engine.emit('state', { state: experimentState({ run: { epoch: 6 } }), from: 6, history: historyOf(1, 60) })
    await eventually(() => expect(losses(client)).toEqual([0, 1, 2, 3, 4, 5, 60]))
    engine.emit('state', { state: experimentState(), from: 1, history: historyOf(0) })
    await eventually(() => expect(losses(client)).toEqual([0]))
  })

  it('knows why the session cannot be saved, until it is', async () => {
    const problem = { code: 'file.disk-full', details: { path: 'x' } } as const
    const { client, engine } = await connected({ hello: () => ({ ...hello(), saveProblem: problem }) })
    expect(client.saveProblem.value).toEqual(problem)
    engine.emit('saveProblem', null)
    await eventually(() => expect(client.saveProblem.value).toBeNull())
    engine.emit('saveProblem', problem)
    await eventually(() => expect(client.saveProblem.value).toEqual(problem))
  })

  it('names the run shown in every request, once there is one', async () => {
    const { client, engine } = await connected({ pause: () => experimentState({ run: { id: 'next' } }), rewind: () => null })
    await client.request('pause')
    await client.request('rewind')
    expect(engine.asked.map(({ name }) => name)).toEqual(['hello', 'engineInfo', 'pause', 'rewind'])
    expect(engine.runs).toEqual([null, 'run', 'run', 'next'])
  })
})

describe('when the window is to be closed and the session could not be saved', () => {
  it('knows why before it lets it be closed', async () => {
    const { client, bridge } = await connected()
    const problem = { code: 'bug', details: { message: 'no space' } } as const
    bridge.tell('unsaved', problem)
    expect(client.saveProblem.value).toEqual(problem)
    expect(bridge.calls.at(-1)).toEqual({ name: 'closeWindow', args: undefined })
  })
})

describe('when the engine process has ended', () => {
  it('state and curves stay, and requests fail', async () => {
    const { client, bridge } = await connected({ hello: () => hello(experimentState({ run: { epoch: 5, status: 'paused' } })) })
    bridge.engineGone()
    expect(client.connection.value).toBe('gone')
    expect(losses(client)).toHaveLength(6)
    await expect(client.request('run')).rejects.toMatchObject({ code: 'request.no-engine' })
  })

  it('what was training goes on by itself in one that takes its place', async () => {
    const at = (epoch: number, step: number, status: 'running' | 'paused') => experimentState({ run: { epoch, step, status } })
    const { client, bridge, engine, onRetraced } = await connected({ hello: () => hello(at(5, 50, 'running')) })
    bridge.engineGone(true)
    expect(client.connection.value).toBe('starting')
    engine.handlers = { hello: () => hello(at(5, 50, 'paused')), run: () => at(5, 50, 'running') }
    engine.connect()
    await eventually(() => expect(engine.asked.map(({ name }) => name)).toContain('run'))
    expect(onRetraced).toHaveBeenCalledWith({ epoch: 5, last: 5, differsFrom: -1 })
    expect(bridge.calls.map(({ name }) => name)).not.toContain('restartEngine')
  })

  const covered = { settings, run: { step: 50, seconds: 0, changes: [] } }

  it('a new one trains to the same place again, with the old curves shown until it is there', async () => {
    const { client, bridge, engine, onRetraced } = await connected({
      hello: () => hello(experimentState({ run: { epoch: 5, step: 50, status: 'running' } }))
    })
    bridge.engineGone()
    await client.restart()
    expect(bridge.calls).toContainEqual({ name: 'restartEngine', args: undefined })
    engine.handlers = {
      hello: () => hello(experimentState({ run: { epoch: 2, step: 20, status: 'paused' } })),
      retrace: () => experimentState({ run: { epoch: 2, step: 20, status: 'running' } })
    }
    engine.connect()
    await eventually(() => expect(engine.asked).toContainEqual({ name: 'retrace', args: covered }))
    expect(client.retracingTo.value).toBe(5)
    expect(losses(client)).toHaveLength(6)

    engine.emit('progress', {
      run: { id: 'run', status: 'paused', epoch: 5, step: 50, seconds: 1, changes: [] },
      from: 3,
      history: historyOf(3, 3)
    })
    await eventually(() => expect(onRetraced).toHaveBeenCalledWith({ epoch: 5, last: 5, differsFrom: -1 }))
    expect(client.retracingTo.value).toBeNull()
    expect(losses(client)).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('says so too where the run was saved as it stood', async () => {
    const { client, bridge, engine, onRetraced } = await connected({
      hello: () => hello(experimentState({ run: { epoch: 5, step: 50, status: 'running' } }))
    })
    bridge.engineGone()
    await client.restart()
    engine.handlers = { hello: () => hello(experimentState({ run: { epoch: 5, step: 50, status: 'paused' } })) }
    engine.connect()
    await eventually(() => expect(onRetraced).toHaveBeenCalledWith({ epoch: 5, last: 5, differsFrom: -1 }))
    expect(engine.asked.map(({ name }) => name)).not.toContain('retrace')
  })

  it('says from where on a retraced run differs', async () => {
    const { client, bridge, engine, onRetraced } = await connected({
      hello: () => hello(experimentState({ run: { epoch: 5, step: 50, status: 'running' } }))
    })
    bridge.engineGone()
    engine.handlers = { hello: () => hello(experimentState()), retrace: () => experimentState({ run: { status: 'running' } }) }
    engine.connect()
    await eventually(() => expect(client.retracingTo.value).toBe(5))
    const otherwise = historyOf(5, 1)
    otherwise.testLoss[3] = 99
    engine.emit('progress', {
      run: { id: 'run', status: 'paused', epoch: 5, step: 50, seconds: 1, changes: [] },
      from: 1,
      history: otherwise
    })
    await eventually(() => expect(onRetraced).toHaveBeenCalledWith({ epoch: 5, last: 5, differsFrom: 4 }))
  })

  it('compares with the curves on screen, not with what the new process reports before it answers', async () => {
    const { client, bridge, engine, onRetraced } = await connected({
      hello: () => hello(experimentState({ run: { epoch: 5, step: 50, status: 'running' } }))
    })
    bridge.engineGone()
    const saved = experimentState({ run: { epoch: 1, step: 10, status: 'paused' } })
    engine.handlers = {
      hello: () => {
        engine.emit('state', stateEvent(saved))
        engine.emit('progress', { run: saved.run, from: 1, history: historyOf(1, 1) })
        return hello(saved)
      },
      retrace: () => experimentState({ run: { epoch: 1, step: 10, status: 'running' } })
    }
    engine.connect()
    await eventually(() => expect(engine.asked.map(({ name }) => name)).toContain('retrace'))
    expect(losses(client)).toEqual([0, 1, 2, 3, 4, 5])
    const otherwise = historyOf(4, 2)
    otherwise.testLoss[3] = 99
    engine.emit('progress', {
      run: { id: 'run', status: 'paused', epoch: 5, step: 50, seconds: 1, changes: [] },
      from: 2,
      history: otherwise
    })
    await eventually(() => expect(onRetraced).toHaveBeenCalledWith({ epoch: 5, last: 5, differsFrom: 5 }))
  })

  it('is being retraced from the first moment, until the new one says that it is there', async () => {
    const changed = experimentState({ settings: { l2: 0.25 }, run: { epoch: 5, step: 50, status: 'paused' } })
    const { client, bridge, engine, onRetraced } = await connected({ hello: () => hello(changed) })
    bridge.engineGone()
    const during: (number | null)[] = []
    engine.handlers = {
      hello: () => hello(experimentState()),
      retrace: () => {
        during.push(client.retracingTo.value)
        return experimentState({ settings: { l2: 0.25 }, run: { status: 'running' } })
      }
    }
    engine.connect()
    await eventually(() => expect(during).toEqual([5]))
    expect(client.retracingTo.value).toBe(5)
    expect(onRetraced).not.toHaveBeenCalled()
  })

  it('is there at once where nothing but settings was missing', async () => {
    const changed = experimentState({ settings: { l2: 0.25 } })
    const { client, bridge, engine, onRetraced } = await connected({ hello: () => hello(changed) })
    bridge.engineGone()
    engine.handlers = { hello: () => hello(experimentState()), retrace: () => changed }
    engine.connect()
    await eventually(() =>
      expect(engine.asked).toContainEqual({
        name: 'retrace',
        args: { settings: changed.settings, run: { step: 0, seconds: 0, changes: [] } }
      })
    )
    await eventually(() => expect(onRetraced).toHaveBeenCalledOnce())
    expect(client.retracingTo.value).toBeNull()
  })

  it('is still sought when the new process ends on the way there', async () => {
    const { client, bridge, engine } = await connected({
      hello: () => hello(experimentState({ run: { epoch: 5, step: 50, status: 'running' } }))
    })
    for (const [epoch, step] of [
      [1, 10],
      [2, 20]
    ]) {
      bridge.engineGone()
      await client.restart()
      engine.asked.length = 0
      engine.handlers = {
        hello: () => hello(experimentState({ run: { epoch, step, status: 'paused' } })),
        retrace: () => experimentState({ run: { epoch, step, status: 'running' } })
      }
      engine.connect()
      await eventually(() => expect(engine.asked).toContainEqual({ name: 'retrace', args: covered }))
    }
  })
})

describe('when the engine process is to start anew', () => {
  const restartWith = async (status: 'running' | 'paused') => {
    const at = () => hello(experimentState({ run: { epoch: 5, step: 50, status } }))
    const connection = await connected({ hello: at, run: () => experimentState({ run: { epoch: 5, status: 'running' } }) })
    await connection.client.restart()
    expect(connection.client.connection.value).toBe('starting')
    connection.engine.handlers.hello = () =>
      hello(experimentState({ run: { epoch: status === 'running' ? 7 : 5, step: status === 'running' ? 70 : 50, status: 'paused' } }))
    connection.engine.handlers.engineInfo = () => ({ ...engineInfo, tier: 'safe' })
    connection.engine.connect()
    await eventually(() => expect(connection.client.info.value?.tier).toBe('safe'))
    return connection
  }

  it('what was training goes on from where the session was saved', async () => {
    const { engine, onRetraced, onError } = await restartWith('running')
    expect(engine.asked.filter(({ name }) => name === 'run')).toEqual([{ name: 'run', args: undefined }])
    expect(onRetraced).not.toHaveBeenCalled()
    expect(onError).not.toHaveBeenCalled()
  })

  it('what was training goes on also after it had to be retraced, the session not having been saved', async () => {
    const { client, engine, onRetraced } = await connected({
      hello: () => hello(experimentState({ run: { epoch: 5, step: 50, status: 'running' } }))
    })
    await client.restart()
    engine.handlers.hello = () => hello(experimentState({ run: { epoch: 2, step: 20, status: 'paused' } }))
    engine.handlers.retrace = () => experimentState({ run: { epoch: 2, step: 20, status: 'running' } })
    engine.handlers.run = () => experimentState({ run: { epoch: 5, step: 50, status: 'running' } })
    engine.connect()
    await eventually(() => expect(engine.asked.map(({ name }) => name)).toContain('retrace'))
    engine.emit('progress', {
      run: { id: 'run', status: 'paused', epoch: 5, step: 50, seconds: 1, changes: [] },
      from: 3,
      history: historyOf(3, 3)
    })
    await eventually(() => expect(onRetraced).toHaveBeenCalledOnce())
    await eventually(() => expect(engine.asked.at(-1)).toEqual({ name: 'run', args: undefined }))
  })

  it('what was paused stays so', async () => {
    const { engine, client } = await restartWith('paused')
    expect(engine.asked.map(({ name }) => name)).not.toContain('run')
    expect(client.run.value).toMatchObject({ epoch: 5, status: 'paused' })
  })
})

describe('while a run is brought back to where it was', () => {
  const at = (step: number, status: 'running' | 'paused', id = 'run') => experimentState({ run: { id, epoch: step / 10, step, status } })

  /** A run at step 50 whose process hangs and is replaced by one that was saved at step 20, and is on its way. */
  async function onItsWay() {
    const connection = await connected({ hello: () => hello(at(50, 'running')) })
    const { bridge, client, engine } = connection
    const replace = async () => {
      bridge.engineGone(true)
      engine.asked.length = 0
      engine.handlers = { hello: () => hello(at(20, 'paused')), retrace: () => at(20, 'running'), run: () => at(50, 'running') }
      engine.connect()
      await eventually(() => expect(client.connection.value).toBe('ready'))
    }
    const arrive = () => engine.emit('progress', { run: at(50, 'paused').run, from: 3, history: historyOf(3, 3) })
    const asked = () => engine.asked.map(({ name }) => name)
    await replace()
    return { ...connection, replace, arrive, asked }
  }

  it('a pause holds from where it was: it gets there, and does not go on', async () => {
    const { client, arrive, asked, onRetraced } = await onItsWay()
    expect(client.goesOn.value).toBe(true)
    await client.pause()
    expect(client.goesOn.value).toBe(false)
    expect(asked()).not.toContain('pause')
    arrive()
    await eventually(() => expect(onRetraced).toHaveBeenCalledWith({ epoch: 5, last: 5, differsFrom: -1 }))
    await client.request('ping').catch(() => undefined)
    expect(asked()).not.toContain('run')
  })

  it('a pause as it goes on already reaches the process after that', async () => {
    const { client, engine, arrive, asked } = await onItsWay()
    engine.handlers.pause = () => at(50, 'paused')
    let paused: Promise<void> | undefined
    engine.handlers.run = () => {
      expect(client.goesOn.value).toBe(true)
      paused = client.pause()
      return at(50, 'running')
    }
    arrive()
    await eventually(() => expect(asked().slice(-2)).toEqual(['run', 'pause']))
    await paused
    await eventually(() => expect(client.run.value.status).toBe('paused'))
  })

  it('that goes on also where its process hung a second time on the way', async () => {
    const { replace, arrive, asked } = await onItsWay()
    await replace()
    arrive()
    await eventually(() => expect(asked()).toContain('run'))
  })

  it('a setting that was changed on the way is kept when the process ends once more', async () => {
    const { client, engine, replace } = await onItsWay()
    engine.handlers.changeSettings = () => experimentState({ settings: { l2: 0.25 }, run: { epoch: 3, step: 30, status: 'running' } })
    await client.request('changeSettings', { settings: { ...settings, l2: 0.25 } })
    await replace()
    const changes = [{ epoch: 5, step: 50, key: 'l2', from: settings.l2, to: 0.25 }]
    expect(engine.asked).toContainEqual({
      name: 'retrace',
      args: { settings: { ...settings, l2: 0.25 }, run: { step: 50, seconds: 0, changes } }
    })
  })

  it('another network takes its place: nothing is said to be back, and nothing goes on', async () => {
    const { client, engine, asked, onRetraced } = await onItsWay()
    engine.emit('state', stateEvent(experimentState({ run: { id: 'other' } })))
    await eventually(() => expect(client.retracingTo.value).toBeNull())
    expect(losses(client)).toHaveLength(1)
    expect(client.goesOn.value).toBe(false)
    expect(onRetraced).not.toHaveBeenCalled()
    expect(asked()).not.toContain('run')
  })
})

it('a pause that a process does not answer any more holds in the next one', async () => {
  const running = () => hello(experimentState({ run: { epoch: 5, step: 50, status: 'running' } }))
  const { client, bridge, engine } = await connected({ hello: running })
  engine.silence()
  const paused = client.pause()
  bridge.engineGone(true)
  await paused
  engine.handlers = { hello: () => hello(experimentState({ run: { epoch: 5, step: 50, status: 'paused' } })) }
  engine.connect()
  await eventually(() => expect(client.connection.value).toBe('ready'))
  expect(client.goesOn.value).toBe(false)
  expect(engine.asked.map(({ name }) => name)).not.toContain('run')
})
