import type { RowSide } from '#core'
import type { JudgedRowsQuestion, PredictQuestion, SweepQuestion } from '#shared/insights'
import type { Examined } from './examined'
import { doctorView, insideView } from './inside'
import { judgedRows, metricsView } from './metrics'
import { overfitView } from './overfit'
import { predictionView } from './predict'
import { sweepView } from './sweep'

/** Long work of one kind: what is begun later takes the place of what is still under way. */
class Turn {
  private number = 0

  /** Whether the work that begins now is still wanted, whenever it asks. */
  begin(): () => boolean {
    const mine = ++this.number
    return () => mine === this.number
  }

  end(): void {
    this.number += 1
  }
}

/** The answers to the tabs' questions about whatever is open. */
export function insightHandlers(examined: () => Examined) {
  const turns = { metrics: new Turn(), rows: new Turn(), overfit: new Turn(), sweep: new Turn() }
  return {
    metrics: ({ side }: { readonly side: RowSide }) => metricsView(examined(), side, turns.metrics.begin()),
    judgedRows: (question: JudgedRowsQuestion) => judgedRows(examined(), question, turns.rows.begin()),
    inside: () => insideView(examined()),
    diagnose: () => doctorView(examined()),
    overfitTest: () => overfitView(examined(), turns.overfit.begin()),
    cancelOverfitTest: () => {
      turns.overfit.end()
      return null
    },
    predict: (question: PredictQuestion) => predictionView(examined(), question),
    sweepEpsilon: (question: SweepQuestion) => sweepView(examined(), question, turns.sweep.begin())
  }
}
