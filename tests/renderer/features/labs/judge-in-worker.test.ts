import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AppError, lessonCase, stoppedProgram, toWire, type NetworkCase } from '#core'
import { judgeInWorker } from '../../../../src/renderer/features/labs/judge-in-worker'
import type { JudgeReply, JudgeRequest, JudgeTask } from '../../../../src/renderer/features/labs/judge-protocol'
import { eventually } from '../../../support/eventually'

/** A worker that answers as the test says. */
class FakeWorker {
  static latest: FakeWorker
  onmessage: (event: { data: JudgeReply }) => void = () => undefined
  onerror: (event: { message: string }) => void = () => undefined
  readonly posted: JudgeRequest[] = []
  readonly terminate = vi.fn()
  constructor() {
    FakeWorker.latest = this
  }
  postMessage(request: JudgeRequest): void {
    this.posted.push(request)
  }
}

beforeEach(() => vi.stubGlobal('Worker', FakeWorker))
afterEach(() => vi.unstubAllGlobals())

const task: JudgeTask = { type: 'program', source: 'x = 1', asked: lessonCase('L000') as NetworkCase }

function begin() {
  const stopping = new AbortController()
  const run = vi.fn(() => Promise.resolve({ ended: 'died' } as const))
  const judged = judgeInWorker({ run }, task, () => undefined, stopping.signal)
  return { judged, run, stopping, worker: FakeWorker.latest }
}

it('a task is given to a worker, whose runs are those of the page', async () => {
  const { judged, run, worker } = begin()
  expect(worker.posted).toEqual([task])
  worker.onmessage({ data: { type: 'run', program: 'solve', input: null } })
  await eventually(() => expect(worker.posted[1]).toEqual({ type: 'ran', run: { ended: 'died' } }))
  expect(run).toHaveBeenCalledOnce()
  worker.onmessage({ data: { type: 'judged', outcome: stoppedProgram() } })
  expect(await judged).toMatchObject({ code: 'stopped' })
  expect(worker.terminate).toHaveBeenCalledOnce()
})

it('one that is stopped ends its worker', async () => {
  const { judged, stopping, worker } = begin()
  stopping.abort()
  expect(await judged).toMatchObject({ code: 'stopped' })
  expect(worker.terminate).toHaveBeenCalledOnce()
})

it('what the worker refuses is thrown, and so is what ends it', async () => {
  const refused = begin()
  refused.worker.onmessage({ data: { type: 'failed', error: toWire(new AppError('request.no-engine')) } })
  await expect(refused.judged).rejects.toMatchObject({ code: 'request.no-engine' })
  const broken = begin()
  broken.worker.onerror({ message: 'out of memory' })
  await expect(broken.judged).rejects.toMatchObject({ kind: 'bug' })
  expect(broken.worker.terminate).toHaveBeenCalledOnce()
})
