import { describe, expect, it } from 'vitest'
import { Trainer, type KernelHost } from '#core'
import { ThreadChoice } from '../../../../src/core/machines/wasm/thread-choice'
import { wasmMachine } from '../../../../src/core/machines/wasm/wasm-machine'
import { initialParameters } from '../../../../src/core/network/parameters'
import { threeBlobs } from '../../../support/blobs'
import { testHost } from './kernels'

/** A choice of four threads, and calls of it that take as long as `costs` says; `starts` counts how often it asked for the others. */
function timed(costs: { one: number; all: number }, threads = 4, others = { ready: true, asked: 0 }) {
  let time = 0
  const ready = () => {
    others.asked += 1
    return others.ready
  }
  const choice = new ThreadChoice(threads, 1000, ready, () => time)
  return (work: number, steps = 1): number => {
    const used = choice.begin(work)
    time += steps * (used === 1 ? costs.one : costs.all)
    choice.end(steps)
    return used
  }
}

const calls = (call: () => number, count: number): number[] => Array.from({ length: count }, call)

describe('the choice of threads', () => {
  it('tries both, then stays with the faster', () => {
    const fast = timed({ one: 10, all: 6 })
    expect(new Set(calls(() => fast(5000), 10))).toEqual(new Set([1, 4]))
    expect(new Set(calls(() => fast(5000), 50))).toEqual(new Set([4]))
    const slow = timed({ one: 10, all: 11 })
    calls(() => slow(5000), 10)
    expect(new Set(calls(() => slow(5000), 50))).toEqual(new Set([1]))
  })

  it('starts no other threads for a run that ends soon', () => {
    const others = { ready: false, asked: 0 }
    const call = timed({ one: 1, all: 0.5 }, 4, others)
    expect(new Set(calls(() => call(5000), 50))).toEqual(new Set([1]))
    expect(others.asked).toBe(0)
    call(5000)
    expect(others.asked).toBe(1)
  })

  it('goes on alone until they are at work', () => {
    const others = { ready: false, asked: 0 }
    const call = timed({ one: 10, all: 6 }, 4, others)
    expect(new Set(calls(() => call(5000), 100))).toEqual(new Set([1]))
    others.ready = true
    expect(new Set(calls(() => call(5000), 100))).toEqual(new Set([4]))
  })

  it('compares the times of a step, however many are in a call', () => {
    const call = timed({ one: 10, all: 6 })
    let steps = 1
    calls(() => call(5000, (steps += 3)), 10)
    expect(call(5000)).toBe(4)
  })

  it('is made anew after some seconds', () => {
    const costs = { one: 10, all: 11 }
    const call = timed(costs)
    calls(() => call(5000), 10)
    costs.all = 5
    expect(call(5000)).toBe(1)
    calls(() => call(5000), 520)
    expect(call(5000)).toBe(4)
  })

  it('is made for each amount of work, and is one thread for little', () => {
    const call = timed({ one: 10, all: 6 })
    calls(() => call(5000), 10)
    expect(call(5000)).toBe(4)
    expect(call(6000)).toBe(1)
    expect(new Set(calls(() => call(999), 20))).toEqual(new Set([1]))
  })

  it('forgets a call in which nothing was done', () => {
    const call = timed({ one: 10, all: 6 })
    calls(() => call(5000, 0), 40)
    expect(calls(() => call(5000), 10)).toEqual([1, 1, 1, 1, 1, 4, 4, 4, 4, 4])
  })
})

/** A host whose threads are at work as soon as they are started. */
function readyHost(): KernelHost {
  const host = testHost()
  const asleep = new Int32Array(new SharedArrayBuffer(4))
  return {
    ...host,
    startThread(memory, thread, sync) {
      const started = host.startThread(memory, thread, sync)
      const kernels = host.instantiate(memory)
      while (kernels.threadsServing(sync) < thread) Atomics.wait(asleep, 0, 0, 1)
      return started
    }
  }
}

it.each([
  ['whole', undefined],
  ['taken in parts', 200_000]
])('changes no bit of a run whose steps are %s', (_, long) => {
  const blobs = threeBlobs()
  const network = {
    ...blobs.network,
    layers: [{ units: 64, activation: 'tanh' }, { units: 64, activation: 'relu' }, ...blobs.network.layers.slice(-1)]
  } as const
  let time = 0
  // By this clock the faster is now one thread, now the other.
  const now = () => (time = (time * 31 + 977) % 20000)
  const host = readyHost()
  const runs = [1, 2].map((threads) => {
    const trainer = new Trainer({
      ...blobs,
      network,
      parameters: initialParameters(network, 3),
      batchSize: 32,
      machine: (run) => wasmMachine(run, { host, tile: 4, threads, long, worthThreads: 0, now: threads === 1 ? undefined : now })
    })
    for (let e = 0; e < 40; e++) trainer.trainEpoch()
    const { parameters, history } = trainer.state()
    trainer.release()
    return { parameters, history }
  })
  expect(runs[1]).toEqual(runs[0])
})
