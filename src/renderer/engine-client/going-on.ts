import { ref, type Ref } from 'vue'
import { AppError } from '#core'

/** Whether a run goes on after the end of its engine process, and how it is paused, which counts also while no process is there to do it. */
export interface GoingOn {
  /** The run, which the end of the process interrupted, is to go on. */
  readonly goesOn: Readonly<Ref<boolean>>
  /** Pauses the run: one that is on its way back once it is there, one whose process ends before it answers in the next process. */
  readonly pause: () => Promise<void>
  /** The process has ended, and another one takes its place; `isTraining` where it was training. */
  readonly interrupt: (isTraining: boolean) => void
  /** Nothing goes on. */
  readonly forget: () => void
  /** The run is back: it goes on where it is to. */
  readonly goOn: () => Promise<void>
}

export interface GoingOnOptions {
  readonly request: (name: 'run' | 'pause') => Promise<unknown>
  readonly isReady: () => boolean
  /** Whether the run is being brought back to where it was. */
  readonly isOnItsWay: () => boolean
}

/** Keeps what its user wants of a run over the end of its engine process. */
export function createGoingOn({ request, isReady, isOnItsWay }: GoingOnOptions): GoingOn {
  const goesOn = ref(false)
  let isPauseAsked = false

  return {
    goesOn,
    async pause() {
      goesOn.value = false
      if (isOnItsWay()) return
      isPauseAsked = true
      try {
        await request('pause')
      } catch (error) {
        if (!isWithoutEngine(error)) throw error
      } finally {
        isPauseAsked = false
      }
    },
    interrupt: (isTraining) => (goesOn.value = !isPauseAsked && (isTraining || goesOn.value)),
    forget: () => (goesOn.value = false),
    async goOn() {
      if (!goesOn.value) return
      try {
        await request('run')
      } finally {
        // Where the process has ended meanwhile, in the next one.
        if (isReady()) goesOn.value = false
      }
    }
  }
}

/** Whether a request failed because no engine process is there to answer it. */
export function isWithoutEngine(error: unknown): boolean {
  return error instanceof AppError && error.code === 'request.no-engine'
}
