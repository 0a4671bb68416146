import { AppError, pairOf, piecesOf, unquoted, type Settings } from '#core'
import { badPairs, number, required, type Values } from './flag-values'
import type { FlagName } from './flags'

/** Mutually exclusive flags for the split. */
const splitFlags = ['split-column', 'split-last', 'folds'] as const satisfies readonly FlagName[]

/** Reads the division of the rows; as in `base` where no flag sets it. Throws: flag, where two flags set it. */
export function readSplit(values: Values, base: Pick<Settings, 'split'>): Settings['split'] {
  const [given, ...others] = splitFlags.filter((name) => values.has(name))
  const [other] = [...others, ...(['test', 'unstratified'] as const).filter((name) => values.has(name))]
  if (given && other) throw new AppError('flag.not-together', { flag: `--${given}`, other: `--${other}` })
  switch (given) {
    case 'split-column':
      return { kind: 'column', column: required(values, given) }
    case 'split-last':
      return { kind: 'last', rows: number(values, given, NaN) }
    case 'folds':
      return { kind: 'folds', folds: number(values, given, NaN), fold: 1 }
    default:
      return values.has('unstratified') ? { kind: 'ratio', stratified: false } : base.split
  }
}

const overrideKeys: readonly string[] = ['missing', 'encode', 'scale']

/** Parses `age:missing=median,scale=robust;city:encode=ordinal`; a name ends at its last colon. As in `base` when not given. Throws: flag. */
export function readOverrides(values: Values, base: Pick<Settings, 'overrides'>): Settings['overrides'] {
  const text = values.get('override')
  if (text === undefined) return base.overrides
  const entries = piecesOf(text, ';')
    .filter((piece) => piece !== '')
    .map((piece): [string, Record<string, string>] => {
      const colon = piece.lastIndexOf(':')
      const pairs = piecesOf(piece.slice(colon + 1), ',').map(pairOf)
      const isUsable = colon > 0 && pairs.every((pair) => pair && overrideKeys.includes(pair[0]) && pair[1] !== '')
      if (!isUsable) throw badPairs('override', text)
      return [unquoted(piece.slice(0, colon).trim()), Object.fromEntries(pairs as [string, string][])]
    })
  if (entries.length === 0) throw badPairs('override', text)
  return Object.fromEntries(entries)
}
