import type { MissingChoice, Note, Settings } from '#core'
import type { MessageKey } from '../../i18n/catalogue'

/** Something that can be done about a note by a change of settings, as a button. */
export interface SettingRemedy {
  readonly label: MessageKey
  readonly values: Readonly<Record<string, string | number>>
  readonly testId: string
  readonly field: 'features' | 'missing'
  /** From the settings at the time it is applied. */
  readonly patch: (settings: Settings) => Partial<Settings>
}

/** Alternatives to dropping rows with missing values. */
const fills: readonly MissingChoice[] = ['mean', 'median', 'mode', 'indicator']

/** Returns the remedies for a note that leave a column out, or fill in what is missing; `columns` are in the table's order. */
export function settingRemediesFor({ code, details }: Note, settings: Settings, columns: readonly string[]): SettingRemedy[] {
  switch (code) {
    case 'note.copies-target':
    case 'note.running-number':
    case 'note.mostly-numbers':
    case 'note.unread-numbers':
    case 'note.several-units':
    case 'note.partly-multiplied':
    case 'note.not-numbers':
    case 'note.not-dates':
    case 'note.not-times':
    case 'note.not-durations':
      return leaveOut(String(details.name), settings)
    case 'note.dropped-rows':
      return [...(details.most === undefined ? [] : leaveOut(String(details.most), settings)), ...fillIn(settings)]
    case 'note.identifier':
    case 'note.near-identifier':
      return use(String(details.name), settings, columns)
    default:
      return []
  }
}

/** The last feature is not left out: nothing could be learned without it. */
function leaveOut(name: string, { features }: Settings): SettingRemedy[] {
  if (!features.includes(name) || features.length === 1) return []
  const patch = (settings: Settings) => ({ features: settings.features.filter((feature) => feature !== name) })
  return [{ label: 'remedy.leaveOut', values: { name }, testId: 'note-leave-out', field: 'features', patch }]
}

function use(name: string, { features, targets }: Settings, columns: readonly string[]): SettingRemedy[] {
  if (features.includes(name) || targets.includes(name)) return []
  const patch = (settings: Settings) => {
    const used = new Set([...settings.features, name])
    return { features: columns.filter((column) => used.has(column)) }
  }
  return [{ label: 'remedy.use', values: { name }, testId: 'note-use', field: 'features', patch }]
}

function fillIn({ missing: chosen }: Settings): SettingRemedy[] {
  return fills
    .filter((missing) => missing !== chosen)
    .map((missing) => ({ label: `preparation.missings.${missing}`, values: {}, testId: `fill-${missing}`, field: 'missing', patch: () => ({ missing }) }))
}
