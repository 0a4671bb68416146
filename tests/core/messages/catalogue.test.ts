import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentence, texts, type TextCode } from '#core'
import { isNamedIn } from '../../support/named-in'

const codes = Object.keys(texts) as TextCode[]

const sources = import.meta.glob<string>(
  ['../../../src/**/*.{ts,vue}', '!../../../src/core/messages/**', '!../../../src/renderer/**/{en,zh-CN}.ts'],
  {
    query: '?raw',
    import: 'default',
    eager: true
  }
)
const code = Object.values(sources).join('\n')

/** Codes that are put together, such as `doctor.${rule}.title`, as patterns with a group for each part that is filled in. */
const patterns = [...code.matchAll(/`([a-z]\w*\.(?:[\w.-]|\$\{[^}`]*\})+)`/g)].map(
  ([, template]) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '([\\w-]+)')}$`)
)

/** Whether the code says a sentence: by its code, or by one put together from names that there are. */
function isSaid(name: string): boolean {
  if (code.includes(`'${name}'`)) return true
  return patterns.some((pattern) => {
    const parts = pattern.exec(name)?.slice(1)
    return parts !== undefined && parts.every((part) => isNamedIn(code, part))
  })
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
const optionalParts = (text: string) => text.match(/\[[^[\]]*\]/g) ?? []

describe('a sentence', () => {
  it.each(['en', 'zh'] as const)('shortens cells and names to 40 characters, and lists of them, in %s', (language) => {
    const long = '𝛼'.repeat(900_000)
    const details = { row: 2, column: 1, name: long, value: long, classes: long, columns: long }
    for (const code of ['data.unknown-class', 'data.no-column', 'data.not-a-number'] as const) {
      const text = sentence(code, details, language)
      expect(Array.from(text).length).toBeLessThan(700)
      expect(text).toContain(`\`${'𝛼'.repeat(39)}…\``)
    }
    expect(sentence('data.not-a-number', { ...details, value: 'x'.repeat(40) }, language)).toContain(`\`${'x'.repeat(40)}\``)
  })
})

describe('every sentence', () => {
  it.each(codes)('%s says the same things in both languages', (code) => {
    const { en, zh } = texts[code]
    expect(placeholders(zh)).toEqual(placeholders(en))
    const optional = (text: string) => optionalParts(text).map(placeholders).sort()
    expect(optional(zh)).toEqual(optional(en))
  })

  it.each(codes)('%s has well-formed optional parts, each with a detail to depend on', (code) => {
    for (const text of Object.values(texts[code])) {
      expect(text.replace(/\[[^[\]]*\]/g, '')).not.toMatch(/[[\]]/)
      for (const part of optionalParts(text)) expect(placeholders(part)).not.toEqual([])
    }
  })

  it.each(codes)('%s shows every detail it is given, and no bracket of its own', (code) => {
    for (const language of ['en', 'zh'] as const) {
      const names = placeholders(texts[code][language]).map((name) => name.slice(1, -1))
      const said = sentence(code, Object.fromEntries(names.map((name) => [name, `<${name}>`])), language)
      for (const name of names) expect(said).toContain(`<${name}>`)
      expect(said).not.toMatch(/[[\]{}]/)
    }
  })
})

/** The details that are numbers of things. */
const counts: ReadonlySet<string> = new Set(
  'activations actual alone count dead dropped epochs every fewestRows fields layers more mostRows patience rows seconds test train units unread warmUp'.split(
    ' '
  )
)

describe('a sentence with numbers', () => {
  it.each([
    [0, 'has dates, but 0 of its cells are none (first: row 7, `x`). Fix them'],
    [1, 'has dates, but 1 of its cells is none (row 7, `x`). Fix it'],
    [2, 'has dates, but 2 of its cells are none (first: row 7, `x`). Fix them'],
    [1000, 'has dates, but 1000 of its cells are none (first: row 7, `x`). Fix them']
  ])('goes with %d', (count, text) => {
    expect(sentence('note.not-dates', { name: 'day', count, row: 7, value: 'x' }, 'en')).toContain(text)
    expect(sentence('note.not-dates', { name: 'day', count, row: 7, value: 'x' }, 'zh')).toContain(
      count === 1 ? '（第 7 行' : '（第一处：第 7 行'
    )
  })

  it.each(codes)('%s has no plural after 1', (code) => {
    const names = Array.from(texts[code].en.matchAll(/\{(\w+)/g), ([, name]) => name)
    const said = sentence(code, Object.fromEntries(names.map((name) => [name, counts.has(name) ? 1 : 'x'])), 'en')
    expect(said).not.toMatch(
      /(?<![\w.`])1 (?!of )(?:\w+ ){0,2}(?:rows|cells|fields|epochs|points|lines|units|layers|numbers|dates|values)\b/
    )
    expect(said).not.toMatch(/(?<![\w.`])1 (?:of \w+ rows )?(?:are|have|do)\b/)
  })
})

describe('the sentences', () => {
  it('are all said somewhere', () => {
    expect(codes.filter((name) => !isSaid(name))).toEqual([])
  })
})

describe('sentence', () => {
  it('leaves out a part whose detail is not given or empty', () => {
    const details = { row: 2, column: 3 }
    expect(sentence('data.quote-not-closed', details, 'en')).toBe('Row 2, column 3: a quote opened here is never closed.')
    expect(sentence('data.quote-not-closed', { ...details, name: '' }, 'zh')).toBe('第 2 行第 3 列：此处的引号没有闭合。')
    expect(sentence('data.quote-not-closed', { ...details, name: 'x' }, 'zh')).toBe('第 2 行第 3 列（`x`）：此处的引号没有闭合。')
  })

  it('lists names as its language does', () => {
    const details = { name: 'x', columns: '`a`, `b`' }
    expect(sentence('data.no-column', details, 'en')).toContain('`a`, `b`')
    expect(sentence('data.no-column', details, 'zh')).toContain('`a`、`b`')
  })

  it('leaves a placeholder visible elsewhere, so that a forgotten detail shows', () => {
    expect(sentence('data.header-only', {}, 'en')).toContain('{row}')
  })

  it('shows details as they are, whatever is in them', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('[x]', '{row}', '$&', '$1', '[{row}]', '__proto__')), (value) => {
        fc.pre(value !== '')
        expect(sentence('data.one-class', { name: 'n', value }, 'en')).toContain(`\`${value}\``)
      })
    )
  })
})
