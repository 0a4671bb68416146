import { ancestorsOf } from '../autodiff/graph/dependence'
import type { GraphNode } from '../autodiff/ops/operation'
import { AppError } from '../messages/app-error'
import { type activationNames } from '../nn/activations'
import { isFiniteMatrix, toRows, type Matrix } from '../tensor/matrix'
import { numpyText } from '../walk/code/numpy'
import { parseExpression } from '../walk/code/parse'
import { typescriptHelpers, typescriptText } from '../walk/code/typescript'
import type { Explored } from './explore'
import { numberText, operationLines } from './operation-code'
import { SafeNames } from './safe-names'

/** A program as code that needs nothing but itself: every operation forward and backward is one line. */
export type FlatCode = Readonly<Record<'numpy' | 'typescript', string>>

/** A line `name = expression`, or a comment. */
type CodeLine = { readonly name: string; readonly expression: string } | { readonly comment: string }

interface Given {
  readonly name: string
  readonly value: number | number[][]
}

/** The lines of a program and its gradients, with what is given before them. */
class CodeWriter {
  readonly lines: CodeLine[] = []
  readonly givens: Given[] = []
  private readonly names = new SafeNames()
  private readonly texts = new Map<GraphNode, string>()
  private readonly numbers = new Set<GraphNode>()
  private readonly masks = new Map<string, string>()

  constructor(private readonly explored: Explored) {}

  /** The name or number that stands for a node. */
  textOf(node: GraphNode): string {
    return this.texts.get(node) ?? ''
  }

  comment(comment: string): void {
    this.lines.push({ comment })
  }

  /** Gives a node's value another name, which stands for it from here on. */
  alias(wish: string, node: GraphNode): string {
    const name = this.names.take(wish)
    this.lines.push({ name, expression: this.textOf(node) })
    this.texts.set(node, name)
    return name
  }

  /** Writes the 1 that the backward pass begins with, in the form of the output. */
  begin(wish: string, seed: GraphNode): void {
    const isNumber = this.numbers.has(this.explored.built.output)
    this.lines.push({ name: this.names.take(wish), expression: isNumber ? '1' : 'ones(1, 1)' })
    this.texts.set(seed, wish)
    if (isNumber) this.numbers.add(seed)
  }

  /** Writes a node's line, unless it has one; a leaf is a given. */
  write(node: GraphNode, wish: string): void {
    if (this.texts.has(node)) return
    if (node.operation === null) {
      this.writeLeaf(node)
      return
    }
    if (this.repeatsNumber(node)) return this.standFor(node, node.inputs[0])
    const args = node.inputs.map((input) => this.textOf(input))
    const result = this.names.take(wish)
    const written = operationLines({
      node,
      result,
      args,
      isNumber: (index) => this.numbers.has(node.inputs[index]),
      given: (value) => this.mask(value),
      activated: (name) => this.activatedName(name, node.inputs[0])
    })
    if (!written) throw new AppError('graph.no-code', { operation: node.operation.name })
    for (const text of written) {
      const end = text.indexOf(' = ')
      this.lines.push({ name: text.slice(0, end), expression: text.slice(end + 3) })
    }
    this.texts.set(node, result)
    const { name } = node.operation
    const isTotal = (name === 'sum' || name === 'mean' || name === 'slice') && node.value.data.length === 1
    const isMap = name !== 'broadcast' && node.inputs.every((input) => this.numbers.has(input))
    if (isTotal || isMap) this.numbers.add(node)
  }

  /** Whether a node repeats a number of the program to fit a matrix, which both languages do by themselves. */
  private repeatsNumber({ operation, inputs: [input] }: GraphNode): boolean {
    return operation?.name === 'broadcast' && input.operation === null && input.name === '' && /^[\d(]/.test(this.textOf(input))
  }

  private standFor(node: GraphNode, input: GraphNode): void {
    this.texts.set(node, this.textOf(input))
    this.numbers.add(node)
  }

  private writeLeaf(node: GraphNode): void {
    const isInput = node.name !== ''
    const isNumber = isInput ? this.explored.built.numbers.has(node) : node.value.data.length === 1
    if (isNumber) this.numbers.add(node)
    if (!isInput && isNumber) {
      this.texts.set(node, numberText(node.value.data[0]))
      return
    }
    const name = isInput ? this.names.take(node.name) : this.mask(node.value)
    if (isInput) this.givens.push({ name, value: isNumber ? node.value.data[0] : toRows(node.value) })
    this.texts.set(node, name)
  }

  private mask(value: Matrix): string {
    const key = JSON.stringify(toRows(value))
    const known = this.masks.get(key)
    if (known !== undefined) return known
    const name = this.names.take(`c${this.masks.size + 1}`)
    this.masks.set(key, name)
    this.givens.push({ name, value: toRows(value) })
    return name
  }

  private activatedName(name: (typeof activationNames)[number], z: GraphNode): string | null {
    const node = [...this.texts.keys()].find((one) => one.operation?.name === name && one.inputs[0] === z)
    return node ? this.textOf(node) : null
  }
}

function numpyScript({ lines, givens }: CodeWriter, answers: ReadonlyMap<string, string>): string {
  const given = givens.map(({ name, value }) =>
    typeof value === 'number' ? `${name} = ${value}` : `${name} = np.array(${JSON.stringify(value)}, dtype=float)`
  )
  const body = lines.map((one) => ('comment' in one ? `\n# ${one.comment}` : `${one.name} = ${numpyText(parseExpression(one.expression))}`))
  const answer = [...answers].map(([name, text]) => `${JSON.stringify(name)}: np.asarray(${text}).tolist()`).join(', ')
  return ['import json', 'import numpy as np', '', ...given, ...body, '', `print(json.dumps({${answer}}))`, ''].join('\n')
}

function typescriptScript({ lines, givens }: CodeWriter, answers: ReadonlyMap<string, string>): string {
  const given = givens.map(({ name, value }) =>
    typeof value === 'number' ? `const ${name} = ${value}` : `const ${name}: Matrix = ${JSON.stringify(value)}`
  )
  const body = lines.map((one) =>
    'comment' in one ? `\n// ${one.comment}` : `const ${one.name} = ${typescriptText(parseExpression(one.expression))}`
  )
  const answer = [...answers].map(([name, text]) => `${JSON.stringify(name)}: ${text}`).join(', ')
  return [typescriptHelpers, '', ...given, ...body, '', `console.log(JSON.stringify({ ${answer} }))`, ''].join('\n')
}

/**
 * Writes a program and its gradients as flat code, one operation a line, that prints the value and every gradient as JSON. Of a program
 * whose output is no single number, the value alone.
 * Throws: graph, where a number is not finite.
 */
export function flatCode(explored: Explored): FlatCode {
  const { built, sweep, problem } = explored
  if (problem || !isFiniteMatrix(built.output.value)) throw new AppError('graph.code-not-finite', {})
  const writer = new CodeWriter(explored)
  const { names, output, inputs } = built
  writer.comment('forward')
  for (const node of ancestorsOf([output])) writer.write(node, names.get(node) ?? `v${node.id}`)
  const answers = new Map([['value', writer.textOf(output)]])
  if (sweep) {
    writer.comment('backward')
    for (const { node, gradOutput } of sweep.steps) {
      const wish = `d_${writer.textOf(node)}`
      if (node === output) writer.begin(wish, gradOutput)
      for (const one of ancestorsOf([gradOutput])) writer.write(one, one === gradOutput ? wish : `t${one.id}`)
      const isNamed = writer.textOf(gradOutput) === wish
      const name = isNamed ? wish : writer.alias(wish, gradOutput)
      if (inputs.get(node.name) === node) answers.set(node.name, name)
    }
  }
  return { numpy: numpyScript(writer, answers), typescript: typescriptScript(writer, answers) }
}
