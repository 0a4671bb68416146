import type { Note } from '#core'
import type { Texts } from '../../i18n/useText'

/** A note on the one sample that was typed in: the sentences of the core are about rows of a file, and name them. */
export function noteText({ code, details }: Note, { t, explain }: Pick<Texts, 't' | 'explain'>): string {
  switch (code) {
    case 'note.far-outside':
      return t('predict.notes.farOutside')
    case 'note.unseen-category':
      return t('predict.notes.unseenCategory')
    case 'note.unseen-ordinal':
      return t('predict.notes.unseenOrdinal')
    case 'note.other-spelling':
      return t('predict.notes.otherSpelling', { category: details.category })
    case 'note.filled':
      return t('predict.notes.filled', { value: details.value })
    default:
      return explain({ code, details })
  }
}
