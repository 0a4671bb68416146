import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const renderer = resolve(import.meta.dirname, '../../src/renderer')
const styles = join(renderer, 'styles')

/** Everything that some element of the window has in a `class` attribute, plain or bound. */
const given = new Set(
  readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.vue') || file.endsWith('.html'))
    .flatMap((file) => [...readFileSync(join(renderer, file), 'utf8').matchAll(/class="([^"]*)"/g)])
    .flatMap(([, classes]) => classes.match(/[\w-]+/g) ?? [])
)

it.each(readdirSync(styles))('%s has rules for classes alone that some element has', (file) => {
  const css = readFileSync(join(styles, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
  const selectors = css.match(/[^{}]+(?=\{)/g) ?? []
  const named = selectors.flatMap((selector) => [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name))
  expect(named.filter((name) => !given.has(name))).toEqual([])
})
