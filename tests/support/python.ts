import { spawnSync } from 'node:child_process'
import type { Condition } from './conditions'

/** A Python with numpy reads our files without sharing any code with us. */
export const numpy: Condition = {
  met: spawnSync('python3', ['-c', 'import numpy']).status === 0,
  reason: 'no python3 with numpy'
}

/** A Python with PyTorch runs the code that walks write in it. */
export const torch: Condition = {
  met: spawnSync('python3', ['-c', 'import torch']).status === 0,
  reason: 'no python3 with torch'
}

/** What a Python script prints as JSON. `files` are its sys.argv[1], [2] and so on. */
export function pythonJson(script: string, ...files: string[]): unknown {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', script, ...files], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** The first Python that has scikit-learn, of the one on PATH and the system's own; null where neither has. */
export const pythonWithSklearn =
  ['python3', '/usr/bin/python3'].find((python) => spawnSync(python, ['-c', 'import sklearn']).status === 0) ?? null

export const scikitLearn: Condition = { met: pythonWithSklearn !== null, reason: 'no python3 with scikit-learn' }

/** What a Python program prints as JSON when it is given a value as JSON on standard input. */
export function answerOf(python: string, program: string, question: unknown): unknown {
  const { status, stdout, stderr } = spawnSync(python, [program], { encoding: 'utf8', input: JSON.stringify(question), maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
