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
