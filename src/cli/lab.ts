import {
  AppError,
  jsonText,
  judgeGradients,
  lessonCase,
  lessonCaseNames,
  mistakeNames,
  mistakes,
  readAnswers,
  readCases,
  readNetworkCase,
  type GradientJudgement,
  type Json,
  type NetworkCase
} from '#core'
import { readText } from './cases'
import { alignedRows, shortNumber } from './display'
import { exitCodes } from './exit-codes'
import { required, type Values } from './flag-values'
import { messages } from './messages'
import { reportError, type CommandContext } from './report-error'

/** The commands of `backprop-lab lab`, each with whether it is about a file. */
const labCommands = { mistakes: false, 'check-gradient': true } as const

/** `backprop-lab lab mistakes`, `backprop-lab lab check-gradient FILE --case …`. Throws: flag. */
export async function runLab(command: string, file: string, values: Values, context: CommandContext): Promise<number> {
  const known = (Object.keys(labCommands) as (keyof typeof labCommands)[]).find((name) => name === command)
  if (!known) throw new AppError('flag.lab-command', { command, commands: Object.keys(labCommands).join(', ') })
  if (labCommands[known] && file === '')
    throw new AppError('flag.no-operand', { command: `lab ${command}`, placeholder: 'FILE', input: '-' })
  if (!labCommands[known] && file !== '') throw new AppError('flag.unexpected', { text: file })
  return known === 'mistakes' ? listMistakes(values, context) : checkGradient(file, values, context)
}

/** Prints every mistake that can be named, with its code. Throws: flag. */
function listMistakes(values: Values, { io, language }: CommandContext): number {
  if (values.has('case')) throw new AppError('flag.other-command', { flag: '--case', commands: 'lab check-gradient' })
  const rows = mistakeNames.map((code) => ({ code, ...mistakes[code].label }))
  io.stdout.write(values.has('json') ? `${jsonText(rows)}\n` : alignedRows(rows.map((row) => [row.code, row[language]])))
  return exitCodes.done
}

/** Judges the gradients in a file, one answer for each case. Exit 5 where a gradient or a loss is wrong. Throws: flag. */
async function checkGradient(file: string, values: Values, context: CommandContext): Promise<number> {
  const { io, language } = context
  const named = required(values, 'case')
  let source = named
  try {
    const cases = await casesOf(named, context)
    source = file
    const answers = readAnswers(await readText(file, context), cases)
    const judged = cases.map((asked, c) => {
      const { network, objective, parameters, samples } = asked
      return { id: asked.id, ...judgeGradients({ network, objective, parameters, batch: samples }, answers[c]) }
    })
    const text = values.has('json') ? jsonText(judged.map(asJson)) : judged.map((one) => table(one, language)).join('\n\n')
    io.stdout.write(`${text}\n`)
    return judged.every(({ firstWrong, loss }) => firstWrong === null && loss.agrees) ? exitCodes.done : exitCodes.wrongGradient
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

type Judged = GradientJudgement & { readonly id: NetworkCase['id'] }

function asJson({ id, loss, tensors, firstWrong, mistakes: named, sentence }: Judged): Json {
  return {
    id,
    loss: { ...loss },
    tensors: tensors.map((tensor) => ({ ...tensor })),
    firstWrong,
    mistakes: [...named],
    sentence: { ...sentence }
  }
}

function table({ id, tensors, sentence }: Judged, language: CommandContext['language']): string {
  const say = messages[language].lab
  const rows = tensors.map(({ name, checked, failed, worst }) => [name, String(checked), String(failed), shortNumber(worst)])
  return `${id === null ? '' : `${id}\n`}${alignedRows([say.head, ...rows])}${sentence[language]}`
}
