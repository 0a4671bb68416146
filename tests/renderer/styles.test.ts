import { expect, it } from 'vitest'

const components = import.meta.glob<string>('../../src/renderer/**/*.vue', { query: '?raw', import: 'default', eager: true })
const styles = import.meta.glob<string>('../../src/renderer/styles/*.css', { query: '?raw', import: 'default', eager: true })

/** Everything that some element of the window has in a `class` attribute, plain or bound. */
const given = new Set(
  Object.values(components)
    .flatMap((text) => [...text.matchAll(/class="([^"]*)"/g)])
    .flatMap(([, classes]) => classes.match(/[\w-]+/g) ?? [])
)

it.each(Object.entries(styles))('%s has rules for classes alone that some element has', (_, text) => {
  const selectors = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').match(/[^{}]+(?=\{)/g) ?? []
  expect(selectors).not.toEqual([])
  const named = selectors.flatMap((selector) => [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name))
  expect(named.filter((name) => !given.has(name))).toEqual([])
})
