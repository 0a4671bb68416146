import {
  encodingName,
  columnType,
  featureNotes,
  jsonText,
  sentence,
  showSeparator,
  oneLine,
  summarizeColumn,
  type Column,
  type Json,
  type Note
} from '#core'
import type { LoadedData } from '../node/files/data-file'
import { dataSource, openData } from './data-source'
import { alignedRows, shortNumber } from './display'
import { exitCodes } from './exit-codes'
import type { Values } from './flag-values'
import { messages } from './messages'
import { readingFrom } from './read-flags'
import { reportError, type CommandContext } from './report-error'
import { printNotes } from './print-notes'

/**
 * Runs `backprop-lab data FILE`: prints the detected format of a data file, its columns with type and statistics, and all notes on it, as
 * a table, or as JSON with --json. Returns the exit code: that of data where the file cannot be used, with row and column on stderr.
 * Throws: spec.
 */
export async function showData(values: Values, file: string, context: CommandContext): Promise<number> {
  const { io, language } = context
  const reading = readingFrom(values)
  let data: LoadedData
  try {
    data = await openData(dataSource(file), reading, context)
  } catch (error) {
    return reportError(error, context, file)
  }
  const notes = [...data.table.notes, ...featureNotes(data.table, [])]
  printNotes(notes, context)
  io.stdout.write(values.has('json') ? dataJson(data, notes) : dataText(data, language))
  return exitCodes.done
}

function dataJson({ name, sha256, table }: LoadedData, notes: readonly Note[]): string {
  const { encoding, separator, decimal, header, source, sheet } = table.format
  const text = jsonText({
    name,
    sha256,
    rows: table.rows,
    format: {
      encoding,
      separator,
      decimal,
      header,
      ...(source === undefined ? {} : { source }),
      ...(sheet === undefined ? {} : { sheet })
    },
    columns: table.columns.map(columnJson),
    notes: notes.map(({ code, details }) => ({ code, message: sentence(code, details, 'en'), details: { ...details } }))
  })
  return `${text}\n`
}

function columnJson(column: Column): Json {
  const { kind, missing, distinct, ...figures } = summarizeColumn(column)
  return { ...(JSON.parse(JSON.stringify(figures)) as object), type: columnType(column), kind, missing, distinct }
}

function dataText({ name, table }: LoadedData, language: CommandContext['language']): string {
  const say = messages[language]
  const { encoding, separator, decimal, header, source, sheet } = table.format
  const layout = say.formatLine(encodingName(encoding), `\`${showSeparator(separator)}\``, `\`${decimal}\``, header)
  const about = [
    [say.file, `${name} · ${say.size(table.rows, table.columns.length)}`],
    [say.format, source === undefined ? layout : [source, ...(sheet === undefined ? [] : [`\`${sheet}\``])].join(', ')]
  ]
  const figure = (value: number | undefined) => (value === undefined ? '' : shortNumber(value))
  const lines = table.columns.map((column) => {
    const { missing, distinct, minimum, maximum, mean, deviation } = summarizeColumn(column)
    return [oneLine(column.name), columnType(column), String(missing), String(distinct), ...[minimum, maximum, mean, deviation].map(figure)]
  })
  return `${alignedRows(about)}\n${alignedRows([[...say.columnHeads], ...lines])}`
}
