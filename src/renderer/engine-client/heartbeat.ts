import { ref, type Ref } from 'vue'

/** Between two questions, in seconds. */
const INTERVAL = 2

/** Notices an engine process that runs but does not answer, as one in an endless loop. */
export interface Heartbeat {
  /** For how many seconds a question has been without an answer; 0 while the process answers. */
  readonly silence: Readonly<Ref<number>>
  /** Asks from now on. */
  readonly start: () => void
  readonly stop: () => void
}

/**
 * Asks every two seconds, one question at a time. Time is counted by the questions that fell due, not by a clock: a computer that slept
 * has asked nothing.
 */
export function createHeartbeat(ping: () => Promise<unknown>): Heartbeat {
  const silence = ref(0)
  let timer: ReturnType<typeof setInterval> | undefined
  let isAsking = false

  async function ask(): Promise<void> {
    if (isAsking) {
      silence.value += INTERVAL
      return
    }
    isAsking = true
    // A refusal counts as a response, and the end of a process is reported elsewhere.
    await ping().catch(() => undefined)
    isAsking = false
    silence.value = 0
  }

  function stop(): void {
    clearInterval(timer)
    silence.value = 0
  }

  return {
    silence,
    start() {
      stop()
      timer = setInterval(() => void ask(), INTERVAL * 1000)
    },
    stop
  }
}
