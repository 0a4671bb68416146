import {
  costOf,
  explore,
  flatCode,
  graphDot,
  graphShareText,
  hessianProduct,
  nodeDetail,
  readGraphShare,
  secondOrder,
  shownGraph,
  shownJacobians,
  traceOf,
  typedInputs,
  type Explored,
  type ShownGraph,
  type TypedProgram
} from '#core'
import type { GraphFormat, GraphPicture, GraphQuestion } from '#shared/contract'
import { graphSvg } from '../../node/graph-picture/graph-svg'
import { isWhole, pictureLayout } from '../../node/graph-picture/picture-layout'
import type { EngineHandlers } from '../context/handler-context'

/** A program at a point, as the last questions were about it. */
interface Kept {
  readonly key: string
  readonly explored: Explored
}

/** The parts of a picture that follow from the structure of a program alone. */
type Structural = Pick<GraphPicture, 'layout' | 'cost'> & { readonly structure: string }

/** Answers the questions of the graph explorer. The layout is kept while the structure stays the same, so that numbers never move a node. */
export class GraphExplorer {
  private kept: Kept | null = null
  private structural: Structural | null = null

  readonly handlers = {
    graphPicture: (question) => this.picture(question),
    graphNode: ({ node, ...question }) => nodeDetail(this.explored(question, question.opened), node),
    graphTrace: (question) => traceOf(this.explored(question, question.opened)),
    graphJacobians: (question) => shownJacobians(question.text, typedInputs(question)),
    graphHessian: ({ direction, ...question }) => secondOrder(question.text, typedInputs(question), direction),
    graphHessianProduct: ({ direction, ...question }) => hessianProduct(this.explored(question, question.opened), direction),
    graphCode: (question) => flatCode(this.explored(question, [])),
    graphExport: ({ format, ...question }) => this.exported(question, format),
    graphShared: ({ json }) => readGraphShare(json)
  } satisfies Partial<EngineHandlers>

  private explored({ text, inputs }: TypedProgram, opened: readonly number[]): Explored {
    const key = JSON.stringify([text, inputs, opened])
    if (this.kept?.key !== key) this.kept = { key, explored: explore(text, typedInputs({ text, inputs }), opened) }
    return this.kept.explored
  }

  private picture(question: GraphQuestion): GraphPicture {
    const explored = this.explored(question, question.opened)
    const shown = shownGraph(explored)
    const { layout, cost } = this.structureOf(explored, shown, question.around)
    return { ...shown, layout, cost }
  }

  private structureOf(explored: Explored, { nodes, output }: ShownGraph, around: number | null): Structural {
    const centre = nodes.some(({ id }) => id === around) ? (around ?? output) : output
    const shapes = nodes.map(({ id, inputs, offsets, value }) => [id, inputs, offsets, value.rows, value.columns])
    const structure = JSON.stringify([shapes, isWhole(nodes) ? null : centre])
    if (this.structural?.structure !== structure) {
      this.structural = { structure, layout: pictureLayout(nodes, centre), cost: costOf(explored) }
    }
    return this.structural
  }

  private exported(question: GraphQuestion, format: GraphFormat): string {
    if (format === 'json') return graphShareText(question)
    const picture = this.picture(question)
    return format === 'dot' ? graphDot(picture) : graphSvg(picture, picture.layout)
  }
}
