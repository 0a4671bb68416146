import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { withoutTerminalTexts } from '../../scripts/terminal-texts-plugin.ts'

const core = resolve(import.meta.dirname, '../../src/core')

/** A file of the core as the page gets it. */
function inPage(file: string): string {
  const { transform } = withoutTerminalTexts()
  if (typeof transform !== 'object' || typeof transform.handler !== 'function') throw new Error('no transform')
  const handler = transform.handler as (code: string, id: string) => string
  return handler(readFileSync(resolve(core, file), 'utf8'), resolve(core, file))
}

it('leaves no sentence about a flag in the page', () => {
  expect(inPage('messages/flag.ts')).toMatch(/export const \w+Texts = \{\}$/)
})

it('leaves no help of a flag in the page, and every setting', () => {
  const code = inPage('settings/catalogue.ts')
  expect(code).not.toMatch(/help: \{[^}]/)
  expect(code).toContain('learningRate')
})
