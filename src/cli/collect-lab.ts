import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  AppError,
  fromUtf8,
  isToyReference,
  readLabFile,
  readManualMarks,
  readRoster,
  requireMarkable,
  type Lab,
  type ManualMark,
  type Roster,
  type Table
} from '#core'
import { sampleNamed } from '#shared/samples'
import { loadData, loadSample } from '../node/files/data-file'
import { holdFolder } from '../node/files/lock-folder'
import { makeFolders } from '../node/files/make-folders'
import { prepareFolder } from '../node/files/out-folder'
import { sweepTemporaries } from '../node/files/replace-file'
import { requireDistinct } from '../node/files/require-distinct'
import { readError, writeError } from '../node/files/system-errors'
import { writeAtomically } from '../node/files/write-atomically'
import { collect, type Collected } from '../node/lab/collect'
import { readSecret } from '../node/lab/secret'
import { readBytes } from './cases'
import { exitCodes } from './exit-codes'
import { required, type Values } from './flag-values'
import { messages } from './messages'
import { Progress } from './progress'
import { reportError, type CommandContext } from './report-error'

/**
 * Runs `backprop-lab lab collect FOLDER --lab FILE [--roster CSV] [--secret FILE] --out DIR`: marks every file of answers in a folder and writes
 * the tables and sheets about them. Marks that a person gave in DIR/manual.csv are kept. Returns the exit code.
 * Throws: flag; file.
 */
export async function collectLab(folder: string, values: Values, context: CommandContext): Promise<number> {
  const labFile = required(values, 'lab')
  const out = required(values, 'out')
  const rosterFile = values.get('roster') ?? null
  const secretFile = values.get('secret') ?? join(out, 'secret.txt')
  const outputs = ['marks.csv', 'moodle.csv', 'filled.csv', 'similar.csv', 'problems.csv', 'class.html'].map((name) => join(out, name))
  await requireDistinct([...outputs, join(out, 'manual.csv'), secretFile], [labFile, ...(rosterFile === null ? [] : [rosterFile])])
  const prepared = await prepareFolder(out)
  let source = folder
  try {
    const held = await holdFolder(out)
    try {
      await sweepTemporaries(out)
      source = labFile
      const labBytes = await readBytes(labFile, context)
      const lab = readLabFile(fromUtf8(labBytes, labFile))
      requireMarkable(lab)
      const table = await tableOf(lab, labFile, context)
      source = rosterFile ?? folder
      const roster: Roster | null = rosterFile === null ? null : readRoster((await loadData(rosterFile)).table, lab.id)
      source = join(out, 'manual.csv')
      const manual = await manualMarks(source)
      source = secretFile
      const secret = await readSecret(secretFile)
      source = folder
      const progress = new Progress(context.io, messages[context.language].collect.marking, context.language)
      const collected = await collect({
        folder,
        lab,
        labBytes,
        table,
        roster,
        manual,
        secret,
        signal: context.signal,
        createPython: (limits) => context.io.createPython(limits),
        onProgress: (done, total, text) => progress.update({ done, total, text })
      }).finally(() => progress.end())
      context.signal.throwIfAborted()
      if (secret.isNew) await writeAtomically(secretFile, secret.text)
      await writeAll(out, collected)
      report(collected, out, context)
      return exitCodes.done
    } finally {
      await held.release()
    }
  } catch (error) {
    await prepared.undo()
    return reportError(error, context, source)
  }
}

/** The table of a lab's sample or file, which lies beside it; null where each student has their own, or there are no data. */
async function tableOf({ data }: Lab, labFile: string, { io, signal }: CommandContext): Promise<Table | null> {
  if (data === null || isToyReference(data)) return null
  if (sampleNamed(data)) return (await loadSample(data, io.dataFolder, { signal })).table
  return (await loadData(join(dirname(labFile), data), undefined, { signal })).table
}

/** The marks in a manual.csv; none where there is no such file. Throws: data. */
async function manualMarks(file: string): Promise<ManualMark[]> {
  const isThere = await stat(file).then(
    () => true,
    (error: unknown) => {
      const known = readError(file, error)
      if (known instanceof AppError && known.code === 'data.missing-file') return false
      throw known
    }
  )
  return isThere ? readManualMarks((await loadData(file, undefined, { header: true })).table) : []
}

async function writeAll(out: string, { files }: Collected): Promise<void> {
  try {
    await makeFolders(join(out, 'feedback'))
  } catch (error) {
    throw writeError(join(out, 'feedback'), error)
  }
  for (const [name, text] of files) await writeAtomically(join(out, name), text)
}

/** Says how many were marked and what is left to do; the place of the marks is the result. */
function report({ students, open, problems, pairs }: Collected, out: string, { io, language }: CommandContext): void {
  const say = messages[language].collect
  io.stderr.write(`${say.marked(students, open)}\n`)
  if (open > 0) io.stderr.write(`${say.open(join(out, 'manual.csv'))}\n`)
  if (problems.length > 0) io.stderr.write(`${say.problems(problems.length, join(out, 'problems.csv'))}\n`)
  if (pairs > 0) io.stderr.write(`${say.pairs(pairs, join(out, 'similar.csv'))}\n`)
  io.stdout.write(`${join(out, 'marks.csv')}\n`)
}
