import { readFile } from 'node:fs/promises'
import { AppError, isJsonObject, jsonText, readCases, readId, solveGradientCase, solveTrainingCase, type CaseField, type Json } from '#core'
import { exitCodes } from './exit-codes'
import type { CommandIo } from './io'
import type { CommandContext } from './report-error'

/** The commands that solve cases, with their solvers. */
const solvers = { grad: solveGradientCase, fit: solveTrainingCase } as const satisfies Record<string, (field: CaseField) => Json>

/**
 * Runs `backprop-lab grad|fit FILE`: solves every case of a JSON file and prints the results as one JSON array, in the same order. Nothing
 * is printed before all are solved.
 */
export async function solveCases(command: keyof typeof solvers, file: string, context: CommandContext): Promise<number> {
  return printSolved(file, solvers[command], context)
}

/** Reads a file of cases and prints the result of each. A malformed case: exit 3, its path on stderr. */
export async function printSolved(file: string, solve: (field: CaseField) => Json, { io, language }: CommandContext): Promise<number> {
  let place = ''
  try {
    const solved = readCases(await readText(file, io)).map((field) => {
      place = field.path
      return answerTo(field, solve)
    })
    io.stdout.write(`${jsonText(solved)}\n`)
    return solved.some(isError) ? exitCodes.diverged : exitCodes.done
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === 'bug') throw error
    // The sentence of a malformed field begins with its path; the others are about the case as a whole.
    const prefix = error.kind === 'case' || place === '' ? '' : `${place}: `
    io.stderr.write(`${prefix}${error.sentence(language)}\n`)
    return exitCodes.data
  }
}

/** Solves a case. One whose numbers cannot be computed has the error in the place of its answer, so that the others have theirs. */
function answerTo(field: CaseField, solve: (field: CaseField) => Json): Json {
  try {
    return solve(field)
  } catch (error) {
    if (!(error instanceof AppError) || (error.kind !== 'numeric' && error.code !== 'case.not-finite')) throw error
    return { id: readId(field.field('id')), error: { code: error.code, message: error.message } }
  }
}

/** Whether an answer says why there is none. */
function isError(answer: Json): boolean {
  return isJsonObject(answer) && 'error' in answer
}

/** Reads the text of a file, or of standard input for `-`. Throws: data. */
async function readText(file: string, io: CommandIo): Promise<string> {
  try {
    return file === '-' ? await io.readInput() : await readFile(file, 'utf8')
  } catch (error) {
    throw new AppError('data.missing-file', { name: file, reason: (error as NodeJS.ErrnoException).code ?? String(error) })
  }
}
