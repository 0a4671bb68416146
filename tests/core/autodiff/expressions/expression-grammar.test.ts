import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { parserOf } from '../../../../scripts/grammars-plugin'

it('the parser of expressions compiles no text at run time, which a page’s security policy forbids', () => {
  const grammar = resolve(import.meta.dirname, '../../../../src/core/autodiff/expressions/expression.peggy')
  const parser = parserOf(readFileSync(grammar, 'utf8'))
  expect(parser).toContain('SyntaxError')
  expect(parser).not.toMatch(/\beval\b|new Function|Function\(["'`]/)
})
