import { expect, test } from 'vitest'
import { DEFAULT_STACK, fontConfig, fontStacks } from '../../scripts/lib/test-fonts.mjs'

test('a configuration names one folder of fonts, a cache of its own, and the families of the stack', () => {
  const text = fontConfig(fontStacks.dejavu, '/fonts', '/cache')
  expect(text.match(/<dir>.*<\/dir>/g)).toEqual(['<dir>/fonts</dir>'])
  expect(text.match(/<cachedir>.*<\/cachedir>/g)).toEqual(['<cachedir>/cache</cachedir>'])
  expect(text).toContain('<family>sans-serif</family><prefer><family>DejaVu Sans</family><family>Droid Sans Fallback</family></prefer>')
  expect(text).toContain('<family>monospace</family><prefer><family>DejaVu Sans Mono</family><family>Droid Sans Fallback</family></prefer>')
})

test('the default is one of the stacks', () => {
  expect(Object.keys(fontStacks)).toContain(DEFAULT_STACK)
})
