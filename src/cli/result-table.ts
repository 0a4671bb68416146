import {
  conclude,
  describeNetwork,
  diagnosisTitle,
  metricOf,
  parameterCount,
  sentence,
  oneLine,
  type Language,
  type Metric,
  type Note
} from '#core'
import type { Run } from '../node/files/run-files'
import { displayWidth, duration, padTo, percent, shortNumber } from './display'
import { messages } from './messages'

const COLUMN = 12

/** Formats the result of a run as a short table for people; scripts read summary.json. */
export function resultTable(run: Run, language: Language): string {
  const say = messages[language]
  const { data, prepared, settings, history, seconds, stopped, resultEpoch } = run
  const { network, train, test, validation, droppedRows, classCounts } = prepared
  const epochs = Math.max(0, history.trainLoss.length - 1)
  const shown = resultEpoch ?? epochs
  const metric = metricOf(settings.loss)
  const show: Record<Metric, (value: number) => string> = { accuracy: percent, r2: shortNumber }
  const sides = (...cells: string[]) =>
    cells
      .map((cell) => padTo(cell, COLUMN))
      .join('')
      .trimEnd()
  const { validationLoss, validationMetric } = history
  const held = validationLoss && validationMetric ? { loss: validationLoss[shown], metric: validationMetric[shown] } : null
  const rows: [string, string][] = [
    [say.data, `${data.name} · ${say.rows(train.rows.length, test.rows.length, validation.rows.length, droppedRows)}`],
    ...(classCounts ? [[say.classes, classLine(classCounts)] as [string, string]] : []),
    [say.network, `${describeNetwork(network)} · ${say.parameters(parameterCount(network))}`],
    [
      say.epochs,
      [String(epochs), ...(stopped ? [say.ended[stopped]] : []), ...(resultEpoch === undefined ? [] : [say.best(resultEpoch)])].join(' · ')
    ],
    [say.time, duration(seconds, language)],
    ['', sides(say.train, say.test, ...(held ? [say.validation] : []))],
    [say.loss, sides(...[history.trainLoss[shown], history.testLoss[shown], ...(held ? [held.loss] : [])].map(shortNumber))],
    [say[metric], sides(...[history.trainMetric[shown], history.testMetric[shown], ...(held ? [held.metric] : [])].map(show[metric]))],
    [say.check, checkLine(run, language)],
    ...conclusionLine(run, language),
    [say.doctor, doctorLine(run, language) ?? say.healthy]
  ]
  const width = Math.max(...rows.map(([label]) => displayWidth(label))) + 2
  return rows.map(([label, text]) => `${padTo(label, width)}${text}\n`).join('')
}

/** Maximum number of classes shown. */
const MOST_CLASSES = 8

/** Formats the number of training rows of each class. */
function classLine(counts: NonNullable<Run['prepared']['classCounts']>): string {
  const shown = counts.slice(0, MOST_CLASSES).map(({ name, train }) => `${oneLine(name)} ${train}`)
  return [...shown, ...(counts.length > MOST_CLASSES ? ['…'] : [])].join(' · ')
}

/** Formats what the check comes to; a mistake is told on stderr instead. */
function conclusionLine({ outcome }: Run, language: Language): [string, string][] {
  if (outcome.kind !== 'finished' || !outcome.check || outcome.check.isWrong) return []
  const { code, details } = conclude(outcome.check)
  return [['', sentence(code, details, language)]]
}

function checkLine({ outcome }: Run, language: Language): string {
  const say = messages[language]
  if (outcome.kind !== 'finished' || !outcome.check) return say.notChecked
  return `${say.checked(outcome.check)} · ${say.worst(shortNumber(outcome.check.worstRelative))}`
}

/** Formats the first cause that the doctor found, with what to change; null where nothing was found. */
export function doctorLine({ findings }: Pick<Run, 'findings'>, language: Language): string | null {
  const first = findings.find((one) => one.first)
  if (!first) return null
  const say = ({ code, details }: Note) => sentence(code, details, language)
  const title = sentence(diagnosisTitle(first.rule), {}, language)
  return messages[language].diagnosis(title, say(first.observation), first.remedy && say(first.remedy.label))
}
