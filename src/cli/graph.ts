import {
  AppError,
  explore,
  graphDot,
  shownGraph,
  graphTask,
  jsonText,
  solveGraphCaseTask,
  tensorText,
  type DerivativeOptions,
  type ExpressionDerivatives,
  type TensorValue
} from '#core'
import { graphSvg } from '../node/graph-picture/graph-svg'
import { pictureLayout } from '../node/graph-picture/picture-layout'
import { writeAtomically } from '../node/files/write-atomically'
import { heeding, printSolved } from './cases'
import { alignedRows } from './display'
import { exitCodes } from './exit-codes'
import { chosen, type Values } from './flag-values'
import type { FlagName } from './flags'
import { readGraphInputs } from './graph-inputs'
import { messages } from './messages'
import type { CommandContext } from './report-error'

/** The flags that only a single expression has a use for. */
const ofExpression: readonly FlagName[] = ['json', 'dot', 'svg']

function optionsOf(values: Values): DerivativeOptions {
  return {
    ...(values.has('hessian') ? { hessian: 'always' } : {}),
    ...(values.has('mode') ? { mode: chosen(values, 'mode', 'both') } : {})
  }
}

/**
 * Runs `backprop-lab graph FILE`: prints value and derivatives of every expression of a JSON file. With --at, the operand is an
 * expression, and its graph is printed node by node, as a table or as JSON.
 * Throws: flag; graph, with the position of the character.
 */
export async function drawGraph(values: Values, operand: string, context: CommandContext): Promise<number> {
  const at = values.get('at')
  const options = optionsOf(values)
  if (at === undefined) {
    const unused = ofExpression.find((name) => values.has(name))
    if (unused) throw new AppError('flag.needs-flag', { flag: `--${unused}`, needed: '--at' })
    return printSolved(operand, (field) => solveGraphCaseTask(field, options), context)
  }
  if (values.has('json') && values.has('dot')) throw new AppError('flag.not-together', { flag: '--json', other: '--dot' })
  const inputs = readGraphInputs(at)
  const { io, signal } = context
  const found = await heeding(graphTask(operand, inputs, options), signal)
  const picture = () => shownGraph(explore(operand, inputs))
  const svg = values.get('svg')
  if (svg !== undefined) {
    const shown = picture()
    await writeAtomically(svg, graphSvg(shown, pictureLayout(shown.nodes, shown.output)))
  }
  if (values.has('json')) io.stdout.write(`${jsonText({ ...found, nodes: found.nodes.map((node) => ({ ...node })) })}\n`)
  else if (values.has('dot')) io.stdout.write(graphDot(picture()))
  else io.stdout.write(report(found, values.has('hessian'), context))
  return exitCodes.done
}

/** The most elements that a cell of the table writes out. */
const MOST_ELEMENTS = 12

function cell(value: TensorValue | null): string {
  if (value === null) return '—'
  if (typeof value === 'number' || value.length * value[0].length <= MOST_ELEMENTS) return tensorText(value)
  return `${value.length}×${value[0].length}`
}

/** The nodes as a table, and below it what a table has no column for. */
function report({ nodes, jacobians, hessian, cost }: ExpressionDerivatives, hessianAsked: boolean, { language }: CommandContext): string {
  const say = messages[language]
  const rows = nodes.map((node) => [
    String(node.id),
    node.name === '' || node.op === 'input' ? node.name || node.op : `${node.name} = ${node.op}`,
    node.inputs.join(' '),
    cell(node.value),
    cell(node.gradient)
  ])
  const blocks = [alignedRows([[...say.nodeColumns], ...rows])]
  for (const [name, rows] of Object.entries(jacobians ?? {}))
    blocks.push(`${say.jacobian(name)}\n${alignedRows(rows.map((row) => row.map(String)))}`)
  if (hessian && hessianAsked) blocks.push(`${say.hessian}\n${alignedRows(hessian.map((row) => row.map(String)))}`)
  if (cost) blocks.push(say.cost(cost))
  return blocks.join('\n')
}
