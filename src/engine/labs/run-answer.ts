import { metricOf, parseJson, type AnswerValue, type JsonObject, type Trainer } from '#core'

/** The answer to a task of training: settings as the app exports them, and the figures of the last epoch that was evaluated. */
export function runAnswer(settings: string, { history, live }: Trainer): AnswerValue<'run'> {
  const { trainLoss, testLoss, trainMetric, testMetric } = history.lastEvaluated
  const losses = { 'train.loss': trainLoss, 'test.loss': testLoss }
  const accuracies = metricOf(live.objective.loss) === 'accuracy' ? { 'train.accuracy': trainMetric, 'test.accuracy': testMetric } : {}
  // Without test rows there are no figures of them.
  const figures = Object.entries({ ...losses, ...accuracies }).filter(([, value]) => Number.isFinite(value))
  return { settings: parseJson(settings) as JsonObject, figures: Object.fromEntries(figures) }
}
