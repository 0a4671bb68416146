import { shallowRef, type ShallowRef } from 'vue'
import type { MessageKey } from '../i18n/catalogue'
import { sharedState } from './shared-state'

/** A question with two answers, as catalogue keys. */
export interface Question {
  readonly title: MessageKey
  readonly body: MessageKey
  readonly ok: MessageKey
  readonly cancel: MessageKey
  readonly values?: Readonly<Record<string, string | number>>
}

export interface Confirm {
  /** The open question; null when there is none. */
  readonly question: Readonly<ShallowRef<Question | null>>
  /** Asks, and waits for the answer. A second question while one stands answers the first with no. */
  readonly ask: (question: Question) => Promise<boolean>
  readonly answer: (yes: boolean) => void
}

export const confirmState = sharedState<Confirm>('Confirm')
export const useConfirm = confirmState.use

export function createConfirm(): Confirm {
  const question = shallowRef<Question | null>(null)
  let settle: (yes: boolean) => void = () => undefined

  function answer(yes: boolean): void {
    question.value = null
    settle(yes)
    settle = () => undefined
  }

  return {
    question,
    answer,
    ask(next) {
      answer(false)
      question.value = next
      return new Promise((resolve) => (settle = resolve))
    }
  }
}
