import { AppError } from '../../messages/app-error'
import { matrixFrom } from '../../tensor/matrix'
import type { Graph } from '../graph/graph'
import type { GraphNode } from '../ops/operation'
import { functions } from './functions'
import { nearestName } from './nearest-name'
import { placeIn, type TextPlace } from './place'
import type { ExpressionTree, Statement } from './program'
import { columnNotes, noteAbout, requireShapes, shapeProblem, type ExpressionNote } from './shapes'

/** A function composed of several operations, which a drawing shows as one node until it is opened. */
export interface NodeGroup {
  readonly name: string
  /** Its nodes, the output last. */
  readonly nodes: readonly GraphNode[]
}

/** A program as part of a graph. */
export interface CompiledProgram {
  readonly output: GraphNode
  /** Where in the text each node comes from: every occurrence. */
  readonly places: ReadonlyMap<GraphNode, readonly TextPlace[]>
  /** The names that statements give to nodes. */
  readonly names: ReadonlyMap<GraphNode, string>
  /** The nodes that are numbers, not matrices of one element. */
  readonly numbers: ReadonlySet<GraphNode>
  readonly groups: readonly NodeGroup[]
  readonly notes: readonly ExpressionNote[]
}

/** The functions that take each row as a sample. */
const readsRows: ReadonlySet<string> = new Set(['softmax', 'logsoftmax', 'crossentropy', 'hinge', 'pick'])

interface CompileOptions {
  readonly text: string
  readonly statements: readonly Statement[]
  readonly graph: Graph
  readonly inputs: ReadonlyMap<string, GraphNode>
  /** The inputs that are numbers. */
  readonly numbers: ReadonlySet<GraphNode>
}

/**
 * Adds the nodes of a program to the graph of its inputs. A name stands for one node, however often it is used.
 * Throws: graph, at a name that is no input, at shapes that do not fit, and at a name given to an input.
 */
export function compileProgram({ text, statements, graph, inputs, numbers: numberInputs }: CompileOptions): CompiledProgram {
  const { ops } = graph
  const places = new Map<GraphNode, TextPlace[]>()
  const names = new Map<GraphNode, string>()
  const numbers = new Set(numberInputs)
  const groups: NodeGroup[] = []
  const notes: ExpressionNote[] = []
  const known = new Map(inputs)

  function named(name: string, at: number): GraphNode {
    const node = known.get(name)
    if (node) return node
    if (Object.hasOwn(functions, name)) throw new AppError('graph.bare-function', { ...placeIn(text, at), name })
    const details = { name, nearest: nearestName(name, [...known.keys()]), inputs: [...inputs.keys()].slice(0, 20).join(', ') }
    throw new AppError('graph.unknown-input', { ...placeIn(text, at), ...details })
  }

  function called(tree: ExpressionTree & { kind: 'call' }): GraphNode {
    const entry = functions[tree.name]
    const args = tree.inputs.map(placed)
    const begin = graph.nodes.length
    const place = placeIn(text, tree.at)
    const node = shapeProblem({ name: tree.name, place, args }, () =>
      entry.build({
        ops,
        args,
        isConstant: (index) => tree.inputs[index].kind === 'number',
        wrong: (index, code, details = {}) => new AppError(code, { ...placeIn(text, tree.inputs[index].at), name: tree.name, ...details })
      })
    )
    if (readsRows.has(tree.name)) notes.push(...columnNotes(text, tree.inputs[0], args[0]))
    if (entry.isComposite) groups.push({ name: tree.name, nodes: graph.nodes.slice(begin) })
    if (entry.isNumber?.(args.length) ?? args.every((arg) => numbers.has(arg))) numbers.add(node)
    return node
  }

  function operated({ operation, inputs, at }: ExpressionTree & { kind: 'operation' }): GraphNode {
    const args = inputs.map(placed)
    const [a, b = a] = args
    if (operation === 'negate') return sameKind(ops.negate(a), args)
    const written = inputs.map(({ from, to }) => text.slice(from, to).replace(/\s+/g, ' '))
    const about = { text, at, operation, left: { text: written[0], value: a.value }, right: { text: written[1], value: b.value } }
    requireShapes(about)
    const note = noteAbout(about)
    if (note) notes.push(note)
    return sameKind(ops[operation](a, b), args)
  }

  /** An operation on numbers alone gives a number. */
  function sameKind(node: GraphNode, args: readonly GraphNode[]): GraphNode {
    if (args.every((arg) => numbers.has(arg))) numbers.add(node)
    return node
  }

  function indexed({ inputs: [of], indices, at }: ExpressionTree & { kind: 'index' }): GraphNode {
    const node = placed(of)
    const { rows, columns } = node.value
    const [first, second] = indices
    // A single index counts along a vector, and chooses a row of a matrix, as in NumPy.
    const [row, column] =
      indices.length === 2 ? [first, second] : columns > 1 && rows === 1 ? [0, first] : [first, columns === 1 ? 0 : null]
    const isBeyond = row >= rows || (column !== null && column >= columns)
    if (isBeyond) throw new AppError('graph.index-range', { ...placeIn(text, at), index: indices.join(', '), shape: `${rows}×${columns}` })
    const chosen = ops.slice(node, row, column)
    if (column !== null) numbers.add(chosen)
    return chosen
  }

  function nodeOf(tree: ExpressionTree): GraphNode {
    switch (tree.kind) {
      case 'name':
        return named(tree.name, tree.at)
      case 'number': {
        const node = ops.constant(tree.value)
        numbers.add(node)
        return node
      }
      case 'matrix':
        return ops.constant(matrixFrom(tree.rows))
      case 'call':
        return called(tree)
      case 'transpose': {
        const of = placed(tree.inputs[0])
        return sameKind(ops.transpose(of), [of])
      }
      case 'index':
        return indexed(tree)
      case 'operation':
        return operated(tree)
    }
  }

  function placed(tree: ExpressionTree): GraphNode {
    const node = nodeOf(tree)
    // A name given by a statement stands for a node that has its place already.
    places.set(node, [...(places.get(node) ?? []), placeIn(text, tree.at)])
    return node
  }

  let output: GraphNode | null = null
  for (const { name, tree, at } of statements) {
    output = placed(tree)
    if (name === null) continue
    if (inputs.has(name)) throw new AppError('graph.assigned-input', { ...placeIn(text, at), name })
    known.set(name, output)
    // An input or a node named before keeps its first name.
    if (output.name === '' && !names.has(output)) names.set(output, name)
  }
  if (output === null) throw new AppError('graph.value-expected', { character: 1, offset: 0, found: '' })
  return { output, places, names, numbers, groups, notes }
}
