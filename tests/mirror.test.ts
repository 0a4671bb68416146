import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { withoutNamesake } from './without-namesake'

const root = resolve(import.meta.dirname, '..')

/** The files of src, but declarations and AssemblyScript, whose kernels the tests call through their adapters. */
const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|vue)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .filter((file) => !file.startsWith('src/core/machines/wasm/assembly/'))

const hasNamesake = (file: string) => existsSync(join(root, file.replace(/^src/, 'tests').replace(/\.(ts|vue)$/, '.test.ts')))

/** Whether a file says something at run time, and not only types. */
function hasCode(file: string): boolean {
  if (file.endsWith('.vue')) return true
  const { statements } = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest)
  return statements.some(
    (statement) =>
      !ts.isInterfaceDeclaration(statement) &&
      !ts.isTypeAliasDeclaration(statement) &&
      !ts.isImportDeclaration(statement) &&
      !ts.isModuleDeclaration(statement) &&
      !(ts.isExportDeclaration(statement) && statement.isTypeOnly)
  )
}

/** The patterns that `{a,b}` stands for. */
function expand(pattern: string): string[] {
  const braces = /\{([^{}]*)\}/.exec(pattern)
  if (braces === null) return [pattern]
  const [all, inner] = braces
  return inner.split(',').flatMap((one) => expand(pattern.replace(all, one)))
}

/** A pattern as an expression: `*` is any part of a name, `**` any folders. */
function matcher(pattern: string): RegExp {
  const escaped = pattern.replace(/[.[\]()+]/g, '\\$&')
  return new RegExp(`^${escaped.replace(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(?:[^/]+/)*'))}$`)
}

const patterns = withoutNamesake.flatMap(({ files }) => expand(files).map((pattern) => ({ pattern, matches: matcher(pattern) })))
const needing = sources.filter((file) => !hasNamesake(file) && hasCode(file))

describe('every source file', () => {
  it('has a test of its name, only types, or an entry that says what tests it', () => {
    expect(needing.filter((file) => !patterns.some(({ matches }) => matches.test(file)))).toEqual([])
  })
})

describe('every entry of the list', () => {
  it('is needed: it names a file without a test of its name', () => {
    expect(patterns.filter(({ matches }) => !needing.some((file) => matches.test(file))).map(({ pattern }) => pattern)).toEqual([])
  })

  it('names tests that exist', () => {
    const missing = withoutNamesake.flatMap(({ testedBy }) => testedBy.filter((test) => !existsSync(join(root, 'tests', test))))
    expect(missing).toEqual([])
  })
})
