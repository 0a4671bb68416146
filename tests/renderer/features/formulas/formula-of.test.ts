import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { activationNames, initializerNames, lossKinds, optimizerKinds, scheduleKinds } from '#core'
import { formulaOf, type FormulaSubject } from '../../../../src/renderer/features/formulas/formula-of'
import { symbols, type SymbolName } from '../../../../src/renderer/features/formulas/symbols'

const subjects: readonly FormulaSubject[] = [
  ...activationNames.map((name) => ({ kind: 'activation', name }) as const),
  ...lossKinds.map((name) => ({ kind: 'loss', name }) as const),
  ...optimizerKinds.map((name) => ({ kind: 'optimizer', name }) as const),
  ...scheduleKinds.map((name) => ({ kind: 'schedule', name }) as const),
  ...initializerNames.map((name) => ({ kind: 'initializer', name }) as const),
  ...(['l2', 'l1', 'dropout', 'clip', 'classWeights'] as const).map((name) => ({ kind: 'setting', name }) as const),
  ...(['accuracy', 'logLoss', 'precision', 'recall', 'f1', 'auc', 'averagePrecision', 'r2', 'mae', 'rmse'] as const).map(
    (name) => ({ kind: 'metric', name }) as const
  )
]

/** As KaTeX sets it; a source that it does not know is an error. */
const set = (tex: string) => katex.renderToString(tex, { throwOnError: true, strict: 'error' })

describe('the formula of every choice and figure', () => {
  it.each(subjects)('$kind $name is set line by line, with its signs', (subject) => {
    const formula = formulaOf(subject)
    expect(formula.lines.length).toBeGreaterThan(0)
    for (const line of formula.lines) {
      expect(set(line)).toContain('<math')
    }
    expect(new Set(formula.symbols).size).toBe(formula.symbols.length)
  })

  it('explains no sign that no formula has, and sets each', () => {
    const used = new Set(subjects.flatMap((subject) => formulaOf(subject).symbols))
    expect((Object.keys(symbols) as SymbolName[]).filter((name) => !used.has(name))).toEqual([])
    for (const tex of Object.values(symbols)) expect(set(tex)).toContain('<math')
  })
})
