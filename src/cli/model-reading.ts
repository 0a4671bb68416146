import type { Pipeline } from '#core'
import type { DataSource } from './data-source'
import type { Reading } from './read-flags'

/**
 * Returns the import options for data that a model is applied to: those it learned from the file it was trained on, and before them those
 * asked for. Toy data are read as made.
 */
export function modelReading({ kind }: DataSource, { reading: learnt }: Pick<Pipeline, 'reading'>, asked: Reading): Reading {
  if (kind === 'toy' || !learnt) return asked
  return {
    missing: learnt.missing,
    ...(learnt.format ? { expected: learnt.format } : {}),
    ...asked,
    kinds: { ...Object.fromEntries(learnt.kinds), ...asked.kinds }
  }
}
