import { jsonText, readLabFile, requireMarkable, type Json } from '#core'
import { readText } from './cases'
import { exitCodes } from './exit-codes'
import type { Values } from './flag-values'
import { messages } from './messages'
import { reportError, type CommandContext } from './report-error'

/** Checks a lab file: exit 3 with the line and the field where something is wrong with it. */
export async function checkLab(file: string, values: Values, context: CommandContext): Promise<number> {
  const { io, language } = context
  try {
    const lab = readLabFile(await readText(file, context))
    requireMarkable(lab)
    const tasks = lab.sections.filter(({ task }) => task !== null)
    const points = tasks.reduce((sum, section) => sum + section.points, 0)
    const summary = messages[language].labChecked(lab.title[language], tasks.length, points, lab.minutes)
    io.stdout.write(values.has('json') ? `${jsonText(lab as unknown as Json)}\n` : `${lab.lab}: ${summary}\n`)
    return exitCodes.done
  } catch (error) {
    const code = reportError(error, context, file)
    // A file that is no text at all is no lab file either.
    return code === exitCodes.usage ? exitCodes.data : code
  }
}
