import { once } from 'node:events'
import { app, MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron'
import { AppError } from '#core'
import type { BridgeEvents, WireError } from '#shared/contract'
import type { EngineStart, FromEngine, ToEngine } from '../engine/messages'
import type { RotatingLog } from '../node/files/rotating-log'
import { EngineWatch } from './engine-watch'

/** The name of the engine process in the system's lists and in Electron's events. */
const SERVICE = 'Backprop Lab engine'

/** Time limit for the engine process to write the session before the window closes, and again when the app does, in milliseconds. */
const SHUTDOWN_LIMIT = 5000

export interface EngineHostOptions {
  /** The bundle of the engine process. */
  readonly entry: string
  /** Returns what a process is started with. */
  readonly start: () => EngineStart
  /** Node's switches, such as `--inspect`; none unless given. */
  readonly execArgv?: readonly string[]
  readonly log: RotatingLog
  /** Called when the process has ended without being asked to; `returns` where another one takes its place by itself. */
  readonly onGone: (gone: BridgeEvents['engineGone']) => void
  /** Called with a file or folder that the system's file manager is to show. */
  readonly onShow: (path: string) => void
}

/** The most processes that take the place of one that hung, in the life of the app: what hangs again and again is left to its user. */
const MOST_RETURNS = 3

/**
 * The life of the engine process: start, port, grants, end; and its log. It owns no state of the experiment; its death never takes the
 * window along.
 */
export class EngineHost {
  private child: UtilityProcess | null = null
  private watch: EngineWatch | null = null
  /** The page that a process takes part with. */
  private page: WebContents | null = null
  private returned = 0
  private isReturning = false
  private closing = false
  /** Resolves when an ending process, which may still write the session that the next one reads, has ended. */
  private ended: Promise<unknown> = Promise.resolve()
  /** Called when a saving that was asked for was tried, or the process has ended. */
  private onSaved: (problem: WireError | null) => void = () => undefined
  private readonly waiting = new Map<string, { readonly resolve: () => void; readonly reject: (why: AppError) => void }>()

  constructor(private readonly options: EngineHostOptions) {
    app.on('child-process-gone', (_, { type, name, serviceName, reason, exitCode }) => {
      if (type !== 'Utility' || (serviceName !== SERVICE && name !== SERVICE)) return
      options.log.write('main', `engine process gone: ${reason}, exit code ${exitCode}`)
    })
  }

  /** Starts the process unless it is running. */
  ensure(): void {
    if (this.child) return
    const { entry, start, execArgv, onGone } = this.options
    const child = utilityProcess.fork(entry, [JSON.stringify(start())], {
      serviceName: SERVICE,
      stdio: 'pipe',
      ...(execArgv ? { execArgv: [...execArgv] } : {})
    })
    this.child = child
    this.record(child)
    child.on('message', (message: FromEngine) => this.receive(message))
    // Where a debugger may hold it, it cannot be judged.
    if (!execArgv || execArgv.length === 0) this.startWatch(child)
    child.once('exit', (code) => {
      if (this.child !== child) return
      this.forget()
      const returns = this.isReturning && this.page !== null && !this.page.isDestroyed()
      this.isReturning = false
      onGone({ reason: `exit code ${code}`, returns })
      if (returns && this.page) void this.connect(this.page)
    })
  }

  /** Ends the process when it hangs. One that has worked before and only waits is replaced by itself. */
  private startWatch(child: UtilityProcess): void {
    const watch = new EngineWatch({
      ask: () => child.postMessage({ kind: 'ping' } satisfies ToEngine),
      load: () => app.getAppMetrics().find(({ pid }) => pid === child.pid)?.cpu.percentCPUUsage ?? 0,
      onHung: (kind) => {
        this.options.log.write('main', `engine process ${child.pid} hangs (${kind}) and is ended`)
        this.isReturning = kind === 'idle' && watch.answered && this.returned++ < MOST_RETURNS
        kill(child)
      }
    })
    this.watch = watch
    watch.start()
  }

  /** Writes the process's life and its output to the log; the output is passed on too, for who starts the app from a terminal. */
  private record(child: UtilityProcess): void {
    const { log } = this.options
    let pid: number | undefined
    child.once('spawn', () => {
      pid = child.pid
      log.write('main', `engine process ${pid} started`)
    })
    child.once('exit', (code) => log.write('main', `engine process ${pid ?? 'that did not start'} ended with exit code ${code}`))
    child.on('error', (type, location, report) => log.write('main', `engine process ${pid}: ${type} at ${location}\n${report}`))
    for (const name of ['stdout', 'stderr'] as const) {
      child[name]?.on('data', (chunk: Buffer) => {
        log.write(name, chunk.toString())
        process[name].write(chunk)
      })
    }
  }

  /** Opens a new channel between the engine process and a page that has just loaded. */
  async connect(page: WebContents): Promise<void> {
    await this.ended
    if (this.closing || page.isDestroyed()) return
    this.page = page
    this.ensure()
    const { port1, port2 } = new MessageChannelMain()
    this.child?.postMessage({ kind: 'port' } satisfies ToEngine, [port1])
    page.postMessage('engine-port', null, [port2])
  }

  /** Replaces the process by a new one, started with the configuration at that time. */
  restart(page: WebContents): Promise<void> {
    this.end()
    return this.connect(page)
  }

  /** Sends the engine process the file of a grant; resolves when it has it. Throws: request, when the process is not running. */
  async grant(grant: string, path: string, mode: 'read' | 'write'): Promise<void> {
    if (!this.child) throw new AppError('request.no-engine')
    const known = new Promise<void>((resolve, reject) => this.waiting.set(grant, { resolve, reject }))
    this.child.postMessage({ kind: 'grant', grant, path, mode } satisfies ToEngine)
    await known
  }

  /** Has the process write the session. Resolves to why that failed; to null where it did not, and after SHUTDOWN_LIMIT without an answer. */
  save(): Promise<WireError | null> {
    const { child } = this
    if (!child) return Promise.resolve(null)
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, SHUTDOWN_LIMIT, null)
      this.onSaved = (problem) => {
        clearTimeout(timer)
        resolve(problem)
      }
      child.postMessage({ kind: 'save' } satisfies ToEngine)
    })
  }

  /** Ends the process for good. */
  async shutdown(): Promise<void> {
    this.closing = true
    this.end()
    await this.ended
  }

  /** Asks the process to write the session and end; after SHUTDOWN_LIMIT it is killed. */
  private end(): void {
    const { child } = this
    if (!child) return
    this.forget()
    const timer = setTimeout(() => kill(child), SHUTDOWN_LIMIT)
    this.ended = once(child, 'exit').then(() => clearTimeout(timer))
    child.postMessage({ kind: 'shutdown' } satisfies ToEngine)
  }

  /** Drops the process for all further requests. */
  private forget(): void {
    this.child = null
    this.watch?.stop()
    this.onSaved(null)
    for (const { reject } of this.waiting.values()) reject(new AppError('request.no-engine'))
    this.waiting.clear()
  }

  private receive(message: FromEngine): void {
    if (message.kind === 'pong') return this.watch?.heard()
    if (message.kind === 'saved') return this.onSaved(message.problem)
    if (message.kind === 'show') return this.options.onShow(message.path)
    this.waiting.get(message.grant)?.resolve()
    this.waiting.delete(message.grant)
  }
}

/** Ends a process also where it listens to nothing any more. */
function kill({ pid }: UtilityProcess): void {
  if (pid !== undefined) process.kill(pid, 'SIGKILL')
}
