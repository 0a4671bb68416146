import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { lessonCase, mistakenGradients, problemOf, toRows, type NetworkCase } from '#core'
import type { JudgeReply, JudgeRequest } from '../../../../src/renderer/features/labs/judge-protocol'
import { eventually } from '../../../support/eventually'

const asked = lessonCase('L000') as NetworkCase
const replies: JudgeReply[] = []
const host = globalThis as unknown as { onmessage: ((event: { data: JudgeRequest }) => void) | null }
const send = (data: JudgeRequest) => host.onmessage?.({ data })

beforeAll(async () => {
  vi.stubGlobal('postMessage', (reply: JudgeReply) => replies.push(reply))
  await import('../../../../src/renderer/features/labs/judge-worker')
})
beforeEach(() => replies.splice(0))
afterAll(() => {
  host.onmessage = null
  vi.unstubAllGlobals()
})

describe('judging apart from the page', () => {
  it('judges the gradients in a file', async () => {
    const gradients = mistakenGradients(problemOf(asked), [{ name: 'lost-mean', layer: null }])
    const answer = { gradients: gradients.map(({ W, b }) => ({ W: toRows(W), b: b && [...b.data] })) }
    send({ type: 'numbers', name: 'grads.json', bytes: new TextEncoder().encode(JSON.stringify(answer)), asked })
    await eventually(() => expect(replies).toMatchObject([{ type: 'judged', outcome: { firstWrong: 'W2', mistakes: ['lost-mean'] } }]))
  })

  it('says what is wrong with a file, with its place', async () => {
    send({ type: 'numbers', name: 'grads.csv', bytes: new TextEncoder().encode('tensor,row,column,gradient\n'), asked })
    await eventually(() => expect(replies).toMatchObject([{ type: 'failed', error: { code: expect.stringMatching(/^case\./) as string } }]))
  })

  it('asks the page to run a program, and judges what came of that', async () => {
    send({ type: 'program', source: 'x = 1', asked })
    await eventually(() => expect(replies).toMatchObject([{ type: 'run', program: 'solve', input: { source: 'x = 1' } }]))
    send({ type: 'ran', run: { ended: 'time' } })
    await eventually(() => expect(replies.at(-1)).toMatchObject({ type: 'judged', outcome: { code: 'time' } }))
  })
})
