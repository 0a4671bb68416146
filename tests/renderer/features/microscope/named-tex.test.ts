import { describe, expect, it } from 'vitest'
import katex from 'katex'
import { notationNames, Walk, walkExample, walkExampleNames } from '#core'
import { namedTex } from '../../../../src/renderer/features/microscope/named-tex'

describe('the names in a formula', () => {
  it('bear the ids of their tensors, with their indices', () => {
    const names = [
      ['X', 'X'],
      ['W^{[1]}', 'W1'],
      ['\\frac{\\partial L}{\\partial W^{[1]}}', 'dW1']
    ] as const
    expect(namedTex('X\\,W^{[1]}', names)).toBe('{\\htmlData{tensor=X}{X}}\\,{\\htmlData{tensor=W1}{W^{[1]}}}')
    expect(namedTex('\\sum_k X_{ik}\\,W^{[1]}_{kj}', names)).toBe(
      '\\sum_k {\\htmlData{tensor=X}{X_{ik}}}\\,{\\htmlData{tensor=W1}{W^{[1]}_{kj}}}'
    )
    expect(namedTex('\\frac{\\partial L}{\\partial W^{[1]}_{kj}}=0', names)).toBe(
      '{\\htmlData{tensor=dW1}{\\frac{\\partial L}{\\partial W^{[1]}_{kj}}}}=0'
    )
    expect(namedTex('W_{1,kj}', [['W_{1}', 'W1']])).toBe('{\\htmlData{tensor=W1}{W_{1,kj}}}')
  })

  it('are no part of a command or of a text', () => {
    expect(namedTex('\\partial L\\text{ where L}', [['L', 'L']])).toBe('\\partial {\\htmlData{tensor=L}{L}}\\text{ where L}')
    expect(
      namedTex('\\max p', [
        ['p', 'P'],
        ['m', 'max']
      ])
    ).toBe('\\max {\\htmlData{tensor=P}{p}}')
  })

  const cases = walkExampleNames.flatMap((name) => notationNames.map((notation) => [name, notation] as const))
  it.each(cases)('are set as without ids, in every formula of %s in the notation %s', (name, notation) => {
    const walk = new Walk({ ...walkExample(name), notation })
    let count = 0
    for (const { tex, result, factors } of walk.steps) {
      const names = [result, ...factors.map(({ tensor }) => tensor)].map((id) => [walk.tensors.get(id)?.tex ?? '', id] as const)
      for (const one of [tex.index, tex.matrix]) {
        const named = namedTex(one, names)
        if (named !== one) count++
        expect(named.replaceAll(/\\htmlData\{[^}]*\}/g, '').replaceAll(/[{}]/g, '')).toBe(one.replaceAll(/[{}]/g, ''))
        expect(() => katex.renderToString(named, { trust: true, strict: 'ignore', throwOnError: true })).not.toThrow()
      }
    }
    expect(count).toBeGreaterThan(walk.steps.length)
  })
})
