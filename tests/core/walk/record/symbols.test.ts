import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { activationNames, lossKinds, notationNames, optimizerKinds, symbolsOf, Walk, walkMarkdown, type NotationName } from '#core'
import { networkOf } from '../../../support/problems'
import { randomProblem } from '../../../support/walks'

const noteNet = (notation: NotationName, kind: 'softmax-cross-entropy' | 'binary-cross-entropy' = 'softmax-cross-entropy') =>
  new Walk(
    randomProblem({
      network: networkOf([2, 3, kind === 'softmax-cross-entropy' ? 2 : 1], 'relu', kind),
      objective: { loss: { kind }, regularization: { l2: 0.1 } },
      notation,
      rows: 3
    })
  )
const texOf = (walk: Walk, id: string) => walk.steps.find((step) => step.id === id)?.tex
const formulaOf = (walk: Walk, id: string) => walk.steps.find((step) => step.id === id)?.formula

describe('the notations', () => {
  it('write the app’s own', () => {
    const walk = noteNet('app')
    expect(texOf(walk, 'dW2')?.matrix).toBe(
      '\\frac{\\partial L}{\\partial W^{[2]}}=\\frac{\\partial L_{\\mathrm{data}}}{\\partial W^{[2]}}+2\\lambda_2W^{[2]}'
    )
    expect(texOf(walk, 'dS')?.matrix).toBe('\\frac{\\partial L}{\\partial s_{ij}}=\\frac1{N}\\left(P-Y\\right)')
  })

  it('write note 000: scores s, H, λ', () => {
    const walk = noteNet('000')
    expect(texOf(walk, 'Z2')?.matrix).toBe('s=H\\,W_{2}+b_{2}')
    expect(texOf(walk, 'Lreg')?.matrix).toContain('\\lambda \\left(\\lVert W_{1}\\rVert^2+\\lVert W_{2}\\rVert^2\\right)')
    expect(formulaOf(walk, 'dA1')).toBe('ds·W2ᵀ')
    expect(texOf(walk, 'dA1')?.matrix).toBe('\\frac{\\partial L}{\\partial H}=\\frac{\\partial L}{\\partial s}\\,{W_{2}}^{\\top}')
  })

  it('write note 001: dZ2 = ŷ − y, and the 1/m left to dW and db', () => {
    const walk = noteNet('001', 'binary-cross-entropy')
    const [signal, plain] = [walk, noteNet('app', 'binary-cross-entropy')].map((one) => one.cell({ step: 'dZ2', row: 1, column: 0 }).value)
    expect(signal).toBeCloseTo(3 * plain, 14)
    expect(formulaOf(walk, 'dZ_out')).toBe('w·y·(ŷ − 1) + (1 − y)·ŷ')
    expect(formulaOf(walk, 'dW2.data')).toBe('(A1)ᵀ·dZ2/m')
    expect(formulaOf(walk, 'db2')).toBe('Σᵢ dZ2/m')
    const { divisor, value } = walk.cell({ step: 'dW2.data', row: 0, column: 0 })
    expect(divisor).toBe(3)
    expect(value).toBe(noteNet('app', 'binary-cross-entropy').cell({ step: 'dW2.data', row: 0, column: 0 }).value)
    expect(texOf(walk, 'W1.new')?.matrix).toContain('\\alpha')
  })

  it('write note 002: G, S − I_y', () => {
    const walk = noteNet('002')
    expect(texOf(walk, 'dS')?.matrix).toContain('\\left(S-I_y\\right)')
    expect(texOf(walk, 'dA1')?.symbolic).toBe('G_{2}')
    expect(texOf(walk, 'dX')?.symbolic).toBe('G_{1}')
    expect(texOf(walk, 'A1')?.matrix).toBe('Z_{2}=a\\left(Z_{1}W_{1}+b_{1}\\right)')
  })

  it('tell the layers of a deep network apart', () => {
    const { Z, A } = symbolsOf('000', 3, true)
    expect([Z(1).name, A(2).name, Z(3).name]).toEqual(['Z1', 'H2', 's'])
  })
})

const everything = notationNames.flatMap((notation) =>
  lossKinds.map((kind, at) => {
    const activation = activationNames[(at + notationNames.indexOf(notation)) % activationNames.length]
    const plain = networkOf([3, 4, 2], activation, kind)
    const layers = plain.layers.map((layer, l) => (l === 0 ? { ...layer, dropout: 0.5 } : layer))
    const problem = randomProblem({
      network: { ...plain, layers },
      objective: { loss: { kind }, regularization: { l1: 0.1, l2: 0.2 } },
      optimizer: { kind: optimizerKinds[at % optimizerKinds.length] },
      clip: 0.1,
      notation
    })
    return [`${notation}, ${kind}, ${activation}`, new Walk(problem)] as const
  })
)

describe('formulas', () => {
  it.each(everything)('can be set by KaTeX: %s', (_name, walk) => {
    for (const { tex } of walk.steps) {
      for (const source of Object.values(tex))
        expect(katex.renderToString(source, { throwOnError: true, strict: 'error' })).toContain('katex')
    }
  })

  it.each(everything)('can be set by KaTeX from Markdown, in both languages: %s', (_name, walk) => {
    for (const language of ['en', 'zh'] as const) {
      const blocks = [...walkMarkdown(walk, language).matchAll(/\$\$\n(.*?)\n\$\$/gs)].map(([, source]) => source)
      expect(blocks.length).toBeGreaterThan(30)
      for (const source of blocks) {
        expect(katex.renderToString(source, { throwOnError: true, displayMode: true, strict: 'error' })).toContain('katex')
      }
    }
  })
})
