import {
  AppError,
  briefNumber,
  describeNetwork,
  isRounded,
  jsonText,
  solveWalkCaseTask,
  Walk,
  walkJson,
  walkMarkdown,
  type NotationName,
  type Step
} from '#core'
import { printSolved } from './cases'
import { alignedRows } from './display'
import { exitCodes } from './exit-codes'
import { chosen, type Values } from './flag-values'
import type { FlagName } from './flags'
import { messages } from './messages'
import { reportError, type CommandContext } from './report-error'
import { modelWalk, type ModelWalk } from './walk-model'

/** The flags that only `--model` has a use for. */
const ofModel: readonly FlagName[] = ['data', 'rows', 'batch', 'notation', 'json', 'markdown']

/**
 * `backprop-lab walk FILE`: every number of the steps of the cases in a JSON file. With --model, one step of a trained network: as a
 * table, as JSON or as Markdown with formulas.
 * Throws: flag; spec.
 */
export async function walkThrough(values: Values, operand: string, context: CommandContext): Promise<number> {
  if (!values.has('model')) {
    const unused = ofModel.find((name) => values.has(name))
    if (unused) throw new AppError('flag.needs-flag', { flag: `--${unused}`, needed: '--model' })
    return printSolved(operand, solveWalkCaseTask, context)
  }
  if (operand !== '') throw new AppError('flag.operand-and-flag', { command: 'walk', placeholder: 'FILE', flag: '--model' })
  if (values.has('json') && values.has('markdown')) throw new AppError('flag.not-together', { flag: '--json', other: '--markdown' })
  let found: ModelWalk
  try {
    found = await modelWalk(values, context)
  } catch (error) {
    const isOfModel = error instanceof AppError && error.kind === 'format'
    return reportError(error, context, values.get(isOfModel ? 'model' : 'data'))
  }
  return print(found, values, context)
}

function print(found: ModelWalk, values: Values, { io, language }: CommandContext): number {
  const notation: NotationName = chosen(values, 'notation', 'app')
  const walk = new Walk({ ...found.problem, notation })
  const { learningRate, network } = found.problem
  const say = messages[language].walk
  if (values.has('json')) {
    const { firstNotFinite } = walk
    const steps = walkJson(walk)
    const summary = { data: found.data, rows: found.rows, notation, learningRate, steps }
    io.stdout.write(`${jsonText(firstNotFinite ? { ...summary, firstNotFinite: { ...firstNotFinite } } : summary)}\n`)
  } else {
    const heading = [
      `${say.network}: ${describeNetwork(network)}`,
      `${say.data}: ${found.data}, ${say.rows(found.rows.join(', '))}`,
      `${say.rate}: ${learningRate}`
    ]
    if (values.has('markdown')) io.stdout.write(walkMarkdown(walk, language, [heading.map((line) => `- ${line}`).join('\n')]))
    else io.stdout.write(`${heading.join('\n')}\n\n${alignedRows([say.columns, ...walk.steps.map((step) => tableRow(walk, step))])}`)
  }
  return walk.firstNotFinite ? exitCodes.diverged : exitCodes.done
}

/** Numbers of a step's result that a line of the table has room for. */
const SHOWN_NUMBERS = 4

function tableRow({ tensors }: Walk, { id, phase, shape, formula }: Step): string[] {
  const tensor = tensors.get(id)
  const numbers = Array.from(tensor?.matrix.data.subarray(0, SHOWN_NUMBERS) ?? [], (x) => x * (tensor?.scale ?? 1))
  const more = shape[0] * shape[1] > SHOWN_NUMBERS ? ' …' : ''
  const sign = numbers.some(isRounded) ? '≈ ' : ''
  return [id, phase, shape.join('×'), formula, `${sign}${numbers.map(briefNumber).join(' ')}${more}`]
}
