import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError, predictTask, predictionsCsv } from '#core'
import { writeAtomically } from '../node/files/write-atomically'
import { loadModel, modelPaths } from '../node/files/model-file'
import { settleFolder } from '../node/files/settle-folder'
import { prepareFolder } from '../node/files/out-folder'
import { sweepTemporaries } from '../node/files/replace-file'
import { requireDistinct } from '../node/files/require-distinct'
import { runCooperatively, yieldToEventLoop } from '../node/tasks/run-cooperatively'
import { dataSource, openData } from './data-source'
import { exitCodes } from './exit-codes'
import { required, type Values } from './flag-values'
import { messages } from './messages'
import { modelReading } from './model-reading'
import { readingFrom } from './read-flags'
import { reportError, type CommandContext } from './report-error'
import { printNotes } from './print-notes'

/**
 * Runs `backprop-lab predict`: preprocesses the rows of a file with the model's pipeline and writes the predictions, in the form of a run's
 * predictions.csv; without the target's column there is no `truth`. Rows that cannot be predicted, and categories not seen in training,
 * are reported with their rows on stderr. Returns the exit code.
 * Throws: flag, spec, file.
 */
export async function predictRows(values: Values, context: CommandContext): Promise<number> {
  const { io, language } = context
  const source = dataSource(required(values, 'data'))
  const path = required(values, 'model')
  const out = required(values, 'out')
  const reading = readingFrom(values)
  let stored: Awaited<ReturnType<typeof loadModel>>
  try {
    printNotes(await settleFolder(path), context)
    stored = await loadModel(path)
  } catch (error) {
    return reportError(error, context, path)
  }
  await requireFile(out)
  await requireDistinct([out], [...(source.kind === 'path' || source.kind === 'bare-name' ? [source.name] : []), ...modelPaths(path)])
  const folder = await prepareFolder(dirname(out))
  try {
    await sweepTemporaries(dirname(out))
    const { table } = await openData(source, modelReading(source, stored.pipeline, reading), context)
    const { rows, outputs, notes } = await runCooperatively(predictTask(stored, table), { signal: context.signal })
    printNotes([...stored.notes, ...table.notes, ...notes], context)
    await yieldToEventLoop()
    context.signal.throwIfAborted()
    await writeAtomically(out, predictionsCsv({ ...stored, table, rows, outputs }))
    io.stderr.write(`${messages[language].predicted(rows.length, table.rows)}\n`)
    io.stdout.write(`${out}\n`)
    return exitCodes.done
  } catch (error) {
    await folder.undo()
    return reportError(error, context, source.name)
  }
}

/** Requires that there is no folder of the file's name. Throws: file. */
async function requireFile(path: string): Promise<void> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false
  )
  if (isFolder) throw new AppError('file.is-a-folder', { path })
}
