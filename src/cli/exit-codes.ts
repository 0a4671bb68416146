import type { ErrorKind } from '#core'

/** Exit codes of the process; a contract with scripts. */
export const exitCodes = {
  done: 0,
  bug: 1,
  usage: 2,
  data: 3,
  /** A number was not finite, or a program of Python failed. */
  diverged: 4,
  wrongGradient: 5,
  /** Training was done, but the chosen folder could not be written: the results are in another one. */
  elsewhere: 6,
  /** 128 + SIGINT's number, as shells report it. */
  interrupted: 130
} as const

const byKind: Partial<Readonly<Record<ErrorKind, number>>> = {
  flag: exitCodes.usage,
  spec: exitCodes.usage,
  file: exitCodes.usage,
  graph: exitCodes.usage,
  // A file that is no table, as of weights or of an experiment, which a flag names.
  format: exitCodes.usage,
  data: exitCodes.data,
  'lab-file': exitCodes.data
}

/** Returns the exit code of an error; a kind that a command line cannot cause is a bug of ours. */
export function exitCodeOf(kind: ErrorKind): number {
  return byKind[kind] ?? exitCodes.bug
}
