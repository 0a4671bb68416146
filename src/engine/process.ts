import { toWire } from '#core'
import type { EngineMessage, WireError } from '#shared/contract'
import { answerRequest } from './answer-request'
import { ExperimentService } from './experiment-service'
import type { EngineStart, FromEngine, ToEngine } from './messages'

/**
 * The engine process: it owns the experiment, and answers the page over a port that main passes on. One page at a time; a new port
 * (the page was reloaded) takes the place of the old one.
 */
const start = JSON.parse(process.argv[2]) as EngineStart
const parent = process.parentPort
let port: Electron.MessagePortMain | null = null

const service = new ExperimentService(
  start,
  (event, payload) => send({ event, payload } as EngineMessage),
  (path) => sendToMain({ kind: 'show', path })
)

function send(message: EngineMessage): void {
  port?.postMessage(message)
}

function sendToMain(message: FromEngine): void {
  parent.postMessage(message)
}

function connect(next: Electron.MessagePortMain): void {
  port?.close()
  port = next
  next.on('message', ({ data, ports }: { data: unknown; ports: Electron.MessagePortMain[] }) => {
    // No request brings one.
    for (const other of ports) other.close()
    // Once another page has been loaded, this one gets no answer: the other's requests have the same numbers.
    void answerRequest(service, data).then((answer) => answer && port === next && send(answer))
  })
  next.start()
}

parent.on('message', ({ data, ports }: { data: ToEngine; ports: Electron.MessagePortMain[] }) => {
  if (data.kind === 'port') connect(ports[0])
  else if (data.kind === 'ping') sendToMain({ kind: 'pong' })
  else if (data.kind === 'save') {
    const tell = (problem: WireError | null) => sendToMain({ kind: 'saved', problem })
    void service.saveNow().then(tell, (error: unknown) => tell(toWire(error)))
  } else if (data.kind === 'grant') {
    service.allow(data.grant, data.path, data.mode)
    sendToMain({ kind: 'granted', grant: data.grant })
  } else void service.shutdown().finally(() => process.exit(0))
})
