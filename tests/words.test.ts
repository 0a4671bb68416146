import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** Folders with words of ours: what others computed or wrote has its own. */
const folders = ['src', 'scripts', 'bench', 'tests']
const isForeign = (file: string) => /(^|\/)node_modules\/|^tests\/(reference|fixtures)\//.test(file)

const texts: ReadonlyMap<string, string> = new Map(
  [...folders.flatMap(filesIn), 'README.md', 'CHANGELOG.md']
    // The words themselves stand in this file.
    .filter((file) => file !== 'tests/words.test.ts' && !isForeign(file))
    .map((file) => [file, readFileSync(join(root, file), 'utf8')])
)

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|vue|css|mjs|py)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

/** Finds the matches of a pattern in all files, as `file:line: match`. */
function matchesOf(pattern: RegExp): string[] {
  return [...texts].flatMap(([file, text]) =>
    [...text.matchAll(pattern)].map((match) => `${file}:${text.slice(0, match.index).split('\n').length}: ${match[0].trim()}`)
  )
}

describe('the words', () => {
  it('of a docstring begin with what the thing is or does, not with What or How', () => {
    expect(matchesOf(/(?:\/\*\*|""")\s*(?:\*\s*)?(?:What|How)\b[^\n]*/g)).toEqual([])
  })

  it.each([
    ['not available', /\b(?:not|cannot|is|are) (?:to )?be had\b/g],
    ['reported', /\b(?:is|are|was|were)(?: not)? told of\b/g],
    ['fix', /\b[Mm]end(?:s|ed|ing)?\b/g],
    ['memorize', /\bby heart\b/g],
    ['what is wrong', /\bails?\b/g],
    ['reference implementation', /\bas the definitions read\b/g],
    ['disabled', /\bleft aside\b/g],
    ['minimum', /\bvalley\b/g],
    ['explicitly', /\bso many words\b/g]
  ])('say "%s", as a native speaker does', (_, phrase) => {
    expect(matchesOf(phrase)).toEqual([])
  })
})
