import { toRows, type Matrix } from '../../tensor/matrix'
import type { CodeLanguage } from './languages'
import { codeName } from './line'
import { typescriptHelpers } from './typescript'

interface ScriptedStep {
  readonly id: string
  readonly phase: string
  readonly code: Readonly<Record<CodeLanguage, string>>
}

/** The parts of a walk that a script needs. */
interface Scripted {
  /** The loss and the optimizer, for the first line. */
  readonly title: string
  readonly steps: readonly ScriptedStep[]
  /** Every tensor and number that is there before the first step, by its name in code. */
  readonly given: ReadonlyMap<string, Matrix | readonly number[] | number>
}

interface ScriptLanguage {
  readonly header: readonly string[]
  matrix(name: string, rows: string): string
  /** Class indices or class weights. */
  list(name: string, items: string, areIndices: boolean): string
  number(name: string, value: string): string
  readonly comment: string
  footer(names: readonly string[]): string
}

const scriptLanguages: Readonly<Record<CodeLanguage, ScriptLanguage>> = {
  numpy: {
    header: ['import json', 'import numpy as np'],
    matrix: (name, rows) => `${name} = np.array(${rows}, dtype=float)`,
    list: (name, items) => `${name} = np.array(${items})`,
    number: (name, value) => `${name} = ${value}`,
    comment: '#',
    footer: (names) => `print(json.dumps({${names.map((name) => `"${name}": ${name}.tolist()`).join(', ')}}))`
  },
  pytorch: {
    header: ['import json', 'import torch', 'torch.set_default_dtype(torch.float64)'],
    matrix: (name, rows) => `${name} = torch.tensor(${rows}, dtype=torch.float64)`,
    list: (name, items, areIndices) => `${name} = torch.tensor(${items}${areIndices ? '' : ', dtype=torch.float64'})`,
    number: (name, value) => `${name} = ${value}`,
    comment: '#',
    footer: (names) => `print(json.dumps({${names.map((name) => `"${name}": ${name}.tolist()`).join(', ')}}))`
  },
  typescript: {
    header: [typescriptHelpers],
    matrix: (name, rows) => `const ${name}: Matrix = ${rows}`,
    list: (name, items) => `const ${name} = ${items}`,
    number: (name, value) => `const ${name} = ${value}`,
    comment: '//',
    footer: (names) => `console.log(JSON.stringify({ ${names.join(', ')} }))`
  }
}

/** A script in a language that does the whole walk in float64 and prints every gradient as one JSON object. */
export function walkScript({ title, steps, given }: Scripted, language: CodeLanguage): string {
  const { header, matrix, list, number, comment, footer } = scriptLanguages[language]
  const givens = [...given].map(([name, value]) => {
    if (typeof value === 'number') return number(name, String(value))
    if (!('rows' in value)) return list(name, JSON.stringify(value), name === 'y')
    return matrix(name, numberRows(value))
  })
  const lines = steps.flatMap(({ phase, code }, index) => {
    const opens = index === 0 || steps[index - 1].phase !== phase
    return [...(opens ? ['', `${comment} ${phase}`] : []), code[language]]
  })
  const gradients = steps.map(({ id }) => id).filter((id) => /^d[WbX]\d*$/.test(id))
  return [`${comment} ${title}`, ...header, '', ...givens, ...lines, '', footer(gradients.map(codeName)), ''].join('\n')
}

/** Rows of numbers; those that JSON has no word for have one in neither language, and a walk that has them is not scripted. */
function numberRows(matrix: Matrix): string {
  return JSON.stringify(toRows(matrix))
}
