import type { Json } from '../formats/json'
import type { PythonProgram } from './python-programs'

/** The time and memory that Python may use. */
export interface PythonLimits {
  /** Of one run, in seconds of the clock. */
  readonly seconds: number
  /** Of Python as a whole, in MB. */
  readonly memory: number
}

/** Generous for an exercise, and little for a machine. */
export const pythonLimits: PythonLimits = { seconds: 10, memory: 512 }

/**
 * The end of a run: by itself, with what it found and the number of bytes that it printed beyond what is passed on; because its time was
 * over; because Python itself ended, as where a program ends it; or because somebody stopped it.
 */
export type PythonRun =
  { readonly ended: 'done'; readonly result: Json; readonly unprinted: number } | { readonly ended: 'time' | 'died' | 'stopped' }

/**
 * Python with NumPy, shut in: it sees no file, no network, no process and no other program of the machine. What runs it is behind this
 * interface, so that another one can take its place.
 */
export interface PythonEngine {
  /** Starts Python, unless it is running. Throws: file.no-python. */
  start(): Promise<void>
  /**
   * Runs a program of `pythonPrograms` on its input; `print` is given what is printed meanwhile, piece by piece. Starts Python where it is
   * not running, as after a run that did not end by itself. Throws: file.no-python.
   */
  run(program: PythonProgram, input: Json, print: (text: string) => void): Promise<PythonRun>
  /** Ends Python at once, whatever it does. */
  kill(): void
}
