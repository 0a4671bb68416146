import { onScopeDispose, shallowRef, watch } from 'vue'
import type { ShownFile, WalkSource } from '#shared/contract'
import type { PageName } from '#shared/pages'
import type { PreferencesControl } from '../../engine-client/usePreferences'
import { sharedState } from '../../ui/shared-state'

/** The subjects that each page can be opened with from another one. */
export interface Subjects {
  /** A mini-batch, and a number of its walk: that of a step, or of X, W1, b1 … */
  readonly microscope: {
    readonly source: WalkSource
    readonly at: { readonly tensor: string; readonly row: number; readonly column: number } | null
  }
  /** An expression in the language of the graph page, and its inputs: numbers, or matrices row by row. */
  readonly graph: {
    readonly text: string
    readonly inputs: Readonly<Record<string, number | readonly (readonly number[])[]>>
  }
}

/** A page that takes a subject. */
type Receiver = keyof Subjects & PageName

/** Doorways from page to page. */
export interface Handover {
  /** Opens a page with a subject. */
  open<Page extends Receiver>(page: Page, subject: Subjects[Page]): void
  /** The subject that waits for a page, which has it from then on; null where none does. */
  take<Page extends Receiver>(page: Page): Subjects[Page] | null
  /** Calls back whenever a subject was handed to a page; returns a function that ends it. */
  onOpen(page: Receiver, listener: () => void): () => void
}

export const handoverState = sharedState<Handover>('Handover')
export const useHandover = handoverState.use

export function createHandover({ choose }: Pick<PreferencesControl, 'choose'>): Handover {
  const waiting = shallowRef<Partial<Subjects>>({})
  return {
    open(page, subject) {
      waiting.value = { ...waiting.value, [page]: subject }
      choose({ page })
    },
    take(page) {
      const subject = waiting.value[page] ?? null
      if (subject) waiting.value = { ...waiting.value, [page]: undefined }
      return subject
    },
    onOpen: (page, listener) => watch(waiting, (now) => now[page] && listener(), { flush: 'sync' })
  }
}

/** Returns what opens a file that is looked at on a page of its own. */
export function shownBy({ open }: Pick<Handover, 'open'>): (file: ShownFile) => void {
  return (file) =>
    file.kind === 'case' ? open('microscope', { source: file, at: null }) : open('graph', { text: file.text, inputs: file.inputs })
}

/** Receives the subjects that the component's page is opened with: the one that waits at once, every later one when it comes. */
export function useSubject<Page extends Receiver>(page: Page, receive: (subject: Subjects[Page]) => void): void {
  const handover = useHandover()
  const take = () => {
    const subject = handover.take(page)
    if (subject) receive(subject)
  }
  take()
  onScopeDispose(handover.onOpen(page, take))
}
