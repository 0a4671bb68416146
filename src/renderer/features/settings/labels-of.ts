import type { Language } from '#core'

/** Returns the labels of a catalogue's entries in one language, by stored name. */
export function labelsOf<Name extends string>(
  catalogue: Readonly<Record<Name, { readonly label: Readonly<Record<Language, string>> }>>,
  language: Language
): Record<Name, string> {
  const labels = Object.entries<{ readonly label: Readonly<Record<Language, string>> }>(catalogue)
  return Object.fromEntries(labels.map(([name, { label }]) => [name, label[language]])) as Record<Name, string>
}
