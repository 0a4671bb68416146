import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import peggy from 'peggy'
import { expect, it } from 'vitest'

const folder = resolve(import.meta.dirname, '../../../../src/core/autodiff/expressions')

/** What stands above the parser: where it comes from and how it is made anew, and that its style is nobody's. */
const HEADER = `// Made by Peggy from expression.peggy; don't edit. After a change of the grammar:
// npx vitest run --project unit tests/core/graph/expression-parser.test.ts -u
/* eslint-disable */
`

it('the committed parser is what Peggy makes of the grammar', async () => {
  const grammar = readFileSync(resolve(folder, 'expression.peggy'), 'utf8')
  const parser = peggy.generate(grammar, { output: 'source', format: 'es' })
  await expect(HEADER + parser).toMatchFileSnapshot(resolve(folder, 'expression-parser.js'))
})

it('the parser compiles no text at run time, which a page’s security policy forbids', () => {
  const parser = readFileSync(resolve(folder, 'expression-parser.js'), 'utf8')
  expect(parser).not.toMatch(/\beval\b|new Function|Function\(["'`]/)
})
