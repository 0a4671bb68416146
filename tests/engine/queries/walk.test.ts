import { afterEach, describe, expect, it } from 'vitest'
import { namedTensors, type Parameters, type Settings } from '#core'
import { WHOLE_TENSOR, type StateEvent, type WalkQuestion, type WalkView } from '#shared/contract'
import { ExperimentService } from '../../../src/engine/experiment-service'
import { dataFolder } from '../../support/cli'
import { stateOf } from '../../support/experiment-service'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const opened: ExperimentService[] = []
afterEach(async () => {
  for (const service of opened.splice(0)) await service.shutdown()
})

type Choice = 'plain' | 'safe'

/** A service on the sample that it opens with, with these settings, and its run; null: as the session has them. */
async function standing(patch: Partial<Settings> | null = {}, choice: Choice = 'plain', sessionFolder = folder()) {
  let wake = () => {}
  const engine = { choice, threads: 1 } as const
  const service = new ExperimentService({ version: '0', dataFolder, sessionFolder, engine }, (event, payload) => {
    if (event === 'state' && (payload as StateEvent).state.run.status !== 'running') wake()
  })
  opened.push(service)
  const { handlers } = service
  const until = async (request: () => unknown) => {
    const still = new Promise<void>((resolve) => (wake = resolve))
    await request()
    await still
    return stateOf(service)
  }
  await handlers.hello(undefined)
  if (patch) await handlers.changeSettings({ settings: { ...service.experiment.chosen, ...patch } })
  await service.experiment.whenReady
  const weights = () => copyOf(service.requireRunner().trainer.parameters)
  const walk = (question: Partial<WalkQuestion> = {}) =>
    handlers.walk({ source: { kind: 'next' }, edits: [], notation: 'app', ...question })
  const take = ({ id }: WalkView) => until(() => handlers.takeWalk({ walk: id }))
  return { service, handlers, until, weights, walk, take, step: () => until(() => handlers.stepBatch(undefined)) }
}

function copyOf(parameters: Parameters) {
  return Object.fromEntries(namedTensors(parameters).map(({ name, matrix }) => [name, Array.from(matrix.data)]))
}

const numbersOf = (view: WalkView, id: string) => Array.from(view.tensors.find((tensor) => tensor.id === id)?.values ?? [])

const sgd = { kind: 'sgd', momentum: 0.9 } as const

describe('the step of a walk', () => {
  it.each<[string, Partial<Settings>, Choice]>([
    ['float64, plain', { precision: 'f64' }, 'plain'],
    ['float64, kernels', { precision: 'f64', optimizer: { kind: 'adam' } }, 'safe'],
    ['float32, kernels', { precision: 'f32', optimizer: { kind: 'adamw' } }, 'safe'],
    ['momentum, dropout and clipping', { optimizer: sgd, dropout: 0.3, clip: 0.01, hidden: [{ units: 6, activation: 'relu' }] }, 'safe'],
    ['a schedule, two layers, a penalty', { schedule: { kind: 'cosine' }, l2: 0.01, optimizer: { kind: 'rmsprop' } }, 'safe']
  ])('leaves the weights of the walk, bit for bit: %s', async (_title, patch, choice) => {
    const { walk, take, weights, step } = await standing({ batchSize: 20, ...patch }, choice)
    await step()
    const shown = await walk()
    expect(shown.obstacle).toBeNull()
    const { run } = await take(shown)
    expect(run).toMatchObject({ step: 2, status: 'paused' })
    for (const [name, numbers] of Object.entries(weights())) expect(numbersOf(shown, `${name}.new`), name).toEqual(numbers)
  })

  it('in float64 is simply the next step of the run', async () => {
    const [one, other] = [await standing({ precision: 'f64' }, 'safe'), await standing({ precision: 'f64' }, 'safe')]
    await one.take(await one.walk())
    await other.step()
    expect(one.weights()).toEqual(other.weights())
    await one.step()
    await other.step()
    expect(one.weights()).toEqual(other.weights())
  })

  it('that ends an epoch evaluates it, as every step does', async () => {
    const { walk, take } = await standing({ batchSize: 1000 })
    const shown = await walk()
    expect(shown.batch).toMatchObject({ number: 1, of: 1 })
    const { run, history } = await take(shown)
    expect([run.epoch, run.step, history.trainLoss.length]).toEqual([1, 1, 2])
  })

  it('is taken back and taken again to the same bits', async () => {
    const { walk, take, step, until, handlers, weights } = await standing({ precision: 'f32', batchSize: 16 }, 'safe')
    await take(await walk())
    const after = weights()
    await step()
    const { run } = await until(() => handlers.stepBack({ unit: 'batch' }))
    expect(run.step).toBe(1)
    expect(weights()).toEqual(after)
  })

  it('of chosen rows is a step of its own, after which the next mini-batch is still to come', async () => {
    const { walk, take, weights } = await standing({ batchSize: 16, precision: 'f64' })
    const next = await walk()
    const chosen = await walk({ source: { kind: 'rows', side: 'train', indices: [3, 1] } })
    expect([chosen.batch.size, chosen.batch.number, chosen.obstacle]).toEqual([2, null, null])
    const { run } = await take(chosen)
    expect([run.epoch, run.step]).toEqual([0, 1])
    for (const [name, numbers] of Object.entries(weights())) expect(numbersOf(chosen, `${name}.new`), name).toEqual(numbers)
    expect((await walk()).batch.places).toEqual(next.batch.places)
  })

  it('of the next mini-batch is no longer it with another batch size', async () => {
    const { service, handlers, walk, take } = await standing({ batchSize: 16 })
    const shown = await walk()
    await handlers.changeSettings({ settings: { ...service.experiment.chosen, batchSize: 20 } })
    await expect(handlers.takeWalk({ walk: shown.id })).rejects.toMatchObject({ code: 'request.walk-not-taken' })
    const now = await walk()
    expect([now.batch.size, now.stamp?.step, now.obstacle]).toEqual([20, 0, null])
    expect((await take(now)).run.step).toBe(1)
  })

  it('of chosen rows is in the session with its weights and its arithmetic: reopened, the run goes on from there', async () => {
    const sessionFolder = folder()
    const { service, walk, take, step, weights } = await standing({ batchSize: 16 }, 'safe', sessionFolder)
    await step()
    await take(await walk({ source: { kind: 'rows', side: 'train', indices: [3, 1] } }))
    await step()
    const [before, { builds }] = [weights(), service.requireRunner()]
    // Besides the arithmetic that a step was taken, by which settings alone do not lead to these weights.
    expect(builds).toEqual(['fused-1', 'plain'])
    await service.shutdown()
    const again = await standing(null, 'safe', sessionFolder)
    expect(again.weights()).toEqual(before)
    expect(again.service.requireRunner().builds).toEqual(builds)
    expect(again.service.requireRunner().trainer.step).toBe(3)
  })

  it('is refused where it is none of the run’s', async () => {
    const { walk, take, step, handlers } = await standing()
    const shown = await walk()
    const edited = await walk({ edits: [{ tensor: 'W1', row: 0, column: 0, value: 2 }] })
    const held = await walk({ source: { kind: 'rows', side: 'test', indices: [0] } })
    const example = await walk({ source: { kind: 'example', name: 'note-000' } })
    expect([edited, held, example].map(({ obstacle }) => obstacle)).toEqual(['edited', 'held-out', 'example'])
    await step()
    for (const { id } of [shown, edited, held, example]) {
      await expect(handlers.takeWalk({ walk: id })).rejects.toMatchObject({ code: 'request.walk-not-taken' })
    }
    expect((await walk({ source: { kind: 'snapshot', walk: shown.id } })).obstacle).toBe('moved-on')
    const again = await take(await walk())
    expect(again.run.step).toBe(2)
  })
})

describe('a walk', () => {
  it('is a snapshot: the same again in another notation, after the weights have moved on', async () => {
    const { walk, step } = await standing({ batchSize: 16 })
    const shown = await walk()
    expect(shown.stamp).toMatchObject({ epoch: 0, step: 0 })
    await step()
    const again = await walk({ source: { kind: 'snapshot', walk: shown.id }, notation: '001' })
    expect(again.stamp).toEqual(shown.stamp)
    expect(numbersOf(again, 'W1')).toEqual(numbersOf(shown, 'W1'))
    expect(again.steps.map(({ tex }) => tex.index)).not.toEqual(shown.steps.map(({ tex }) => tex.index))
  })

  it('is kept for the same question about the same step', async () => {
    const { walk, step } = await standing()
    const { id } = await walk()
    expect((await walk()).id).toBe(id)
    await step()
    expect((await walk()).id).not.toBe(id)
  })

  it('follows an edited number, and has the rest as it was', async () => {
    const { walk } = await standing({ batchSize: 8 })
    const shown = await walk()
    const edited = await walk({ edits: [{ tensor: 'X', row: 1, column: 0, value: 5 }] })
    const [before, after] = [numbersOf(shown, 'Z1'), numbersOf(edited, 'Z1')]
    const { columns } = shown.tensors.find(({ id }) => id === 'Z1') ?? { columns: 0 }
    const changed = before.flatMap((z, e) => (z === after[e] ? [] : [Math.floor(e / columns)]))
    expect(new Set(changed)).toEqual(new Set([1]))
    expect(numbersOf(await walk(), 'X')).toEqual(numbersOf(shown, 'X'))
  })

  it('of a large tensor comes by windows and as a picture', async () => {
    const { walk, handlers, service } = await standing({ batchSize: 64, hidden: [{ units: 40, activation: 'tanh' }] })
    const shown = await walk()
    const large = shown.tensors.find(({ id }) => id === 'A1')
    expect([large?.values, large?.rows, large?.columns]).toEqual([null, 64, 40])
    expect(64 * 40).toBeGreaterThan(WHOLE_TENSOR)
    const part = await handlers.walkTensor({
      walk: shown.id,
      tensor: 'A1',
      window: { row: 62, column: 3, rows: 5, columns: 2 },
      picture: { rows: 10, columns: 8 }
    })
    expect(part.window).toMatchObject({ row: 62, column: 3, rows: 2, columns: 2 })
    expect(part.picture).toMatchObject({ rows: 10, columns: 8, each: { rows: 7, columns: 5 } })
    const cell = await handlers.walkCell({ walk: shown.id, tensor: 'A1', row: 63, column: 4, from: 0, count: 6 })
    expect(part.window?.values.at(-1)).toBe(cell.value)
    const largest = Math.max(...Array.from(part.picture?.values ?? [], Math.abs))
    expect(largest).toBe(Math.max(Math.abs(large?.low ?? NaN), Math.abs(large?.high ?? NaN)))
    expect(service.requireRunner().trainer.step).toBe(0)
  })

  it('has each number’s terms, page by page, and the largest of a long sum', async () => {
    const { walk, handlers } = await standing({ batchSize: 30, precision: 'f64' })
    const { id } = await walk()
    const cell = await handlers.walkCell({ walk: id, tensor: 'dW1.data', row: 0, column: 0, from: 28, count: 10 })
    expect([cell.count, cell.terms.length, cell.terms[0].number]).toEqual([30, 2, 28])
    expect(cell.terms[1].running / cell.divisor).toBeCloseTo(cell.value, 12)
    const { terms = [], others = 0, sumOfOthers = NaN } = cell.largest ?? {}
    expect([terms.length, others]).toEqual([3, 27])
    expect(terms.reduce((sum, { value }) => sum + value, sumOfOthers)).toBeCloseTo(cell.value * cell.divisor, 12)
    expect(cell.difference?.numeric).toBeCloseTo(cell.value, 6)
    const given = await handlers.walkCell({ walk: id, tensor: 'W1', row: 0, column: 1, from: 0, count: 6 })
    expect([given.count, given.written]).toEqual([0, null])
    expect(given.entersInto.map(({ step }) => step)).toContain('Z1')
  })

  it('that takes long lets others in, and ends when another is asked for or nobody looks at it any more', async () => {
    const hidden = [
      { units: 600, activation: 'relu' },
      { units: 300, activation: 'tanh' }
    ] as const
    const { walk, handlers } = await standing({ hidden: [...hidden], batchSize: 100 })
    const cancelled = { code: 'request.cancelled' }
    const first = walk()
    const second = walk({ notation: '001' })
    await expect(first).rejects.toMatchObject(cancelled)
    let turns = 0
    let isMade = false
    void Promise.resolve(second).then(() => (isMade = true))
    while (!isMade) {
      await new Promise((resolve) => setImmediate(resolve))
      turns++
    }
    expect(turns).toBeGreaterThan(3)
    const third = walk({ notation: '000' })
    await handlers.cancelWalk(undefined)
    await expect(third).rejects.toMatchObject(cancelled)
    expect((await walk({ notation: '001' })).id).toBe((await second).id)
  })

  it('of an example needs no run', async () => {
    const { walk, handlers } = await standing({ targets: ['no such column'] })
    await expect(walk()).rejects.toMatchObject({ code: 'request.not-ready' })
    const shown = await walk({ source: { kind: 'example', name: 'note-001' }, notation: '001' })
    expect([shown.stamp, shown.batch.size, shown.obstacle]).toEqual([null, 3, 'example'])
    const cell = await handlers.walkCell({ walk: shown.id, tensor: 'Z1', row: 0, column: 0, from: 0, count: 6 })
    expect(cell.terms.length).toBeGreaterThan(0)
  })

  it('that is kept no longer, a row and a number that are not there are refused', async () => {
    const { walk, handlers } = await standing()
    await expect(handlers.walkCell({ walk: 'gone', tensor: 'Z1', row: 0, column: 0, from: 0, count: 6 })).rejects.toMatchObject({
      code: 'request.no-walk'
    })
    const { id } = await walk()
    for (const tensor of ['Z9', 'W1'] as const) {
      const question = { walk: id, tensor, row: 1e6, column: 0, from: 0, count: 6 }
      await expect(handlers.walkCell(question)).rejects.toMatchObject({ code: 'request.invalid' })
    }
    await expect(walk({ source: { kind: 'rows', side: 'train', indices: [1e6] } })).rejects.toMatchObject({ code: 'request.invalid' })
    await expect(walk({ edits: [{ tensor: 'Z1', row: 0, column: 0, value: 1 }] })).rejects.toMatchObject({ code: 'request.invalid' })
  })
})
