/** Names of months and their short forms, in English, German and French, without a final point. */
const names: readonly string[] = [
  'jan january januar jänner janv janvier',
  'feb february februar févr février fév',
  'mar march märz mär mrz mars',
  'apr april avr avril',
  'may mai',
  'jun june juni juin',
  'jul july juli juil juillet',
  'aug august août',
  'sep sept september septembre',
  'oct october okt oktober octobre',
  'nov november novembre',
  'dec december dez dezember déc décembre'
]

/** Letters that may be written without their marks: `Marz` and `Maerz` for `März`. */
const plain = (name: string): string[] => [name, name.normalize('NFD').replace(/\p{M}/gu, ''), name.replace('ä', 'ae')]

const months = new Map(names.flatMap((all, index) => all.split(' ').flatMap((name) => plain(name).map((one) => [one, index + 1]))))

/** The number of a month from 1 on, by its name in whatever case; 0 when it is none. */
export function monthOf(name: string): number {
  return months.get(name.normalize('NFC').toLowerCase()) ?? 0
}
