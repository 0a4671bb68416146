import harness from './harness.py?raw'
import torch from './torch.py?raw'

/** The program that Python starts with: the surroundings of a student's, and the part of PyTorch. A JSON text is one of Python's as well. */
export const pythonSetup = `${harness}\n_add_module("torch", ${JSON.stringify(torch)})\nimport numpy as _numpy\n`

/** The runs of a student's program, as `harness.py` has it; each reads its input from a file and writes its result to one. */
export const pythonPrograms = ['solve', 'differences', 'plain'] as const

export type PythonProgram = (typeof pythonPrograms)[number]

/** The call of a program. */
export function pythonCall(program: PythonProgram): string {
  return `_run_program("${program}")`
}
