import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { temporaryFolders } from '../support/folders'
import { weightsDigest } from '../support/weights-digest'

const folder = temporaryFolders()

let cli: typeof import('../support/cli').cli

// Test files share modules: the command line is loaded anew with these threads, and once more without them for the files that follow.
beforeAll(async () => {
  vi.doMock('node:worker_threads', async (original) => {
    const threads = await original<typeof import('node:worker_threads')>()
    /** A thread that works as it should, and is ended from outside as soon as it has been given something to do. */
    class Mortal extends threads.Worker {
      constructor(script: string, options: import('node:worker_threads').WorkerOptions) {
        const around = `const { Worker, workerData } = require('node:worker_threads')
const thread = new Worker(${JSON.stringify(script)}, { eval: true, workerData })
thread.once('online', () => {
  Atomics.wait(new Int32Array(workerData.memory.buffer, workerData.sync, 1), 0, 0)
  thread.terminate()
})`
        super(around, options)
      }
    }
    return { ...threads, Worker: Mortal }
  })
  vi.resetModules()
  ;({ cli } = await import('../support/cli'))
})
afterAll(() => {
  vi.doUnmock('node:worker_threads')
  vi.resetModules()
})

describe('train, when a thread of the engine dies', () => {
  it('says so, goes on with one, and comes to the same weights', async () => {
    const network = ['--data', 'iris', '--hidden', '600,60', '--no-bias', '--batch-size', '64']
    // Threads are started after 50 ms of work, and the run goes on alone until they are there.
    const line = ['train', ...network, '--epochs', '300', '--check', 'none', '--engine', 'fast']
    const [alone, bereft] = [join(folder(), 'a'), join(folder(), 'b')]
    expect((await cli([...line, '--threads', '1', '--out', alone])).stderr).not.toContain('A thread of the engine')
    const { code, stderr } = await cli([...line, '--threads', '2', '--out', bereft])
    expect(code).toBe(0)
    expect(stderr).toContain('A thread of the engine ended unexpectedly. Training continued with one thread')
    expect(weightsDigest(join(bereft, 'weights.safetensors'))).toBe(weightsDigest(join(alone, 'weights.safetensors')))
  })
})
