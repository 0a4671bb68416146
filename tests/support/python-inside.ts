import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll } from 'vitest'
import { lessonCase, problemOf, type BackwardProblem, type PythonLimits } from '#core'
import { ChildPython } from '../../src/node/python/child-python'
import type { Condition } from './conditions'

/** Where the build puts what runs Python. */
export const pythonFolder = resolve(import.meta.dirname, '../../out/python')

export const pythonRuntime: Condition = {
  met: existsSync(join(pythonFolder, 'child.mjs')),
  reason: 'Python has not been fetched (npm run build)'
}

/** A Python for the tests of a file, which starts when one of them runs something. */
export function pythonForTests(limits?: PythonLimits): ChildPython {
  const python = new ChildPython(pythonFolder, limits)
  afterAll(() => python.kill())
  return python
}

/** The problem of a worked example. */
export function lessonProblem(name: string): BackwardProblem {
  const found = lessonCase(name)
  if (!found) throw new Error(`no case ${name}`)
  return problemOf(found)
}
