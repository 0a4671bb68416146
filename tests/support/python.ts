import { spawnSync } from 'node:child_process'

/** Whether there is a Python with numpy: a reader of our files that shares no line with us. */
export const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0

if (!hasNumpy) console.warn('No python3 with numpy here: the tests that read files with it are skipped.')

/** What a Python script prints as JSON. `files` are its sys.argv[1], [2] and so on. */
export function pythonJson(script: string, ...files: string[]): unknown {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', script, ...files], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** The first Python that has scikit-learn, of the one on PATH and the system's own; null where neither has. */
export const pythonWithSklearn =
  ['python3', '/usr/bin/python3'].find((python) => spawnSync(python, ['-c', 'import sklearn']).status === 0) ?? null

/** What a Python program prints as JSON when it is given a value as JSON on standard input. */
export function answerOf(python: string, program: string, question: unknown): unknown {
  const { status, stdout, stderr } = spawnSync(python, [program], { encoding: 'utf8', input: JSON.stringify(question), maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
