import * as v from 'valibot'
import { AppError, toWire } from '#core'
import { engineRequests, type EngineMessage, type EngineRequestName } from '#shared/contract'
import { ExperimentService } from './experiment-service'
import type { EngineStart, FromEngine, ToEngine } from './messages'

/**
 * The engine process: it owns the experiment, and answers the page over a port that main passes on. One page at a time; a new port
 * (the page was reloaded) takes the place of the old one.
 */
const start = JSON.parse(process.argv[2]) as EngineStart
const parent = process.parentPort
let port: Electron.MessagePortMain | null = null

const lab = new ExperimentService(start, (event, payload) => send({ event, payload } as EngineMessage))

function send(message: EngineMessage): void {
  port?.postMessage(message)
}

function tellMain(message: FromEngine): void {
  parent.postMessage(message)
}

/** What the page before asked is not answered to the one that has been loaded since: its own requests have the same numbers. */
async function answer(asker: Electron.MessagePortMain, id: number, name: string, args: unknown): Promise<void> {
  const reply = (message: EngineMessage) => port === asker && send(message)
  try {
    reply({ id, value: await handle(name, args) })
  } catch (error) {
    if (!(error instanceof AppError)) console.error(error)
    reply({ id, error: toWire(error) })
  }
}

function handle(name: string, args: unknown): unknown {
  if (!Object.hasOwn(engineRequests, name)) throw new AppError('request.invalid', { name, problem: 'there is no such request' })
  const known = name as EngineRequestName
  const parsed = v.safeParse(engineRequests[known].args, args)
  if (!parsed.success) throw new AppError('request.invalid', { name, problem: v.summarize(parsed.issues) })
  const handler = lab.handlers[known] as (checked: unknown) => unknown
  return handler(parsed.output)
}

function connect(next: Electron.MessagePortMain): void {
  port?.close()
  port = next
  next.on('message', ({ data }: { data: { id: number; name: string; args: unknown } }) => {
    void answer(next, Number(data.id), String(data.name), data.args)
  })
  next.start()
}

parent.on('message', ({ data, ports }: { data: ToEngine; ports: Electron.MessagePortMain[] }) => {
  if (data.kind === 'port') connect(ports[0])
  else if (data.kind === 'grant') {
    lab.allow(data.grant, data.path, data.mode)
    tellMain({ kind: 'granted', grant: data.grant })
  } else void lab.shutdown().finally(() => process.exit(0))
})
