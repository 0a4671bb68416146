import { describe, expect, it } from 'vitest'
import { colorDifference, deltaE2000, visions, type Lab } from '../support/color-difference'
import css from '../../src/renderer/styles/tokens.css?raw'

type Tokens = Readonly<Record<string, string>>

/** The custom properties of the block that a selector opens. */
function tokensOf(selector: string): Tokens {
  const block = css.slice(css.indexOf('{', css.indexOf(selector)), css.indexOf('}', css.indexOf(selector)))
  return Object.fromEntries([...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]))
}

/** Source: WCAG 2.2, definitions of relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const surfaces = ['--surface', '--surface-raised', '--surface-hover', '--surface-inset']

describe.each([
  ['light', tokensOf("[data-theme='light'] {")],
  ['dark', tokensOf("[data-theme='dark'] {")]
])('the %s theme', (_name, tokens) => {
  it.each(['--text', '--text-soft', '--text-faint', '--accent', '--good', '--warn', '--bad'])(
    'has %s readable on every surface',
    (text) => {
      for (const surface of surfaces) expect(contrast(tokens[text], tokens[surface]), surface).toBeGreaterThanOrEqual(4.5)
    }
  )

  it.each(['accent', 'good', 'warn', 'bad'])('has %s readable on its own wash, and body text too', (tone) => {
    expect(contrast(tokens[`--${tone}`], tokens[`--${tone}-wash`])).toBeGreaterThanOrEqual(4.5)
    expect(contrast(tokens['--text'], tokens[`--${tone}-wash`])).toBeGreaterThanOrEqual(4.5)
  })

  it('has readable primary buttons', () => {
    expect(contrast(tokens['--on-accent'], tokens['--accent-fill'])).toBeGreaterThanOrEqual(4.5)
    expect(contrast(tokens['--on-accent'], tokens['--accent-fill-hover'])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(visions)('tells forward from backward, and one sign from the other, by colour: %s', (vision) => {
    expect(colorDifference(tokens['--forward'], tokens['--backward'], vision)).toBeGreaterThanOrEqual(35)
    expect(colorDifference(tokens['--diverging-low'], tokens['--diverging-high'], vision)).toBeGreaterThanOrEqual(30)
  })

  it('has forward and backward readable on every surface', () => {
    for (const line of ['--forward', '--backward'])
      for (const surface of surfaces) expect(contrast(tokens[line], tokens[surface]), `${line} ${surface}`).toBeGreaterThanOrEqual(4.5)
  })

  it('has visible borders of controls and lines of charts', () => {
    const classes = Array.from({ length: 8 }, (_, i) => `--class-${i + 1}`)
    for (const line of ['--border', '--series-train', '--series-validation', '--series-test', ...classes]) {
      expect(contrast(tokens[line], tokens['--surface']), line).toBeGreaterThanOrEqual(3)
    }
  })
})

it('both themes name the same colours', () => {
  expect(Object.keys(tokensOf("[data-theme='dark'] {")).sort()).toEqual(Object.keys(tokensOf("[data-theme='light'] {")).sort())
})

/** Source: Sharma, Wu and Dalal 2005, table 1. */
const pairs: readonly (readonly [Lab, Lab, number])[] = [
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082]
]
it.each(pairs)('colour differences are those of the standard: %j, %j', (a, b, difference) => {
  expect(deltaE2000(a, b)).toBeCloseTo(difference, 3)
})
