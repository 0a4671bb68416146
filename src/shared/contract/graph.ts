import * as v from 'valibot'
import type { FlatCode, GradientCost, HessianProduct, NodeDetail, SecondOrder, ShownGraph, ShownJacobian, Trace, TypedProgram } from '#core'
import { answers, index } from './request'

/** A node of a drawing: the top left corner of its box. */
export interface PlacedNode {
  readonly id: number
  readonly x: number
  readonly y: number
}

/** An edge of a drawing, from an input to where it is used. */
export interface PlacedEdge {
  readonly from: number
  readonly to: number
  /** Which input of the node it is, from 0. */
  readonly input: number
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

/** The places of a graph's nodes and edges, in the drawing's own units. */
export interface GraphLayout {
  readonly width: number
  readonly height: number
  readonly nodeWidth: number
  readonly nodeHeight: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

/** A program as it is drawn. */
export interface GraphPicture extends ShownGraph {
  /** Of the whole graph, or of the neighbourhood of one node where it has too many. */
  readonly layout: GraphLayout
  /** The cost of all first derivatives in both modes; null where the program is too large to count at once. */
  readonly cost: GradientCost | null
}

/** A program and the values of its inputs as they are typed. */
const program = {
  text: v.pipe(v.string(), v.maxLength(10_000)),
  inputs: v.pipe(v.array(v.strictObject({ name: v.string(), value: v.pipe(v.string(), v.maxLength(60_000)) })), v.maxLength(3000))
}

/** The composed functions that are shown open, by their outputs; and the node around which a large graph is drawn. */
const view = { opened: v.pipe(v.array(index), v.maxLength(200)), around: v.nullable(index) }

const programSchema = v.strictObject(program)
const viewSchema = v.strictObject({ ...program, ...view })
const nodeSchema = v.strictObject({ ...program, ...view, node: index })
const numbers = v.pipe(v.array(v.pipe(v.number(), v.finite())), v.maxLength(64))

export type GraphQuestion = v.InferOutput<typeof viewSchema>

/** The formats that a drawing is saved in, and the share file. */
export const graphFormats = ['svg', 'dot', 'json'] as const
export type GraphFormat = (typeof graphFormats)[number]

/** The queries of the graph explorer. They need no data and no run. */
export const graphRequests = {
  graphPicture: answers<GraphPicture>()(viewSchema),
  graphNode: answers<NodeDetail | null>()(nodeSchema),
  graphTrace: answers<Trace>()(viewSchema),
  graphJacobians: answers<readonly ShownJacobian[]>()(programSchema),
  /** With a direction, element by element of the used inputs; ones unless given. */
  graphHessian: answers<SecondOrder>()(v.strictObject({ ...program, direction: v.nullable(numbers) })),
  /** Node by node, along a direction given in the same way. */
  graphHessianProduct: answers<HessianProduct>()(v.strictObject({ ...program, ...view, direction: v.nullable(numbers) })),
  graphCode: answers<FlatCode>()(programSchema),
  graphExport: answers<string>()(v.strictObject({ ...program, ...view, format: v.picklist(graphFormats) })),
  /** Reads a share file. */
  graphShared: answers<TypedProgram>()(v.strictObject({ json: v.pipe(v.string(), v.maxLength(1_000_000)) }))
}
