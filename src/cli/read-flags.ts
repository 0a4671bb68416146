import { LabError, separators, type ReadOptions } from '#core'
import { separatorWords } from './data-flags'
import { chosen, names, type Values } from './flag-values'

/** How a data file is to be read, as far as the flags tell. Throws: spec. */
export function readOptionsFrom(values: Values): ReadOptions {
  const has = (name: Parameters<Values['has']>[0]) => values.has(name)
  return {
    ...(has('encoding') ? { encoding: chosen(values, 'encoding', 'utf-8') } : {}),
    ...(has('separator') ? { separator: separatorOf(values.get('separator') ?? '') } : {}),
    ...(has('decimal') ? { decimal: chosen(values, 'decimal', '.') } : {}),
    ...(has('header') ? { header: values.get('header') === 'yes' } : {}),
    ...(has('ragged') ? { ragged: chosen(values, 'ragged', 'cancel') } : {}),
    ...(has('missing-values') ? { missing: names(values, 'missing-values') } : {})
  }
}

function separatorOf(text: string): ReadOptions['separator'] {
  const mark = Object.hasOwn(separatorWords, text) ? separatorWords[text as keyof typeof separatorWords] : text
  const known = separators.find((one) => one === mark)
  if (known) return known
  const choices = [...Object.keys(separatorWords), ...separators.filter((one) => one.trim() !== '')].join(' ')
  throw new LabError('spec.choice', { field: '--separator', value: text === '' ? '""' : text, choices })
}
