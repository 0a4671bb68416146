import { parseJson, type Json } from '../formats/json'
import { AppError } from '../messages/app-error'
import type { PythonEngine, PythonLimits, PythonRun } from './python-engine'
import { pythonCall, pythonSetup, type PythonProgram } from './python-programs'

/** A message of the session that runs Python (scripts/lib/python/host/session.mjs). */
export type PythonMessage =
  | { readonly type: 'started' }
  | { readonly type: 'died' }
  | { readonly type: 'output'; readonly text: string }
  | { readonly type: 'done'; readonly result: string; readonly unprinted: number }

/** A session somewhere else: in a process or a worker of its own. */
export interface PythonSession {
  post(request: object): void
  /** Ends it at once, whatever it does. */
  end(): void
}

/** A host's way to run sessions. */
export interface PythonHost {
  /** Opens a session, whose messages `listen` gets. Throws: file.no-python. */
  open(listen: (message: PythonMessage) => void): Promise<PythonSession>
  /** Does something after so many milliseconds, unless what it returns is called before. */
  after(milliseconds: number, task: () => void): () => void
  /** The place of what runs Python, for the sentence that it is not there. */
  readonly place: string
  readonly limits: PythonLimits
}

/** Many times the time that Python takes to start, in milliseconds. */
const START_LIMIT = 60_000

/** Python in a session somewhere else, which is ended when its time is over. */
export class RemotePython implements PythonEngine {
  private session: PythonSession | null = null
  private started: Promise<void> | null = null
  /** Whether no program has run in the session. */
  private isFresh = true
  /** Grows with each end, so that what was begun before it is known. */
  private ends = 0
  private listen: (message: PythonMessage | 'stopped') => void = () => undefined

  constructor(private readonly host: PythonHost) {}

  start(): Promise<void> {
    return (this.started ??= this.launch())
  }

  async run(program: PythonProgram, input: Json, print: (text: string) => void): Promise<PythonRun> {
    const { ends } = this
    await this.start()
    if (ends !== this.ends) return { ended: 'stopped' }
    const { isFresh } = this
    this.isFresh = false
    const request = { type: 'run', call: pythonCall(program), input: JSON.stringify(input) }
    const run = await this.answer(request, this.host.limits.seconds * 1000, print)
    if (run.ended !== 'done') this.kill()
    // It may have died of what a program before it did to Python.
    return run.ended === 'died' && !isFresh ? this.run(program, input, print) : run
  }

  kill(): void {
    this.ends++
    this.session?.end()
    this.session = this.started = null
    this.listen('stopped')
  }

  private async launch(): Promise<void> {
    const { ends } = this
    const opened: { session: PythonSession | null } = { session: null }
    const session = await this.host.open((message) => {
      // One that was ended may still have something to say.
      if (this.session !== null && this.session === opened.session) this.listen(message)
    })
    if (ends !== this.ends) return session.end()
    this.session = opened.session = session
    this.isFresh = true
    const request = { type: 'start', memory: this.host.limits.memory, setup: pythonSetup }
    const { ended } = await this.answer(request, START_LIMIT, () => undefined)
    if (ended === 'done' || ended === 'stopped') return
    this.kill()
    throw new AppError('file.no-python', { folder: this.host.place })
  }

  /** Sends a request and waits for how it ends. */
  private answer(request: object, limit: number, print: (text: string) => void): Promise<PythonRun> {
    return new Promise((resolve) => {
      if (!this.session) return resolve({ ended: 'stopped' })
      const end = (run: PythonRun) => {
        keepTime()
        this.listen = () => undefined
        resolve(run)
      }
      const keepTime = this.host.after(limit, () => end({ ended: 'time' }))
      this.listen = (message) => {
        if (message === 'stopped') end({ ended: 'stopped' })
        else if (message.type === 'output') print(message.text)
        else if (message.type === 'died') end({ ended: 'died' })
        else if (message.type === 'started') end({ ended: 'done', result: null, unprinted: 0 })
        else end(doneOf(message))
      }
      this.session.post(request)
    })
  }
}

/** A run that ended; one without a result that can be read has broken what is around it. */
function doneOf({ result, unprinted }: Extract<PythonMessage, { type: 'done' }>): PythonRun {
  try {
    return { ended: 'done', result: parseJson(result), unprinted }
  } catch {
    return { ended: 'died' }
  }
}
