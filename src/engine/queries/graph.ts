import {
  explore,
  flatCode,
  graphDot,
  graphShareText,
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
import type { GraphFormat, GraphLayout, GraphPicture, GraphQuestion } from '#shared/contract'
import { graphSvg } from '../../node/graph-picture/graph-svg'
import { isWhole, pictureLayout } from '../../node/graph-picture/picture-layout'
import type { EngineHandlers } from '../context/handler-context'

function exploredOf(program: TypedProgram, opened: readonly number[]): Explored {
  return explore(program.text, typedInputs(program), opened)
}

/** Answers the questions of the graph explorer. The layout is kept while the structure stays the same, so that numbers never move a node. */
export class GraphExplorer {
  private kept: { readonly structure: string; readonly layout: GraphLayout } | null = null

  readonly handlers = {
    graphPicture: (question) => this.picture(question),
    graphNode: ({ node, ...question }) => nodeDetail(exploredOf(question, question.opened), node),
    graphTrace: (question) => traceOf(exploredOf(question, question.opened)),
    graphJacobians: (question) => shownJacobians(question.text, typedInputs(question)),
    graphHessian: ({ direction, ...question }) => secondOrder(question.text, typedInputs(question), direction),
    graphCode: (question) => flatCode(exploredOf(question, [])),
    graphExport: ({ format, ...question }) => this.exported(question, format),
    graphShared: ({ json }) => readGraphShare(json)
  } satisfies Partial<EngineHandlers>

  private picture(question: GraphQuestion): GraphPicture {
    const shown = shownGraph(exploredOf(question, question.opened))
    return { ...shown, layout: this.layoutOf(shown, question.around) }
  }

  private layoutOf({ nodes, output }: ShownGraph, around: number | null): GraphLayout {
    const centre = nodes.some(({ id }) => id === around) ? (around ?? output) : output
    const structure = JSON.stringify([nodes.map(({ id, inputs, offsets }) => [id, inputs, offsets]), isWhole(nodes) ? null : centre])
    if (this.kept?.structure !== structure) this.kept = { structure, layout: pictureLayout(nodes, centre) }
    return this.kept.layout
  }

  private exported(question: GraphQuestion, format: GraphFormat): string {
    if (format === 'json') return graphShareText(question)
    const picture = this.picture(question)
    return format === 'dot' ? graphDot(picture) : graphSvg(picture, picture.layout)
  }
}
