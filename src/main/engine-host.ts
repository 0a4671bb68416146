import { once } from 'node:events'
import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron'
import { AppError } from '#core'
import type { EngineStart, FromEngine, ToEngine } from '../engine/messages'

/** How long the engine process may take to write the session when the app closes, in milliseconds. */
const SHUTDOWN_LIMIT = 5000

/**
 * The life of the engine process: start, port, grants, end. It owns no state of the experiment; its death never takes the window along.
 */
export class EngineHost {
  private child: UtilityProcess | null = null
  private closing = false
  /** Until then a process that is ending may still write the session, which the next one reads. */
  private ended: Promise<unknown> = Promise.resolve()
  private readonly waiting = new Map<string, { readonly resolve: () => void; readonly reject: (why: AppError) => void }>()

  constructor(
    private readonly entry: string,
    private readonly start: () => EngineStart,
    private readonly onGone: (reason: string) => void
  ) {}

  /** Starts the process unless it runs. */
  ensure(): void {
    if (this.child) return
    const child = utilityProcess.fork(this.entry, [JSON.stringify(this.start())], {
      serviceName: 'Backprop Lab engine',
      stdio: 'inherit'
    })
    this.child = child
    child.on('message', (message: FromEngine) => this.receive(message))
    child.once('exit', (code) => {
      if (this.child !== child) return
      this.forget()
      this.onGone(`exit code ${code}`)
    })
  }

  /** A new channel between the engine process and a page that has just loaded. */
  async connect(page: WebContents): Promise<void> {
    await this.ended
    if (this.closing || page.isDestroyed()) return
    this.ensure()
    const { port1, port2 } = new MessageChannelMain()
    this.child?.postMessage({ kind: 'port' } satisfies ToEngine, [port1])
    page.postMessage('engine-port', null, [port2])
  }

  /** Another process in the place of this one, with what is to be started with by then. */
  restart(page: WebContents): Promise<void> {
    this.end()
    return this.connect(page)
  }

  /** Tells the engine process what file a grant stands for; done when it knows. Throws: request, when the process is not there. */
  async grant(grant: string, path: string, mode: 'read' | 'write'): Promise<void> {
    if (!this.child) throw new AppError('request.no-engine')
    const known = new Promise<void>((resolve, reject) => this.waiting.set(grant, { resolve, reject }))
    this.child.postMessage({ kind: 'grant', grant, path, mode } satisfies ToEngine)
    await known
  }

  /** Ends the process for good. */
  async shutdown(): Promise<void> {
    this.closing = true
    this.end()
    await this.ended
  }

  /** Has the session written, then ends the process; after SHUTDOWN_LIMIT it is ended anyway. */
  private end(): void {
    const { child } = this
    if (!child) return
    this.forget()
    const timer = setTimeout(() => child.pid !== undefined && process.kill(child.pid, 'SIGKILL'), SHUTDOWN_LIMIT)
    this.ended = once(child, 'exit').then(() => clearTimeout(timer))
    child.postMessage({ kind: 'shutdown' } satisfies ToEngine)
  }

  /** The process is not there any more for whoever asks. */
  private forget(): void {
    this.child = null
    for (const { reject } of this.waiting.values()) reject(new AppError('request.no-engine'))
    this.waiting.clear()
  }

  private receive(message: FromEngine): void {
    if (message.kind !== 'granted') return
    this.waiting.get(message.grant)?.resolve()
    this.waiting.delete(message.grant)
  }
}
