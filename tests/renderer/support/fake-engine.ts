import type { WireError } from '#core'
import type { EngineEvents, EngineInfo, EngineRequestMessage, EngineRequestName, ExperimentState, SampleInfo } from '#shared/contract'
import type { EnginePorts } from '../../../src/renderer/engine-client/engine-ports'
import { AppError, toWire } from '#core'
import { experimentState, historyOf, stateEvent } from './experiment-state'

type Message = EngineRequestMessage & { readonly name: EngineRequestName }

type Handlers = Partial<Record<EngineRequestName, (args: unknown) => unknown>>

export const samples: SampleInfo[] = [
  {
    name: 'iris',
    rows: 150,
    columns: 5,
    target: 'species',
    task: 'classification',
    licence: 'CC BY 4.0',
    source: 'Fisher',
    sha256: '0'.repeat(64)
  }
]

/**
 * An engine process of a test: it answers what its handlers say, over a real port, and keeps what it was asked. A state that a handler
 * returns is sent as an event, and the command acknowledged.
 */
export class FakeEngine {
  readonly asked: { name: string; args: unknown }[] = []
  /** The runs that the requests were about. */
  readonly runs: (string | null)[] = []
  private port: MessagePort | null = null
  private take: (port: MessagePort) => void = () => undefined

  readonly ports: EnginePorts = { listen: (take) => (this.take = take) }

  constructor(public handlers: Handlers = {}) {}

  /** Opens a channel, as main does when a page has loaded or the engine was restarted. */
  connect(): void {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<Message>) => this.answer(port1, data)
    this.port = port1
    this.take(port2)
  }

  emit<Name extends keyof EngineEvents>(event: Name, payload: EngineEvents[Name]): void {
    this.port?.postMessage({ event, payload })
  }

  /** Hears nothing more of this channel, as a process that hangs. */
  silence(): void {
    if (this.port) this.port.onmessage = null
  }

  /** Frees the test's process of the port. */
  close(): void {
    this.port?.close()
  }

  private answer(port: MessagePort, { id, name, args, run }: Message): void {
    this.asked.push({ name, args })
    this.runs.push(run)
    const handler = this.handlers[name] ?? defaults[name]
    try {
      if (!handler) throw new AppError('request.invalid', { name, problem: 'no handler' })
      const value = handler(args)
      if (isState(value)) this.emit('state', stateEvent(value))
      port.postMessage({ id, value: isState(value) ? null : value })
    } catch (error) {
      const wire: WireError = toWire(error)
      port.postMessage({ id, error: wire })
    }
  }
}

function isState(value: unknown): value is ExperimentState {
  return typeof value === 'object' && value !== null && 'usableLosses' in value
}

/** The engine of a test. */
export const engineInfo: EngineInfo = { tier: 'plain', threads: 1, cores: 2, tile: null, forced: null, notes: [] }

const defaults: Handlers = { hello: () => hello(), engineInfo: () => engineInfo }

/** A greeting with the given state. */
export function hello(state = experimentState()) {
  return { version: '0', samples, state, history: historyOf(state.run.epoch + 1), restored: false, startProblems: [], saveProblem: null }
}
