import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { sentence } from '../../../src/core/messages/catalogue'
import { rule } from '../../../src/core/settings/rules'
import { schemaError } from '../../../src/core/settings/schema-error'

const schema = v.strictObject({
  name: v.string(),
  rate: v.pipe(v.number(), v.maxValue(1, rule('spec.fraction'))),
  kind: v.picklist(['a', 'b'], rule('spec.choice', { choices: 'a, b' }))
})
const right = { name: 'x', rate: 0.5, kind: 'a' }

function said(value: unknown): string {
  const { issues } = v.safeParse(v.strictObject({ run: schema }), value)
  if (!issues) throw new Error('it fits')
  const { code, details } = schemaError(issues[0], 'The file')
  return sentence(code, details, 'en')
}

describe('what does not fit a schema is told in a sentence of ours', () => {
  it.each([
    [{ run: { ...right, name: 7 } }, 'run.name is 7; expected string.'],
    [{ run: { ...right, rate: 7 } }, 'run.rate is 7; it must be at least 0 and below 1.'],
    [{ run: { ...right, rate: Infinity } }, 'run.rate is Infinity; it must be at least 0 and below 1.'],
    [{ run: { ...right, kind: 'c' } }, 'run.kind is "c"; it must be one of a, b.'],
    [{ run: { ...right, kind: undefined } }, 'run.kind is missing; expected a, b.'],
    [{ run: { name: 'x', rate: 0.5 } }, 'run.kind is missing.'],
    [{ run: { rate: 0.5, kind: 'a' } }, 'run.name is missing.'],
    [{}, 'run is missing.'],
    [{ run: { ...right, more: 1 } }, 'run.more is not known; remove it.'],
    [null, 'The file is null; expected Object.']
  ])('%o', (value, sentence) => {
    expect(said(value)).toBe(sentence)
  })
})
