/** The notations of the formulas: the app's own, and those of the course notes. */
export const notationNames = ['app', '000', '001', '002'] as const
export type NotationName = (typeof notationNames)[number]

/** The name of a quantity: in plain text, as KaTeX source, and that of one of its elements. */
export interface Sign {
  readonly name: string
  readonly tex: string
  cell(indices: string): string
}

/** A letter whose elements bear their indices below. */
export function sign(name: string, tex = name): Sign {
  return { name, tex, cell: (indices) => (indices === '' ? tex : `${tex}_{${indices}}`) }
}

/** A sign that is the same for every element. */
export function fixed(name: string, tex: string): Sign {
  return { name, tex, cell: () => tex }
}

/** W^{[1]}: layers in brackets above, as in note 001. */
function above(letter: string, layer: number): Sign {
  return sign(`${letter}${layer}`, `${letter}^{[${layer}]}`)
}

/** W_1: layers below, as in notes 000 and 002. */
function below(letter: string, layer: number): Sign {
  return { name: `${letter}${layer}`, tex: `${letter}_{${layer}}`, cell: (indices) => `${letter}_{${layer},${indices}}` }
}

/** Every sign of one notation, for a network of so many layers. */
export interface Symbols {
  readonly notation: NotationName
  /** The loss itself. */
  readonly L: Sign
  /** The number of terms that the loss is averaged over. */
  readonly count: Sign
  readonly rate: Sign
  readonly l1: Sign
  readonly l2: Sign
  readonly X: Sign
  W(layer: number): Sign
  b(layer: number): Sign
  Z(layer: number): Sign
  A(layer: number): Sign
  mask(layer: number): Sign
  /** The input of the next layer: A, or A ⊙ M with dropout. */
  passedOn(layer: number, dropped: boolean): Sign
  /** The score, the probability and the target of one class in formulas: s, p, y. */
  readonly s: Sign
  readonly p: Sign
  readonly y: Sign
  /** The derivative by a layer's pre-activation, its weights, its bias, and by what it passes on (0: by X). */
  gradZ(layer: number): Sign
  gradW(layer: number, part?: 'data'): Sign
  gradB(layer: number): Sign
  gradA(layer: number, dropped: boolean): Sign
  /**
   * Whether error signals are written without the 1/N of the mean, which the products for dW and db then bring in: note 001's
   * dZ2 = A2 − Y. Numbers are shown in that convention too.
   */
  readonly leavesMean: boolean
}

/** dL/d(a quantity). */
export function partial(loss: string, of: Sign, name = `d${of.name.includes('⊙') ? `(${of.name})` : of.name}`): Sign {
  const over = (tex: string) => `\\frac{\\partial ${loss}}{\\partial ${tex}}`
  return { name, tex: over(of.tex), cell: (indices) => over(of.cell(indices)) }
}

const dataPart = 'L_{\\mathrm{data}}'

/** The signs that all notations share, unless one has its own. */
function common(): Omit<Symbols, 'notation'> {
  const symbols: Omit<Symbols, 'notation'> = {
    L: sign('L'),
    count: sign('N'),
    rate: sign('η', '\\eta'),
    l1: sign('λ₁', '\\lambda_1'),
    l2: sign('λ₂', '\\lambda_2'),
    X: sign('X'),
    W: (layer) => above('W', layer),
    b: (layer) => above('b', layer),
    Z: (layer) => above('Z', layer),
    A: (layer) => above('A', layer),
    mask: (layer) => above('M', layer),
    passedOn(layer, dropped) {
      const A = this.A(layer)
      return dropped ? dropped_(A, this.mask(layer)) : A
    },
    s: sign('s'),
    p: sign('p'),
    y: sign('y'),
    gradZ(layer) {
      return partial(this.L.tex, this.Z(layer))
    },
    gradW(layer, part) {
      const W = this.W(layer)
      return part ? partial(dataPart, W, `d${W.name}.data`) : partial(this.L.tex, W)
    },
    gradB(layer) {
      return partial(this.L.tex, this.b(layer))
    },
    gradA(layer, dropped) {
      if (layer === 0) return partial(this.L.tex, this.X)
      return { ...partial(this.L.tex, this.A(layer)), name: partial(this.L.tex, this.passedOn(layer, dropped)).name }
    },
    leavesMean: false
  }
  return symbols
}

function dropped_({ name, tex, cell }: Sign, mask: Sign): Sign {
  return { name: `${name}⊙${mask.name}`, tex: `\\tilde ${tex}`, cell: (indices) => `\\tilde ${cell(indices)}` }
}

/**
 * The signs of note 000: scores s, hidden activations H, one λ; the layers of a network of two are told apart by their letters alone.
 */
function ofNote000(layers: number): Partial<Symbols> {
  const hidden = (letter: string, layer: number) => (layers === 2 ? sign(letter) : below(letter, layer))
  return {
    // With a space, since a letter follows it.
    l2: sign('λ', '\\lambda '),
    W: (layer) => below('W', layer),
    b: (layer) => below('b', layer),
    Z: (layer) => (layer === layers ? sign('s') : hidden('Z', layer)),
    A: (layer) => (layer === layers ? sign('a(s)', 'a(s)') : hidden('H', layer)),
    mask: (layer) => hidden('M', layer)
  }
}

/** The signs of note 001: m, α, ŷ, and the mean left to dW and db. */
function ofNote001(): Partial<Symbols> {
  return {
    count: sign('m'),
    rate: sign('α', '\\alpha'),
    s: sign('z'),
    p: sign('ŷ', '\\hat y'),
    leavesMean: true
  }
}

/**
 * The signs of note 002: layer l receives Z_l (X is Z_1), G_l is the derivative by it; S are probabilities, I_y the one-hot targets.
 * What is activated has no letter there: it is Z_l W_l, with the bias that a network here may have.
 */
function ofNote002(_layers: number, hasBias: boolean): Partial<Symbols> {
  const product = (layer: number): Sign => {
    const tex = `Z_{${layer}}W_{${layer}}${hasBias ? `+b_{${layer}}` : ''}`
    const name = `Z${layer}·W${layer}${hasBias ? ` + b${layer}` : ''}`
    return { name, tex, cell: (indices) => `(${tex})_{${indices}}` }
  }
  const bracketed = ({ name, tex, cell }: Sign): Sign => ({ name: `(${name})`, tex: `(${tex})`, cell })
  const G = (layer: number): Sign => ({ name: `G${layer}`, tex: `G_{${layer}}`, cell: (indices) => `(G_{${layer}})_{${indices}}` })
  return {
    L: sign('ℓ', '\\ell'),
    count: sign('m'),
    rate: sign('α', '\\alpha'),
    X: below('Z', 1),
    W: (layer) => below('W', layer),
    b: (layer) => below('b', layer),
    Z: product,
    A: (layer) => below('Z', layer + 1),
    mask: (layer) => below('M', layer + 1),
    s: sign('h'),
    p: sign('S'),
    y: { name: 'I_y', tex: 'I_y', cell: (indices) => `(I_y)_{${indices}}` },
    gradZ: (layer) => partial('\\ell', bracketed(product(layer))),
    gradA: (layer) => G(layer + 1)
  }
}

/** The signs of a notation, for a network of so many layers. */
export function symbolsOf(notation: NotationName, layers: number, hasBias: boolean): Symbols {
  const own = { app: () => ({}), '000': ofNote000, '001': ofNote001, '002': ofNote002 }[notation](layers, hasBias)
  return { ...common(), ...own, notation }
}
