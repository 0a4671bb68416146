import {
  cellText,
  classificationMetrics,
  classProbabilities,
  columnNamed,
  histogramOf,
  isPositive,
  labelMetrics,
  LabError,
  predictedClasses,
  regressionMetrics,
  thinCurve,
  zeros,
  type ClassificationMetrics,
  type Matrix,
  type Pipeline,
  type RowSide,
  type TargetConstants,
  type Targets
} from '#core'
import type { ClassifierView, JudgedRowsQuestion, JudgedRowsView, MetricsView, RegressionView } from '#shared/insights'
import type { Examined } from './examined'
import { outputsFor } from './outputs'

/** Points of a drawn curve, and of all curves together. */
const MOST_POINTS = 300
const ALL_POINTS = 12_000

/** Rows and columns of a list of judged rows. */
const MOST_ROWS = 200
/** As many as a picture of 16 × 16 pixels has. */
const MOST_COLUMNS = 256

/** Judges the network on one side of the split. Throws: request.cancelled. */
export async function metricsView({ prepared, trainer }: Examined, side: RowSide, isWanted: () => boolean): Promise<MetricsView> {
  const { X, targets } = prepared[side]
  const { epoch } = trainer
  const { pipeline, loss } = prepared
  const outputs = await outputsFor(trainer, X, isWanted)
  const view = { side, epoch, rows: X.rows, classifiers: [], regressions: [] }
  if (X.rows === 0) return view
  const [first] = pipeline.targets
  if (first.kind === 'classes') return { ...view, classifiers: [classifierView(first, classificationMetrics(outputs, targets, loss))] }
  if (first.kind === 'label') {
    const metrics = labelMetrics(outputs, targets, loss)
    return { ...view, classifiers: metrics.map((one, t) => classifierView(pipeline.targets[t], one)) }
  }
  return { ...view, regressions: pipeline.targets.map((target, t) => regressionView(target, outputs, targets, t)) }
}

function classifierView(target: TargetConstants, { confusion, classes, accuracy, logLoss, macro }: ClassificationMetrics): ClassifierView {
  const names = classNamesOf(target)
  const most = Math.max(20, Math.min(MOST_POINTS, Math.floor(ALL_POINTS / classes.length)))
  return {
    name: target.name,
    accuracy,
    logLoss,
    macro,
    confusion: Float64Array.from(confusion.data),
    classes: classes.map(({ roc, precisionRecall, precision, recall, f1, support, auc, averagePrecision }, c) => ({
      name: names[c],
      precision,
      recall,
      f1,
      support,
      auc,
      averagePrecision,
      roc: thinCurve({ x: roc.falsePositiveRate, y: roc.truePositiveRate }, most),
      precisionRecall: thinCurve({ x: precisionRecall.recall, y: precisionRecall.precision }, most)
    }))
  }
}

function classNamesOf(target: TargetConstants): readonly string[] {
  return target.kind === 'number' ? [] : target.classes
}

function regressionView(target: TargetConstants, outputs: Matrix, targets: Targets, t: number): RegressionView {
  const scaling = target.kind === 'number' ? target : { mean: 0, scale: 1 }
  const answers = columnOf(outputs, t)
  const truth = targets.kind === 'values' ? columnOf(targets.values, t) : zeros(outputs.rows, 1)
  const { r2, inOwnUnits } = regressionMetrics(answers, { kind: 'values', values: truth }, scaling)
  const residuals = Float64Array.from(answers.data, (answer, i) => scaling.scale * (answer - truth.data[i]))
  const meanResidual = residuals.reduce((sum, one) => sum + one, 0) / residuals.length
  return { name: target.name, r2, ...inOwnUnits, residuals: histogramOf(residuals), meanResidual }
}

function columnOf({ rows, columns, data }: Matrix, column: number): Matrix {
  const result = zeros(rows, 1)
  for (let i = 0; i < rows; i++) result.data[i] = data[i * columns + column]
  return result
}

/** The rows of one class that were taken for one class. Throws: request.cancelled; request, when the target has no classes. */
export async function judgedRows(
  { table, prepared, trainer }: Examined,
  { side, label, truth, predicted }: JudgedRowsQuestion,
  isWanted: () => boolean
): Promise<JudgedRowsView> {
  const { X, targets, rows, lines } = prepared[side]
  const { pipeline, loss } = prepared
  const target = pipeline.targets.at(label)
  if (!target || target.kind === 'number') throw new LabError('request.invalid', { name: 'judgedRows', problem: 'the target has no classes' })
  const outputs = await outputsFor(trainer, X, isWanted)
  const isLabel = target.kind === 'label'
  const probabilities = classProbabilities(isLabel ? columnOf(outputs, label) : outputs, loss)
  const answers = targets.kind === 'classes' ? predictedClasses(outputs) : Int32Array.from(columnOf(outputs, label).data, (p) => (isPositive(p) ? 1 : 0))
  const truthOf = (i: number) => (targets.kind === 'classes' ? targets.classes[i] : targets.values.data[i * targets.values.columns + label])
  const found = Array.from(rows, (_, i) => i).filter((i) => answers[i] === predicted && truthOf(i) === truth)
  const columns = columnsOf(pipeline).map((name) => columnNamed(table, name))
  return {
    total: found.length,
    columns: columns.map(({ name }) => name),
    rows: found.slice(0, MOST_ROWS).map((i) => ({
      line: lines[i],
      probability: probabilities.data[i * probabilities.columns + predicted],
      cells: columns.map((column) => cellText(column, rows[i]))
    }))
  }
}

function columnsOf({ features }: Pipeline): string[] {
  return features.slice(0, MOST_COLUMNS).map(({ name }) => name)
}
