import type { CooperativeTask, Trainer } from '#core'
import { runCooperatively } from '../../node/tasks/run-cooperatively'
import type { ProgressReporter } from './progress-reporter'

/** Work that takes longer is worth announcing, in milliseconds. */
const NOTICEABLE = 10

interface ReadyOptions {
  readonly signal: AbortSignal
  readonly progress: ProgressReporter
  /** Called once where it takes longer than a moment. */
  readonly onSlow: () => void
}

/** Does what a trainer has to do before its first step, the evaluation of the untrained network. Throws: request.cancelled. */
export async function makeReady(trainer: Trainer, { signal, progress, onSlow }: ReadyOptions): Promise<void> {
  progress.begin('evaluating')
  const start = performance.now()
  let isSlow = false
  await runCooperatively(readyTask(trainer), {
    signal,
    onProgress: (parts) => {
      progress.add(parts)
      if (isSlow || performance.now() - start < NOTICEABLE) return
      isSlow = true
      onSlow()
    }
  })
}

function* readyTask(trainer: Trainer): CooperativeTask<void> {
  while (!trainer.makeReady()) yield 1
}
