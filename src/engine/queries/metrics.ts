import {
  cellText,
  classProbabilities,
  columnNamed,
  classificationMetricsTask,
  labelMetricsTask,
  gatherColumn,
  gatherRows,
  histogramOf,
  forEachPart,
  isPositive,
  AppError,
  predictedClasses,
  regressionMetrics,
  thinCurve,
  zeros,
  type ClassificationMetrics,
  type Matrix,
  type Pipeline,
  type RowSide,
  type TargetConstants,
  type Targets,
  type CooperativeTask
} from '#core'
import type { ClassifierView, JudgedRowsQuestion, JudgedRowsView, MetricsView, RegressionView } from '#shared/contract'
import { runCooperatively } from '../../node/tasks/run-cooperatively'
import type { RunContext } from '../context/run-context'
import { outputsTask } from './outputs'

/** Points of a drawn curve, and of all curves together. */
const MOST_POINTS = 300
const ALL_POINTS = 12_000

/** Rows and columns of a list of judged rows. */
const MOST_ROWS = 200
/** As many as a picture of 16 × 16 pixels has. */
const MOST_COLUMNS = 256

/** Judges the network on one side of the split. Throws: request.cancelled. */
export async function metricsView({ prepared, trainer }: RunContext, side: RowSide, signal: AbortSignal): Promise<MetricsView> {
  const { X, targets } = prepared[side]
  const { epoch } = trainer
  const { pipeline, loss } = prepared
  const outputs = await runCooperatively(outputsTask(trainer, X), { signal })
  const view = { side, epoch, rows: X.rows, classifiers: [], regressions: [] }
  if (X.rows === 0) return view
  const [first] = pipeline.targets
  if (first.kind === 'classes') {
    const metrics = await runCooperatively(classificationMetricsTask(outputs, targets, loss), { signal })
    return { ...view, classifiers: [await runCooperatively(classifierViewTask(first, metrics), { signal })] }
  }
  if (first.kind === 'label') {
    const metrics = await runCooperatively(labelMetricsTask(outputs, targets, loss), { signal })
    const classifiers: ClassifierView[] = []
    for (const [t, one] of metrics.entries())
      classifiers.push(await runCooperatively(classifierViewTask(pipeline.targets[t], one), { signal }))
    return { ...view, classifiers }
  }
  const regressions: RegressionView[] = []
  for (const [t, target] of pipeline.targets.entries())
    regressions.push(await runCooperatively(regressionViewTask(target, outputs, targets, t), { signal }))
  return { ...view, regressions }
}

function* classifierViewTask(
  target: TargetConstants,
  { confusion, classes, accuracy, logLoss, macro }: ClassificationMetrics
): CooperativeTask<ClassifierView> {
  const names = classNamesOf(target)
  const most = Math.max(20, Math.min(MOST_POINTS, Math.floor(ALL_POINTS / classes.length)))
  const views: ClassifierView['classes'][number][] = []
  for (const [c, { roc, precisionRecall, precision, recall, f1, support, auc, averagePrecision }] of classes.entries()) {
    const thinRoc = thinCurve({ x: roc.falsePositiveRate, y: roc.truePositiveRate }, most)
    yield roc.thresholds.length
    const thinPrecisionRecall = thinCurve({ x: precisionRecall.recall, y: precisionRecall.precision }, most)
    yield precisionRecall.thresholds.length
    views.push({
      name: names[c],
      precision,
      recall,
      f1,
      support,
      auc,
      averagePrecision,
      roc: thinRoc,
      precisionRecall: thinPrecisionRecall
    })
  }
  return { name: target.name, accuracy, logLoss, macro, confusion: Float64Array.from(confusion.data), classes: views }
}

function classNamesOf(target: TargetConstants): readonly string[] {
  return target.kind === 'number' ? [] : target.classes
}

function* regressionViewTask(target: TargetConstants, outputs: Matrix, targets: Targets, t: number): CooperativeTask<RegressionView> {
  const scaling = target.kind === 'number' ? target : { mean: 0, scale: 1 }
  const answers = gatherColumn(outputs, t)
  const truth = targets.kind === 'values' ? gatherColumn(targets.values, t) : zeros(outputs.rows, 1)
  const { rows } = answers
  yield rows
  const { r2, inOwnUnits } = regressionMetrics(answers, { kind: 'values', values: truth }, scaling)
  yield rows
  const residuals = new Float64Array(rows)
  let sum = 0
  yield* forEachPart(rows, (from, to) => {
    for (let i = from; i < to; i++) sum += residuals[i] = scaling.scale * (answers.data[i] - truth.data[i])
  })
  const meanResidual = sum / rows
  return { name: target.name, r2, ...inOwnUnits, residuals: histogramOf(residuals), meanResidual }
}

/** The rows of one class that were taken for one class. Throws: request.cancelled; request, when the target has no classes. */
export async function judgedRows(
  { table, prepared, trainer }: RunContext,
  { side, label, truth, predicted }: JudgedRowsQuestion,
  signal: AbortSignal
): Promise<JudgedRowsView> {
  const { X, targets, rows, lines } = prepared[side]
  const { pipeline, loss } = prepared
  const target = pipeline.targets.at(label)
  if (!target || target.kind === 'number')
    throw new AppError('request.invalid', { name: 'judgedRows', problem: 'the target has no classes' })
  const outputs = await runCooperatively(outputsTask(trainer, X), { signal })
  const found = await runCooperatively(judgedTask(outputs, targets, { label, truth, predicted }), { signal })
  const shown = found.subarray(0, MOST_ROWS)
  const own = gatherRows(outputs, shown)
  const probabilities = classProbabilities(target.kind === 'label' ? gatherColumn(own, label) : own, loss)
  const columns = columnsOf(pipeline).map((name) => columnNamed(table, name))
  return {
    total: found.length,
    columns: columns.map(({ name }) => name),
    rows: Array.from(shown, (i, k) => ({
      line: lines[i],
      probability: probabilities.data[k * probabilities.columns + predicted],
      cells: columns.map((column) => cellText(column, rows[i]))
    }))
  }
}

/** The places of the samples of one class that were taken for one class. */
function* judgedTask(
  outputs: Matrix,
  targets: Targets,
  { label, truth, predicted }: Pick<JudgedRowsQuestion, 'label' | 'truth' | 'predicted'>
): CooperativeTask<Int32Array> {
  const { rows, columns, data } = outputs
  const found = new Int32Array(rows)
  let count = 0
  yield* forEachPart(rows, (from, to) => {
    const part = { rows: to - from, columns, data: data.subarray(from * columns, to * columns) }
    const answers = targets.kind === 'classes' ? predictedClasses(part) : null
    for (let i = from; i < to; i++) {
      const answer = answers ? answers[i - from] : isPositive(data[i * columns + label]) ? 1 : 0
      const own = targets.kind === 'classes' ? targets.classes[i] : targets.values.data[i * targets.values.columns + label]
      if (answer === predicted && own === truth) found[count++] = i
    }
  })
  return found.subarray(0, count)
}

function columnsOf({ features }: Pipeline): string[] {
  return features.slice(0, MOST_COLUMNS).map(({ name }) => name)
}
