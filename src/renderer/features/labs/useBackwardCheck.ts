import { computed, onScopeDispose, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import {
  isProgramFailure,
  lessonCaseNames,
  lessonProblem,
  programStub,
  toWire,
  type GradientJudgement,
  type PythonEngine,
  type ProgramFailure,
  type WireError
} from '#core'
import { useText } from '../../i18n/useText'
import { judgeInWorker } from './judge-in-worker'
import { createWindowPython } from './window-python'

/** A program and what came of checking it. */
export interface BackwardCheck {
  readonly caseName: Readonly<Ref<string>>
  readonly source: ComputedRef<string>
  readonly phase: Readonly<Ref<'idle' | 'starting' | 'running'>>
  readonly judgement: Readonly<ShallowRef<GradientJudgement | null>>
  readonly failure: Readonly<ShallowRef<ProgramFailure | null>>
  /** Why Python is not there; null where it is. */
  readonly error: Readonly<ShallowRef<WireError | null>>
  readonly printed: Readonly<Ref<string>>
  readonly failedLine: ComputedRef<number | null>
  choose(name: string): void
  write(text: string): void
  startOver(): void
  check(): Promise<void>
  stop(): void
}

export interface BackwardCheckOptions {
  /** Where programs are kept, one for each case. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  /** Python, which starts at once; that of the window unless given. */
  readonly open?: () => { readonly python: PythonEngine; readonly dispose: () => void }
}

/** Keeps a program for each worked example, and checks it. Python starts while one reads and writes. */
export function useBackwardCheck({ storage, open = createWindowPython }: BackwardCheckOptions): BackwardCheck {
  const { language } = useText()
  const { python, dispose } = open()
  onScopeDispose(dispose)
  const caseName = ref(lessonCaseNames.find((name) => name === storage.getItem('labs-case')) ?? lessonCaseNames[0])
  const problem = computed(() => lessonProblem(caseName.value))
  const place = () => `labs-program-${caseName.value}`
  const written = ref(storage.getItem(place()))
  const source = computed(() => written.value ?? (problem.value ? programStub(problem.value, language.value) : ''))
  const phase = ref<'idle' | 'starting' | 'running'>('idle')
  const judgement = shallowRef<GradientJudgement | null>(null)
  const failure = shallowRef<ProgramFailure | null>(null)
  const error = shallowRef<WireError | null>(null)
  const printed = ref('')
  let stopping = new AbortController()
  const forget = () => {
    judgement.value = failure.value = error.value = null
    printed.value = ''
  }
  python.start().catch((thrown: unknown) => (error.value = toWire(thrown)))

  const write = (text: string) => {
    // The beginning as it is follows the language.
    if (text === source.value) return
    written.value = text
    storage.setItem(place(), text)
  }
  return {
    caseName,
    source,
    phase,
    judgement,
    failure,
    error,
    printed,
    failedLine: computed(() => failure.value?.line ?? null),
    choose: (name) => {
      caseName.value = name
      storage.setItem('labs-case', name)
      written.value = storage.getItem(place())
      forget()
    },
    write,
    startOver: () => {
      written.value = null
      storage.removeItem(place())
      forget()
    },
    check: async () => {
      if (phase.value !== 'idle' || !problem.value) return
      forget()
      phase.value = 'starting'
      stopping = new AbortController()
      try {
        const starting = python.start()
        starting.then(
          () => (phase.value = phase.value === 'starting' ? 'running' : phase.value),
          () => undefined
        )
        const outcome = await judgeInWorker(python, source.value, caseName.value, (text) => (printed.value += text), stopping.signal)
        if (isProgramFailure(outcome)) failure.value = outcome
        else judgement.value = outcome
      } catch (thrown) {
        error.value = toWire(thrown)
      } finally {
        phase.value = 'idle'
      }
    },
    stop: () => {
      stopping.abort()
      python.kill()
    }
  }
}
