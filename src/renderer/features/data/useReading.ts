import { computed, type ComputedRef } from 'vue'
import type { ReadOptions } from '#core'
import type { ExperimentState } from '#shared/contract'
import { useFiles } from '../files/useFiles'

/** The import options of the open file: those that were chosen, and how to choose others. A change reads the file again at once. */
export interface Reading {
  /** The options chosen; all others are detected. */
  readonly asked: ComputedRef<ReadOptions>
  readonly ask: (change: ReadOptions) => Promise<void>
  /** Leaves options to what is detected. */
  readonly leave: (...keys: readonly (keyof ReadOptions)[]) => Promise<void>
}

export function useReading(state: () => ExperimentState): Reading {
  const { readAgain } = useFiles()
  const asked = computed<ReadOptions>(() => state().data.reading?.options ?? {})
  const read = (options: ReadOptions) => readAgain('open', { ...state().data.reading, options })
  return {
    asked,
    ask: (change) => read({ ...asked.value, ...change }),
    leave: (...keys) => read(Object.fromEntries(Object.entries(asked.value).filter(([key]) => !(keys as readonly string[]).includes(key))))
  }
}
