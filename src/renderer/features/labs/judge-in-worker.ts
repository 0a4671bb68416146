import { AppError, fromWire, stoppedProgram, type PythonEngine } from '#core'
import type { JudgedOutcome, JudgeReply, JudgeRequest, JudgeTask } from './judge-protocol'

/** Judges a task in a worker of its own; Python is the page's. Throws: file.no-python; case; format; numeric; shape. */
export function judgeInWorker(
  python: Pick<PythonEngine, 'run'>,
  task: JudgeTask,
  print: (text: string) => void,
  signal: AbortSignal
): Promise<JudgedOutcome> {
  const worker = new Worker(new URL('./judge-worker.ts', import.meta.url), { type: 'module' })
  const post = (request: JudgeRequest) => worker.postMessage(request)
  return new Promise<JudgedOutcome>((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(stoppedProgram()), { once: true })
    worker.onerror = ({ message }) => reject(new AppError('bug', { message }))
    worker.onmessage = ({ data }: MessageEvent<JudgeReply>) => {
      if (data.type === 'judged') resolve(data.outcome)
      else if (data.type === 'failed') reject(fromWire(data.error))
      else python.run(data.program, data.input, print).then((run) => post({ type: 'ran', run }), reject)
    }
    post(task)
  }).finally(() => worker.terminate())
}
