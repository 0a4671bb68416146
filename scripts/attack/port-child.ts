import { setTimeout as wait } from 'node:timers/promises'
import { createRandom, type Random } from '#core'
import { engineRequests, type EngineMessage } from '#shared/contract'
import { answerRequest } from '../../src/engine/answer-request'
import { ExperimentService } from '../../src/engine/experiment-service'
import { anyJunk, mutated } from './malformed'

/** The most processor time of an answer, and how long one is waited for on a machine that may be busy, in milliseconds. */
const LIMIT = 2000
const PATIENCE = 60_000

/**
 * Sends malformed messages to the engine's side of the port, one after the other, and prints as one line of JSON what came of them.
 * Arguments: seed, count, data folder, session folder.
 */
const [seed, count, dataFolder, sessionFolder] = process.argv.slice(2)
const random = createRandom(Number(seed))
const failures: string[] = []
const figures = { messages: 0, answered: 0, refused: 0, ignored: 0, slowest: 0 }
const complain = (how: string) => (error: unknown) => failures.push(`${how}: ${error instanceof Error ? error.stack : String(error)}`)
process.on('unhandledRejection', complain('a rejection that nobody handled'))
process.on('uncaughtException', complain('an exception that nobody caught'))

const engine = { choice: 'plain', threads: 1 } as const
const service = new ExperimentService({ version: '0', dataFolder, sessionFolder, engine }, () => undefined)
const { state } = await service.handlers.hello(undefined)
const { settings } = state
const names = Object.keys(engineRequests)

/** Arguments that fit, from which others are made that nearly do. */
const fitting: readonly (readonly [name: string, args: unknown])[] = [
  ['changeSettings', { settings }],
  ['retrace', { settings, run: { step: 3, seconds: 0, changes: [{ step: 1, settings: { learningRate: 0.1 } }] } }],
  ['readText', { text: 'a,b\n1,2\n3,4\n', name: 'x.csv' }],
  ['openToy', { name: 'moons', knobs: { size: 100 } }],
  ['cells', { from: 0, count: 10, firstColumn: 0, columns: 5 }],
  ['readAgain', { which: 'open', reading: { options: { separator: ',' } } }],
  ['openFound', undefined],
  ['editPoints', { edits: [{ kind: 'erase', rows: [1] }] }],
  ['exportBytes', { grant: '00000000-0000-4000-8000-000000000000', bytes: new Uint8Array(8) }]
]

function anyMessage(): unknown {
  const kind = random.below(10)
  if (kind === 0) return anyJunk(random)
  const id = kind === 1 ? anyJunk(random) : random.below(1_000_000)
  const run = random.below(3) === 0 ? anyJunk(random) : service.runId
  if (kind < 4) return { id, name: kind === 2 ? anyJunk(random) : nameOf(random), args: anyJunk(random), run }
  const [name, args] = fitting[random.below(fitting.length)]
  return { id, name, args: mutated(args, random), run }
}

const nameOf = (from: Random): string => names[from.below(names.length)]

/** The message as the other side of a port gets it; undefined where a port cannot carry it. */
function carried(message: unknown): { readonly data: unknown } | undefined {
  try {
    return { data: structuredClone(message) }
  } catch {
    return undefined
  }
}

/** Names the message that was sent last. */
const whichOf = (message: unknown): string => {
  const { name, args } = (message ?? {}) as { name?: unknown; args?: unknown }
  return `message ${figures.messages}, ${typeof name === 'string' ? name : typeof name} with ${Object.prototype.toString.call(args)}`
}

while (figures.messages < Number(count)) {
  const message = carried(anyMessage())
  if (!message) continue
  figures.messages++
  const before = process.cpuUsage()
  const over = new AbortController()
  const late = wait(PATIENCE, 'late' as const, { signal: over.signal }).catch(() => 'late' as const)
  const answer = await Promise.race([answerRequest(service, message.data), late])
  over.abort()
  const { user, system } = process.cpuUsage(before)
  const milliseconds = (user + system) / 1000
  figures.slowest = Math.max(figures.slowest, milliseconds)
  if (milliseconds > LIMIT) failures.push(`${whichOf(message.data)}: an answer after ${milliseconds.toFixed(0)} ms of processor time`)
  judge(message.data, answer)
}

function judge(message: unknown, answer: EngineMessage | null | 'late'): void {
  if (answer === 'late') failures.push(`${whichOf(message)}: no answer within ${PATIENCE} ms`)
  else if (answer === null) figures.ignored++
  else if ('error' in answer) {
    figures.refused++
    if (answer.error.code === 'bug') failures.push(`${whichOf(message)}: ${String(answer.error.details.message)}`)
  } else figures.answered++
}

if (Object.hasOwn(Object.prototype, 'polluted') || ({} as { polluted?: boolean }).polluted)
  failures.push('the prototype of all objects was changed')
const last = await answerRequest(service, { id: 1, name: 'ping', args: undefined, run: null })
if (!last || !('value' in last)) failures.push('there was no answer to a ping after all')
await service.shutdown()
console.log(JSON.stringify({ figures, failures }))
process.exit(0)
