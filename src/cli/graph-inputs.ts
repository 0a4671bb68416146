import { AppError, pairOf, piecesOf, readTensor, type ExpressionInputs } from '#core'

const PLACEHOLDER = 'x=-2,y=5'

/**
 * Reads the value of --at: `x=-2,A=[1,2;3,4]`.
 * Throws: flag, also for a name that is given twice; graph, for a matrix whose rows differ in length.
 */
export function readGraphInputs(text: string): ExpressionInputs {
  const inputs = new Map<string, ExpressionInputs[string]>()
  for (const piece of piecesOf(text, ',，')) {
    if (piece === '') continue
    const [name, written] = pairOf(piece) ?? ['', '']
    const value = name === '' ? null : readTensor(written)
    if (value === null) throw new AppError('flag.pairs', { flag: '--at', value: text, placeholder: PLACEHOLDER })
    if (inputs.has(name)) throw new AppError('flag.name-twice', { flag: '--at', name })
    inputs.set(name, value)
  }
  return Object.fromEntries(inputs)
}
