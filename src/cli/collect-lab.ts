import { join } from 'node:path'
import { collectFiles, type CollectedFolder } from '../node/lab/collect-files'
import { MANUAL } from '../node/lab/collect'
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
  const { io, language, signal } = context
  const places = {
    folder,
    lab: required(values, 'lab'),
    out: required(values, 'out'),
    roster: values.get('roster') ?? null,
    secret: values.get('secret') ?? null
  }
  let source = folder
  const progress = new Progress(io, messages[language].collect.marking, language)
  try {
    const done = await collectFiles(places, {
      signal,
      dataFolder: io.dataFolder,
      readLab: (file) => readBytes(file, context),
      createPython: (limits) => io.createPython(limits),
      onReading: (path) => (source = path),
      onProgress: (marked, total, { id }) => progress.update({ done: marked, total, text: id })
    }).finally(() => progress.end())
    report(done, context)
    return exitCodes.done
  } catch (error) {
    return reportError(error, context, source)
  }
}

/** Says how many were marked and what is left to do; the place of the marks is the result. */
function report({ out, collected: { members, open, problems, pairs } }: CollectedFolder, { io, language }: CommandContext): void {
  const say = messages[language].collect
  io.stderr.write(`${say.marked(members.length, open)}\n`)
  if (open > 0) io.stderr.write(`${say.open(join(out, MANUAL))}\n`)
  if (problems.length > 0) io.stderr.write(`${say.problems(problems.length, join(out, 'problems.csv'))}\n`)
  if (pairs.length > 0) io.stderr.write(`${say.pairs(pairs.length, join(out, 'similar.csv'))}\n`)
  io.stdout.write(`${join(out, 'marks.csv')}\n`)
}
