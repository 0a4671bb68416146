import type { Matrix } from '../tensor/matrix'

/** The name of a quantity: in plain text (W1, dL/dZ2) and as KaTeX source. */
export interface Notation {
  readonly name: string
  readonly tex: string
}

/** A matrix by its name in the formulas. */
export interface NamedMatrix extends Notation {
  readonly matrix: Matrix
}

/** The names of everything in one layer. */
export interface LayerSymbols {
  readonly input: Notation
  readonly W: Notation
  readonly b: Notation
  readonly Z: Notation
  readonly A: Notation
  readonly mask: Notation
  /** a'(Z). */
  readonly slope: Notation
  /** The input of the next layer: A, or A ⊙ M with dropout. */
  readonly passedOn: Notation
}

function indexed(letter: string, layer: number): Notation {
  return { name: `${letter}${layer}`, tex: `${letter}^{[${layer}]}` }
}

function passedOn(layer: number, dropped: boolean): Notation {
  const { name, tex } = indexed('A', layer)
  return dropped ? { name: `${name}⊙M${layer}`, tex: `\\tilde ${tex}` } : { name, tex }
}

/**
 * The names of layer 1, 2, …: its input is X or what the layer before passes on; `dropped` and `inputDropped` say
 * whether this layer and the one before multiply their activations by a dropout mask.
 * Source: course note 001 (superscripts in brackets number the layers).
 */
export function layerSymbols(layer: number, dropped: boolean, inputDropped: boolean): LayerSymbols {
  const Z = indexed('Z', layer)
  return {
    input: layer === 1 ? { name: 'X', tex: 'X' } : passedOn(layer - 1, inputDropped),
    W: indexed('W', layer),
    b: indexed('b', layer),
    Z,
    A: indexed('A', layer),
    mask: indexed('M', layer),
    slope: { name: `a'(${Z.name})`, tex: `a'\\left(${Z.tex}\\right)` },
    passedOn: passedOn(layer, dropped)
  }
}

/** dL/d(the quantity), L being the total loss, or one of its two parts by their names in course note 000. */
export function partial({ name, tex }: Notation, part: 'total' | 'data' | 'reg' = 'total'): Notation {
  const inner = name.includes('⊙') ? `(${name})` : name
  const loss = part === 'total' ? { name: 'L', tex: 'L' } : { name: `L_${part}`, tex: `L_{\\mathrm{${part}}}` }
  return { name: `d${loss.name}/d${inner}`, tex: `\\frac{\\partial ${loss.tex}}{\\partial ${tex}}` }
}
