import { spawnSync } from 'node:child_process'
import type { Condition } from './conditions'

/** An interpreter that has a module: a reader of our files that shares no code with us. */
interface Python extends Condition {
  /** Its command; where no interpreter has the module, the one on PATH. */
  readonly command: string
}

/** NumPy reads weights and runs the code that walks write in it. */
export const numpy = pythonWith('numpy')

/** PyTorch runs the code that walks write in it. */
export const torch = pythonWith('torch')

export const scikitLearn = pythonWith('sklearn', 'scikit-learn')

/** Pandas reads tables, and with openpyxl and odfpy it writes workbooks. */
export const pandas = pythonWith('pandas, openpyxl, odf', 'pandas, openpyxl and odfpy')

/** The value that a Python script prints as JSON. `files` are its sys.argv[1], [2] and so on. */
export function pythonJson(python: Python, script: string, ...files: string[]): unknown {
  return printed(python, ['-c', script, ...files])
}

/** The value that a Python program prints as JSON. */
export function printedBy(python: Python, program: string, ...args: string[]): unknown {
  return printed(python, [program, ...args])
}

/** The value that a Python program prints as JSON when it is given a value as JSON on standard input. */
export function answerOf(python: Python, program: string, question: unknown): unknown {
  return printed(python, [program], JSON.stringify(question))
}

/** The first interpreter that has a module, of the one on PATH and the system's own. */
function pythonWith(module: string, name = module): Python {
  const found = ['python3', '/usr/bin/python3'].find((command) => spawnSync(command, ['-c', `import ${module}`]).status === 0)
  return { command: found ?? 'python3', met: found !== undefined, reason: `no python3 with ${name}` }
}

function printed({ command }: Python, args: string[], input = ''): unknown {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', input, maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
