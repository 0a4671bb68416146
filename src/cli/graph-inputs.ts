import { AppError, readTensor, type ExpressionInputs } from '#core'

const PLACEHOLDER = 'x=-2,y=5'

/** The parts of a text between commas that stand in no brackets. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const sign of text) {
    if (/[,，]/.test(sign) && depth === 0) {
      parts.push(part)
      part = ''
      continue
    }
    if (/[[［【]/.test(sign)) depth++
    if (/[\]］】]/.test(sign)) depth--
    part += sign
  }
  return [...parts, part].filter((one) => one.trim() !== '')
}

/**
 * Reads the value of --at: `x=-2,A=[1,2;3,4]`.
 * Throws: flag, also for a name that is given twice; graph, for a matrix whose rows differ in length.
 */
export function readGraphInputs(text: string): ExpressionInputs {
  const inputs = new Map<string, ExpressionInputs[string]>()
  for (const part of partsOf(text)) {
    const [name, written = '', ...rest] = part.split(/[=＝]/).map((one) => one.trim())
    const value = rest.length === 0 && name !== '' ? readTensor(written) : null
    if (value === null) throw new AppError('flag.pairs', { flag: '--at', value: text, placeholder: PLACEHOLDER })
    if (inputs.has(name)) throw new AppError('flag.name-twice', { flag: '--at', name })
    inputs.set(name, value)
  }
  return Object.fromEntries(inputs)
}
