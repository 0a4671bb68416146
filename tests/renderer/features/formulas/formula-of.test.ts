import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { activationNames, initializerNames, lossKinds, metricFormulas, optimizerKinds, scheduleKinds, settingFormulas } from '#core'
import { formulaOf, type FormulaSubject } from '../../../../src/renderer/features/formulas/formula-of'

const subjects: readonly FormulaSubject[] = [
  ...activationNames.map((name) => ({ kind: 'activation', name }) as const),
  ...lossKinds.map((name) => ({ kind: 'loss', name }) as const),
  ...optimizerKinds.map((name) => ({ kind: 'optimizer', name }) as const),
  ...scheduleKinds.map((name) => ({ kind: 'schedule', name }) as const),
  ...initializerNames.map((name) => ({ kind: 'initializer', name }) as const),
  ...(Object.keys(settingFormulas) as (keyof typeof settingFormulas)[]).map((name) => ({ kind: 'setting', name }) as const),
  ...(Object.keys(metricFormulas) as (keyof typeof metricFormulas)[]).map((name) => ({ kind: 'metric', name }) as const)
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
    expect(new Set(formula.symbols.map(({ tex }) => tex)).size).toBe(formula.symbols.length)
    for (const { tex, en, zh } of formula.symbols) {
      expect(set(tex)).toContain('<math')
      expect(en).not.toBe('')
      expect(zh).toMatch(/\p{Script=Han}/u)
    }
  })
})
