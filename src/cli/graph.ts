import { AppError, graphOf, jsonText, parseNumber, solveGraphCase } from '#core'
import { printSolved } from './cases'
import { alignedRows } from './display'
import { exitCodes } from './exit-codes'
import type { Values } from './flag-values'
import { messages } from './messages'
import type { CommandContext } from './report-error'

/**
 * Runs `backprop-lab graph FILE`: prints value, gradients and Hessian of every expression of a JSON file. With --at, the operand is an
 * expression, and its graph is printed node by node, as a table or as JSON.
 * Throws: flag; graph, with the position of the character.
 */
export async function drawGraph(values: Values, operand: string, context: CommandContext): Promise<number> {
  const at = values.get('at')
  if (at === undefined) {
    if (values.has('json')) throw new AppError('flag.needs-flag', { flag: '--json', needed: '--at' })
    return printSolved(operand, solveGraphCase, context)
  }
  const { value, gradients, hessian, nodes } = graphOf(operand, readInputs(at))
  const { io, language } = context
  if (values.has('json')) {
    io.stdout.write(`${jsonText({ value, gradients, hessian, nodes: nodes.map((node) => ({ ...node })) })}\n`)
    return exitCodes.done
  }
  const rows = nodes.map((node) => [
    String(node.id),
    node.name || node.op,
    node.inputs.join(' '),
    String(node.value),
    String(node.gradient ?? '—')
  ])
  io.stdout.write(alignedRows([[...messages[language].nodeColumns], ...rows]))
  return exitCodes.done
}

/** Parses `x=-2,y=5`. Throws: flag. */
function readInputs(text: string): Record<string, number> {
  const pairs = text
    .split(',')
    .filter((pair) => pair.trim() !== '')
    .map((pair): [string, number] => {
      const [name, value = '', ...rest] = pair.split('=').map((part) => part.trim())
      const number = parseNumber(value)
      if (name === '' || rest.length > 0 || !Number.isFinite(number)) {
        throw new AppError('flag.pairs', { flag: '--at', value: text, placeholder: 'x=-2,y=5' })
      }
      return [name, number]
    })
  return Object.fromEntries(pairs)
}
