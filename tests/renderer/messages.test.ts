import { describe, expect, it } from 'vitest'
import { allCatalogues } from '../support/all-catalogues'
import { isNamedIn } from '../support/named-in'

const sources = import.meta.glob<string>(['../../src/**/*.{vue,ts}', '!../../src/renderer/**/{en,zh-CN}.ts'], {
  query: '?raw',
  import: 'default',
  eager: true
})
const everything = Object.values(sources).join('\n')
/** The code that shows texts. What its templates are filled with may come from the engine's catalogues. */
const code = Object.entries(sources)
  .filter(([file]) => file.includes('/renderer/'))
  .map(([, text]) => text)
  .join('\n')

/** Keys that are put together, such as `t(`status.${status}`)`: as patterns with a group for each part that is filled in. */
const patterns = [...code.matchAll(/`([a-z]\w*\.[^`\s]*\$\{[^`]*)`/g)].map(
  ([, template]) => new RegExp(`^${template.replace(/\$\{[^}]*\}/g, '([\\w-]+)').replaceAll('.', '\\.')}$`)
)

/** Whether a pattern gives the key, filled with names that there are. */
function isPutTogether(key: string): boolean {
  return patterns.some((pattern) => {
    const parts = pattern.exec(key)?.slice(1)
    return parts !== undefined && parts.every((part) => isNamedIn(everything, part))
  })
}

/** Every text by its path. */
function textsOf(node: object, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`
    return typeof value === 'string' ? [[here, value]] : textsOf(value as object, here)
  })
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
const en = textsOf(allCatalogues.en)
const zh = new Map(textsOf(allCatalogues['zh-CN']))

describe('the message catalogues', () => {
  it('have the same texts in both languages', () => {
    expect(en.length).toBeGreaterThan(150)
    expect([...zh.keys()].sort()).toEqual(en.map(([key]) => key).sort())
  })

  it.each(en)('fill in the same values in both languages: %s', (key, text) => {
    expect(placeholders(zh.get(key) ?? '')).toEqual(placeholders(text))
  })

  it('hold no text that nothing uses', () => {
    const unused = en.filter(([key]) => !code.includes(`'${key}'`) && !isPutTogether(key))
    expect(unused.map(([key]) => key)).toEqual([])
  })

  it('hold every text that is used', () => {
    const keys = new Set(en.map(([key]) => key))
    const used = [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key)
    expect(used.length).toBeGreaterThan(300)
    expect(used.filter((key) => !keys.has(key))).toEqual([])
    expect(patterns.filter((pattern) => ![...keys].some((key) => pattern.test(key))).map(String)).toEqual([])
  })

  it('are Chinese in Chinese: a text equal to the English one is a name or a sign', () => {
    const same = en.filter(([key, text]) => zh.get(key) === text && /[a-z]{3}/.test(text)).map(([key]) => key)
    const names = /^(app\.name|settings\.precisions\.|settings\.dropout$|settings\.optimizers\.|weights\.(safetensors|npz|npzHint)$)/
    expect(same.filter((key) => !names.test(key))).toEqual([])
  })

  it('use Chinese punctuation between Chinese words', () => {
    // Shapes in brackets are written as in code.
    const wrong = [...zh].filter(([, text]) => /[一-鿿][,;:!?]|[,;:!?][一-鿿]|[一-鿿]\.$/.test(text.replace(/\[[^\]]*\]/g, '')))
    expect(wrong).toEqual([])
  })
})
