import { describeNetwork, metricOf, parameterCount, type Language, type Metric } from '#core'
import type { Run } from '../node/run-files'
import { displayWidth, duration, padTo, percent, shortNumber } from './display'
import { messages } from './messages'

const COLUMN = 12

/** What came of a run, as a short table: for people; scripts read summary.json. */
export function resultTable(run: Run, language: Language): string {
  const say = messages[language]
  const { data, prepared, settings, history, seconds } = run
  const { network, train, test, droppedRows } = prepared
  const epochs = Math.max(0, history.trainLoss.length - 1)
  const metric = metricOf(settings.loss)
  const show: Record<Metric, (value: number) => string> = { accuracy: percent, r2: shortNumber }
  const pair = (left: string, right: string) => padTo(left, COLUMN) + right
  const rows: [string, string][] = [
    [say.data, `${data.name} · ${say.rows(train.lines.length, test.lines.length, droppedRows)}`],
    [say.network, `${describeNetwork(network)} · ${say.parameters(parameterCount(network))}`],
    [say.epochs, String(epochs)],
    [say.time, duration(seconds, language)],
    ['', pair(say.train, say.test)],
    [say.loss, pair(shortNumber(history.trainLoss[epochs]), shortNumber(history.testLoss[epochs]))],
    [say[metric], pair(show[metric](history.trainMetric[epochs]), show[metric](history.testMetric[epochs]))],
    [say.check, checkLine(run, language)]
  ]
  const width = Math.max(...rows.map(([label]) => displayWidth(label))) + 2
  return rows.map(([label, text]) => `${padTo(label, width)}${text}\n`).join('')
}

function checkLine({ outcome }: Run, language: Language): string {
  const say = messages[language]
  if (outcome.kind !== 'finished') return say.notChecked
  const { passed, failed, kinks, worstRelative } = outcome.check
  return `${say.checked(passed, failed, kinks)} · ${say.worst(shortNumber(worstRelative))}`
}
