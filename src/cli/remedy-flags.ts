import { oneLine, type Note } from '#core'

/**
 * Returns the flags that are remedies for an error or a note of the reader, each as it is written in a shell; none where only the file
 * itself can be fixed, nor one with a text that nobody can type: too long, or with control characters.
 */
export function remedyFlags({ code, details }: Pick<Note, 'code' | 'details'>): string[] {
  const [name, value] = [String(details.name), String(details.value)]
  const missing = isTypable(value) ? [`--missing-values ${quoted(`+${listed(value)}`)}`] : []
  const typed = (...kinds: string[]) => (isTypable(name) ? kinds.map((kind) => `--types ${quoted(listed(`${name}=${kind}`))}`) : [])
  switch (code) {
    case 'note.mostly-numbers':
      return [...missing, ...typed('number', 'text')]
    case 'data.not-a-number':
    case 'note.not-numbers':
      return [...missing, ...typed('text')]
    case 'data.not-finite':
    case 'note.fill-value':
      return missing
    case 'note.unread-numbers':
      return typed('text')
    case 'note.missing-mark':
      return isTypable(value) ? [`--missing-values=${quoted(`-${listed(value)}`)}`] : []
    case 'note.totals':
      return ['--omit totals']
    case 'note.hidden-rows':
      return ['--omit hidden']
    case 'note.duplicate-rows':
    case 'note.repeated-rows':
      return details.whole === 1 ? ['--omit repeats'] : []
    case 'note.ambiguous-thousands':
      return ['--decimal .', '--decimal ,']
    case 'note.ambiguous-dates':
      return ['--dates day-first', '--dates month-first']
    case 'note.not-dates':
    case 'note.not-times':
    case 'note.not-durations':
      return [...missing, ...typed('text')]
    case 'note.maybe-dates':
      return typed('date', 'number')
    case 'note.maybe-times':
    case 'note.maybe-durations':
      return typed('date', 'duration')
    case 'note.spellings':
      return ['--spellings merge', '--spellings keep']
    case 'note.long-integers':
    case 'note.leading-zeros':
      return typed('number', 'text')
    case 'data.too-large':
      return ['--rows 100000', '--rows random:100000']
    case 'data.not-utf8':
      return ['--encoding gb18030']
    case 'data.header-only':
    case 'note.numeric-header':
      return ['--header no']
    case 'data.ragged-row':
      return ['--ragged drop']
    case 'data.preamble':
    case 'data.rows-above':
    case 'note.rows-above':
    case 'note.units-row':
      return [`--skip ${details.skip}`]
    case 'note.no-header':
      return ['--header yes']
    default:
      return []
  }
}

const isTypable = (text: string) => oneLine(text) === text

/** An entry of a list between commas, in double quotes where it needs them. */
function listed(entry: string): string {
  return /[,"]/.test(entry) ? `"${entry.replaceAll('"', '""')}"` : entry
}

/** An argument of a shell, in quotes unless it is a plain word. */
function quoted(argument: string): string {
  return /^[\w+=.:/-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`
}
