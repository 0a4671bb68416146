import { randomUUID } from 'node:crypto'
import { RemotePython, type PythonEngine, type PythonLimits, type PythonMessage } from '#core'
import type { SendEvent } from '../context/handler-context'

/** Where the page runs it: a page of an origin of its own, in which there is nothing to reach. */
const PLACE = 'app://student'

/** Python for programs of students, which the page shuts in: here there is no process that could. */
export class PagePython {
  private readonly sessions = new Map<string, (message: PythonMessage) => void>()

  constructor(private readonly send: SendEvent) {}

  /** A Python of its own, with these limits. Starting throws: file.no-python. */
  create(limits: PythonLimits): PythonEngine {
    return new RemotePython({
      open: (listen) => {
        const session = randomUUID()
        this.sessions.set(session, listen)
        return Promise.resolve({
          post: (request) => this.send('studentPython', { session, request }),
          end: () => {
            this.sessions.delete(session)
            this.send('studentPython', { session, request: null })
          }
        })
      },
      after: (milliseconds, task) => {
        const timer = setTimeout(task, milliseconds)
        return () => clearTimeout(timer)
      },
      place: PLACE,
      limits
    })
  }

  /** Passes on what a session says; one that was ended has nothing more to say. */
  said(session: string, message: PythonMessage): void {
    this.sessions.get(session)?.(message)
  }
}
