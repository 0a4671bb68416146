import fs from 'node:fs'
import path from 'node:path'

/**
 * The libraries in the page, each with the reason why it is there; `@floating-ui/` stands for all of that name. There is no limit to what is
 * loaded later, but a library that does not earn its place here does not belong in the page.
 * @type {Readonly<Record<string, string>>}
 */
export const pageLibraries = {
  vue: 'the page itself',
  '@vue/': 'parts of vue',
  'vue-i18n': 'texts in two languages with their plural forms',
  '@intlify/': 'parts of vue-i18n',
  '@vueuse/': 'sizes of elements, events, media queries: what a page asks the browser for',
  'reka-ui': 'lists, tabs, sliders and dialogs that keyboards and screen readers can use',
  '@floating-ui/': 'where the lists of reka-ui stand',
  'aria-hidden': 'what a dialog of reka-ui covers is not read out',
  defu: 'the defaults of reka-ui',
  dequal: 'the comparisons of vueuse and reka-ui',
  ohash: 'the comparisons of reka-ui',
  '@tanstack/': 'tables of a hundred thousand rows',
  'chart.js': 'the curves, with axes and pointing',
  'chartjs-plugin-annotation': 'marks in the curves',
  'chartjs-plugin-zoom': 'zooming in the curves',
  hammerjs: 'the fingers of chartjs-plugin-zoom',
  '@kurkle/color': 'the colours of chart.js',
  '@codemirror/': 'the editor of programs; loaded with the labs',
  '@lezer/': 'the grammar of the editor',
  '@marijn/find-cluster-break': 'parts of characters in the editor',
  crelt: 'elements of the editor',
  'style-mod': 'styles of the editor',
  'w3c-keyname': 'keys of the editor',
  marked: 'the texts of lessons and labs; loaded with the labs',
  katex: 'formulas; loaded with the first one',
  svgcanvas: 'a chart as SVG; loaded when one is saved',
  'pure-rand': 'the permutations of the core',
  valibot: 'the schemas of what crosses a process',
  '@fontsource-variable/inter': 'the letters, the same on every machine'
}

/**
 * The libraries of a built page, and what of them has no entry, and which entries it has no library for.
 * @param {string} folder where its LICENSES.md is
 */
export function checkPageLibraries(folder) {
  const text = fs.readFileSync(path.join(folder, 'LICENSES.md'), 'utf8')
  const found = [...text.matchAll(/^## (\S+) - /gm)].map(([, name]) => name)
  const entries = Object.keys(pageLibraries)
  const isOf = (/** @type {string} */ name, /** @type {string} */ entry) =>
    name === entry || (entry.endsWith('/') && name.startsWith(entry))
  return {
    found,
    withoutReason: found.filter((name) => !entries.some((entry) => isOf(name, entry))),
    unused: entries.filter((entry) => !found.some((name) => isOf(name, entry)))
  }
}
