import { activationNames, AppError, limits, piecesOf, type ActivationName, type Settings } from '#core'

type HiddenLayers = Settings['hidden']

/**
 * Hidden layers as text: `16, 8`; a layer whose activation differs from the first one's names it: `16 tanh, 8 relu`.
 */
export function hiddenToText(hidden: HiddenLayers): string {
  const mixed = hidden.some(({ activation }) => activation !== hidden[0]?.activation)
  return hidden.map(({ units, activation }) => (mixed ? `${units} ${activation}` : String(units))).join(', ')
}

/**
 * Reads `16, 8` or `16 relu, 8`. A layer without a named activation keeps the one it had at its place, or else takes
 * the last layer's. Commas, semicolons and spaces, full-width ones too, and digits as an input method types them are
 * understood; an empty text is no hidden layer.
 * Throws: spec.whole-number or spec.choice, quoting the piece that cannot be read.
 */
export function textToHidden(text: string, current: HiddenLayers): HiddenLayers {
  const pieces = piecesOf(text.normalize('NFKC').replaceAll(/\s+(?=\d)/g, ','), ',;、').filter((piece) => piece !== '')
  return pieces.map((piece, index) => {
    const [units, named, ...more] = piece.split(/\s+/)
    if (!/^\d+$/.test(units) || more.length > 0) {
      throw new AppError('spec.whole-number', { field: 'hidden', value: piece, low: 1, high: limits.units })
    }
    const kept = current[index]?.activation ?? current.at(-1)?.activation ?? 'tanh'
    return { units: Number(units), activation: named === undefined ? kept : activationNamed(named) }
  })
}

function activationNamed(name: string): ActivationName {
  const found = activationNames.find((known) => known === name.toLowerCase())
  if (found === undefined) throw new AppError('spec.choice', { field: 'hidden', value: name, choices: activationNames.join(', ') })
  return found
}
