import { AppError, toWire } from '#core'
import type { EngineMessage, EngineRequestMessage } from '#shared/contract'
import { dispatch } from './dispatch'
import { ExperimentService } from './experiment-service'
import type { EngineStart, FromEngine, ToEngine } from './messages'

/**
 * The engine process: it owns the experiment, and answers the page over a port that main passes on. One page at a time; a new port
 * (the page was reloaded) takes the place of the old one.
 */
const start = JSON.parse(process.argv[2]) as EngineStart
const parent = process.parentPort
let port: Electron.MessagePortMain | null = null

const service = new ExperimentService(start, (event, payload) => send({ event, payload } as EngineMessage))

function send(message: EngineMessage): void {
  port?.postMessage(message)
}

function sendToMain(message: FromEngine): void {
  parent.postMessage(message)
}

/** Answers a request, unless another page has been loaded since: its own requests have the same numbers. */
async function answer(asker: Electron.MessagePortMain, { id, ...request }: EngineRequestMessage): Promise<void> {
  const reply = (message: EngineMessage) => port === asker && send(message)
  try {
    reply({ id, value: await dispatch(service, request) })
  } catch (error) {
    if (!(error instanceof AppError)) console.error(error)
    reply({ id, error: toWire(error) })
  }
}

function connect(next: Electron.MessagePortMain): void {
  port?.close()
  port = next
  next.on('message', ({ data }: { data: EngineRequestMessage }) => {
    void answer(next, { id: Number(data.id), name: String(data.name), args: data.args, run: data.run })
  })
  next.start()
}

parent.on('message', ({ data, ports }: { data: ToEngine; ports: Electron.MessagePortMain[] }) => {
  if (data.kind === 'port') connect(ports[0])
  else if (data.kind === 'grant') {
    service.allow(data.grant, data.path, data.mode)
    sendToMain({ kind: 'granted', grant: data.grant })
  } else void service.shutdown().finally(() => process.exit(0))
})
