import { fork, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import {
  AppError,
  parseJson,
  pythonCall,
  pythonLimits,
  pythonSetup,
  type Json,
  type PythonEngine,
  type PythonLimits,
  type PythonProgram,
  type PythonRun
} from '#core'

/** A message of the process that runs Python (scripts/lib/python/host/session.mjs). */
type Message =
  | { readonly type: 'started' }
  | { readonly type: 'died' }
  | { readonly type: 'output'; readonly text: string }
  | { readonly type: 'done'; readonly result: string; readonly unprinted: number }

/** Node's model of permissions, under the name that this Node knows. */
const PERMISSION = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission'

/** Many times the time that Python takes to start, in milliseconds. */
const START_LIMIT = 60_000

/**
 * Python in a process of its own, shut in twice: the build of its kernel is that for browsers, whose files are in memory and which has no
 * sockets and no processes; and Node grants it its own folder to read and nothing else, with an empty environment.
 */
export class ChildPython implements PythonEngine {
  private child: ChildProcess | null = null
  private started: Promise<void> | null = null
  private listen: (message: Message | 'stopped') => void = () => undefined

  /** @param folder what the build makes of Python (scripts/lib/python) */
  constructor(
    private readonly folder: string,
    private readonly limits: PythonLimits = pythonLimits
  ) {}

  start(): Promise<void> {
    return (this.started ??= this.launch())
  }

  async run(program: PythonProgram, input: Json, print: (text: string) => void): Promise<PythonRun> {
    await this.start()
    const ended = await this.answer(
      { type: 'run', call: pythonCall(program), input: JSON.stringify(input) },
      this.limits.seconds * 1000,
      print
    )
    if (ended.ended !== 'done') this.kill()
    return ended
  }

  kill(): void {
    // A program that does not listen is not asked.
    this.child?.kill('SIGKILL')
    this.child = this.started = null
    this.listen('stopped')
  }

  private async launch(): Promise<void> {
    const program = join(this.folder, 'child.mjs')
    if (!existsSync(program)) throw new AppError('file.no-python', { folder: this.folder })
    const child = fork(program, [], {
      execArgv: [PERMISSION, `--allow-fs-read=${this.folder}${sep}*`, '--no-warnings'],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc']
    })
    this.child = child
    const isCurrent = () => this.child === child
    child.on('message', (message) => isCurrent() && this.listen(message as Message))
    child.on('exit', () => isCurrent() && this.listen({ type: 'died' }))
    child.on('error', () => isCurrent() && this.listen({ type: 'died' }))
    const { ended } = await this.answer({ type: 'start', memory: this.limits.memory, setup: pythonSetup }, START_LIMIT, () => undefined)
    if (ended === 'done') return
    this.kill()
    throw new AppError('file.no-python', { folder: this.folder })
  }

  /** Sends a request and waits for how it ends. */
  private answer(request: object, limit: number, print: (text: string) => void): Promise<PythonRun> {
    return new Promise((resolve) => {
      const end = (run: PythonRun) => {
        clearTimeout(timer)
        this.listen = () => undefined
        resolve(run)
      }
      const timer = setTimeout(() => end({ ended: 'time' }), limit)
      this.listen = (message) => {
        if (message === 'stopped') end({ ended: 'stopped' })
        else if (message.type === 'output') print(message.text)
        else if (message.type === 'died') end({ ended: 'died' })
        else if (message.type === 'started') end({ ended: 'done', result: null, unprinted: 0 })
        else end(doneOf(message))
      }
      this.child?.send(request)
    })
  }
}

/** A run that ended; one without a result that can be read has broken what is around it. */
function doneOf({ result, unprinted }: Extract<Message, { type: 'done' }>): PythonRun {
  try {
    return { ended: 'done', result: parseJson(result), unprinted }
  } catch {
    return { ended: 'died' }
  }
}
