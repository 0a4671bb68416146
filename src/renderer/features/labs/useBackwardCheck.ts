import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import {
  AppError,
  isProgramFailure,
  problemOf,
  programStub,
  stoppedProgram,
  toWire,
  type CodeTask,
  type GradientJudgement,
  type PythonEngine,
  type ProgramFailure,
  type WireError
} from '#core'
import { useText } from '../../i18n/useText'
import { judgeInWorker } from './judge-in-worker'
import type { JudgedOutcome, JudgeTask } from './judge-protocol'
import type { LabCaseChoice } from './useLabCase'
import { createWindowPython } from './window-python'

/** A judgement, with the stages of the task of a lab that the program is for. */
type Judged = GradientJudgement & Pick<JudgedOutcome, 'stages'>

/** A program and what came of checking it, or gradients that were computed elsewhere. */
export interface BackwardCheck {
  readonly source: ComputedRef<string>
  readonly phase: Readonly<Ref<'idle' | 'starting' | 'running' | 'comparing'>>
  /** The file whose gradients were judged; null where it was the program. */
  readonly file: Readonly<Ref<string | null>>
  readonly judgement: Readonly<ShallowRef<Judged | null>>
  readonly failure: Readonly<ShallowRef<ProgramFailure | null>>
  /** Why there is no judgement, where not for the program: Python is not there, or the file cannot be used. */
  readonly error: Readonly<ShallowRef<WireError | null>>
  readonly printed: Readonly<Ref<string>>
  readonly failedLine: ComputedRef<number | null>
  write(text: string): void
  startOver(): void
  /** Puts the text of a file in the place of the program. */
  openProgram(file: File): Promise<void>
  check(): Promise<void>
  /** Checks the gradients in a file: .npz, .csv or .json. */
  checkNumbers(file: File): Promise<void>
  stop(): void
}

export interface BackwardCheckOptions {
  readonly lab: Pick<LabCaseChoice, 'name' | 'asked'>
  /** The task of a lab whose stages are judged; none unless given. */
  readonly task?: CodeTask
  /** Where programs are kept, one for each case. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  /** Python, which starts at once; that of the window unless given. */
  readonly open?: () => { readonly python: PythonEngine; readonly dispose: () => void }
  readonly judge?: typeof judgeInWorker
}

/** The largest file that is read, in MB, as in the terminal. */
const MOST = 256

/** Keeps a program for each case, and checks it. Python starts while one reads and writes. */
export function useBackwardCheck({
  lab,
  task: asTask,
  storage,
  open = createWindowPython,
  judge = judgeInWorker
}: BackwardCheckOptions): BackwardCheck {
  const { language } = useText()
  const { python, dispose } = open()
  onScopeDispose(dispose)
  const place = () => `labs-program-${lab.name.value}`
  const written = ref(storage.getItem(place()))
  const source = computed(() => written.value ?? (lab.asked.value ? programStub(problemOf(lab.asked.value), language.value) : ''))
  const phase = ref<BackwardCheck['phase']['value']>('idle')
  const file = ref<string | null>(null)
  const judgement = shallowRef<Judged | null>(null)
  const failure = shallowRef<ProgramFailure | null>(null)
  const error = shallowRef<WireError | null>(null)
  const printed = ref('')
  let stopping = new AbortController()
  const forget = () => {
    file.value = judgement.value = failure.value = error.value = null
    printed.value = ''
  }
  const stop = () => {
    if (phase.value === 'idle') return
    stopping.abort()
    python.kill()
  }
  python.start().catch((thrown: unknown) => (error.value = toWire(thrown)))
  watch(lab.name, () => {
    stop()
    written.value = storage.getItem(place())
    forget()
  })

  const write = (text: string) => {
    // The beginning as it is follows the language.
    if (text === source.value) return
    written.value = text
    storage.setItem(place(), text)
  }
  /** Judges what `taskOf` gives; what was stopped for another case is not shown with that. */
  async function judged(first: 'starting' | 'comparing', taskOf: () => JudgeTask | Promise<JudgeTask>): Promise<void> {
    const { signal } = (stopping = new AbortController())
    const name = lab.name.value
    phase.value = first
    try {
      const task = await taskOf()
      const outcome = signal.aborted ? stoppedProgram() : await judge(python, task, (text) => (printed.value += text), signal)
      if (name !== lab.name.value) return
      if (!isProgramFailure(outcome)) judgement.value = outcome
      else if (task.type === 'program') failure.value = outcome
    } catch (thrown) {
      if (name === lab.name.value) error.value = toWire(thrown)
    } finally {
      phase.value = 'idle'
    }
  }
  return {
    source,
    phase,
    file,
    judgement,
    failure,
    error,
    printed,
    failedLine: computed(() => failure.value?.line ?? null),
    write,
    startOver: () => {
      written.value = null
      storage.removeItem(place())
      forget()
    },
    openProgram: async (chosen) => {
      forget()
      try {
        write(await readable(chosen).text())
      } catch (thrown) {
        error.value = toWire(thrown)
      }
    },
    check: async () => {
      const asked = lab.asked.value
      if (phase.value !== 'idle' || !asked) return
      forget()
      const starting = python.start()
      starting.then(
        () => (phase.value = phase.value === 'starting' ? 'running' : phase.value),
        () => undefined
      )
      await judged('starting', () => ({ type: 'program', source: source.value, asked, ...(asTask && { task: asTask }) }))
    },
    checkNumbers: async (chosen) => {
      const asked = lab.asked.value
      if (phase.value !== 'idle' || !asked) return
      forget()
      const { name } = chosen
      file.value = name
      await judged('comparing', async () => {
        const bytes = new Uint8Array(await readable(chosen).arrayBuffer())
        return { type: 'numbers', name, bytes, asked }
      })
    },
    stop
  }
}

/** Throws: data.file-too-large. */
function readable(file: File): File {
  if (file.size > MOST * 1_048_576) throw new AppError('data.file-too-large', { name: file.name, limit: MOST })
  return file
}
