import type { PythonMessage, PythonSession } from '#core'
import type { EngineClient } from '../../engine-client/useEngine'
import { openPage } from '../labs/window-python'

/**
 * Runs programs of students for the engine process, each session in a hidden page of its own, which goes with it. Returns a function that
 * ends all, as where the process that asked is gone.
 */
export function servePython(engine: Pick<EngineClient, 'on' | 'request'>): () => void {
  const sessions = new Map<string, Promise<PythonSession>>()
  const end = (session: string) => {
    // One that could not be opened has ended.
    void sessions.get(session)?.then(
      (one) => one.end(),
      () => undefined
    )
    sessions.delete(session)
  }
  engine.on('studentPython', ({ session, request }) => {
    if (request === null) return end(session)
    // The process that asked may be gone.
    const tell = (message: PythonMessage) => void engine.request('studentPythonSaid', { session, message }).catch(() => undefined)
    const opened = sessions.get(session) ?? openPage(tell)
    sessions.set(session, opened)
    void opened.then(
      (one) => one.post(request),
      () => tell({ type: 'died' })
    )
  })
  return () => {
    for (const session of sessions.keys()) end(session)
  }
}
