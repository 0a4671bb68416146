import {
  AppError,
  isProgramFailure,
  jsonText,
  judgeGradients,
  judgeProgram,
  lessonCase,
  lessonCaseNames,
  problemOf,
  readAnswerFile,
  readAnswers,
  readCases,
  readNetworkCase,
  type GradientAnswer,
  type GradientJudgement,
  type Json,
  type NetworkCase,
  type ProgramFailure
} from '#core'
import { readBytes, readText } from './cases'
import { alignedRows, shortNumber } from './display'
import { exitCodes } from './exit-codes'
import { required, type Values } from './flag-values'
import { messages } from './messages'
import { orAborted } from './or-aborted'
import { reportError, type CommandContext } from './report-error'

/** The result of a case. */
type Outcome = { readonly id: NetworkCase['id'] } & (GradientJudgement | ProgramFailure)

/**
 * Judges a backward pass, one answer for each case: the function in a program of Python, or the numbers in a file. Exit 5 where a gradient
 * or a loss is wrong, 4 where the program failed. Throws: flag.
 */
export async function checkGradient(file: string, values: Values, context: CommandContext): Promise<number> {
  const { io, language } = context
  const named = required(values, 'case')
  let source = named
  try {
    const cases = await casesOf(named, context)
    source = file
    const outcomes = /\.py$/i.test(file) ? await runProgram(file, cases, context) : await judgeNumbers(file, cases, context)
    const failures = outcomes.filter((one) => isProgramFailure(one))
    if (values.has('json')) io.stdout.write(`${jsonText(outcomes.map(asJson))}\n`)
    else {
      const judged = outcomes.flatMap((one) => (isProgramFailure(one) ? [] : [table(one, language)]))
      if (judged.length > 0) io.stdout.write(`${judged.join('\n\n')}\n`)
    }
    for (const { id, sentence, python } of failures)
      io.stderr.write(`${id === null ? '' : `${id}: `}${sentence[language]}\n${python === null ? '' : `${python.trimEnd()}\n`}`)
    if (failures.length > 0) return exitCodes.diverged
    return outcomes.every(isRight) ? exitCodes.done : exitCodes.wrongGradient
  } catch (error) {
    // A malformed case is of the file, whatever its field.
    if (!(error instanceof AppError) || !ofCases.has(error.kind)) return reportError(error, context, source)
    io.stderr.write(`${messages[language].inFile(source)}${error.sentence(language)}\n`)
    return exitCodes.data
  }
}

const ofCases: ReadonlySet<AppError['kind']> = new Set(['case', 'format', 'numeric', 'shape'])

async function casesOf(named: string, context: CommandContext): Promise<NetworkCase[]> {
  const lesson = lessonCase(named)
  if (lesson) return [lesson]
  if (!/[./\\-]/.test(named))
    throw new AppError('spec.choice', { field: '--case', value: named, choices: `${lessonCaseNames.join(', ')}, CASES.json` })
  return readCases(await readText(named, context)).map((field) => readNetworkCase(field))
}

async function judgeNumbers(file: string, cases: readonly NetworkCase[], context: CommandContext): Promise<Outcome[]> {
  const answers = await readNumbers(file, cases, context)
  return cases.map((asked, c) => ({ id: asked.id, ...judgeGradients(problemOf(asked), answers[c]) }))
}

/** Standard input is JSON. */
async function readNumbers(file: string, cases: readonly NetworkCase[], context: CommandContext): Promise<GradientAnswer[]> {
  if (file === '-') return readAnswers(await readText(file, context), cases)
  return readAnswerFile(file, await readBytes(file, context), cases)
}

/** Runs the program on every case; what it prints goes where everything but results goes. */
async function runProgram(file: string, cases: readonly NetworkCase[], context: CommandContext): Promise<Outcome[]> {
  const { io, signal } = context
  const program = await readText(file, context)
  const python = io.createPython()
  try {
    const outcomes: Outcome[] = []
    for (const asked of cases) {
      const outcome = await orAborted(
        judgeProgram(python, program, problemOf(asked), (text) => io.stderr.write(text)),
        signal
      )
      outcomes.push({ id: asked.id, ...outcome })
    }
    return outcomes
  } finally {
    python.kill()
  }
}

function isRight(outcome: Outcome): boolean {
  return !isProgramFailure(outcome) && outcome.firstWrong === null && outcome.loss.agrees
}

function asJson(outcome: Outcome): Json {
  const { id } = outcome
  if (isProgramFailure(outcome)) {
    const { code, sentence, line, python } = outcome
    return { id, error: { code, message: sentence.en, line, python }, sentence: { ...sentence } }
  }
  const { loss, tensors, firstWrong, mistakes, sentence } = outcome
  return {
    id,
    loss: { ...loss },
    tensors: tensors.map((tensor) => ({ ...tensor })),
    firstWrong,
    mistakes: [...mistakes],
    sentence: { ...sentence }
  }
}

function table(
  { id, tensors, sentence }: GradientJudgement & { readonly id: NetworkCase['id'] },
  language: CommandContext['language']
): string {
  const say = messages[language].lab
  const rows = tensors.map(({ name, checked, failed, worst }) => [name, String(checked), String(failed), shortNumber(worst)])
  return `${id === null ? '' : `${id}\n`}${alignedRows([say.head, ...rows])}${sentence[language]}`
}
