/** The range of a number, in the words of JSON Schema; a bound that is not given does not exist. */
export interface NumberRange {
  readonly min?: number
  readonly exclusiveMin?: number
  readonly max?: number
  readonly exclusiveMax?: number
  readonly integer?: true
}

/** Whether a number lies in a range. */
export function isInRange(range: NumberRange, x: number): boolean {
  const { min = -Infinity, exclusiveMin = -Infinity, max = Infinity, exclusiveMax = Infinity, integer } = range
  return x >= min && x > exclusiveMin && x <= max && x < exclusiveMax && (!integer || Number.isInteger(x))
}

/** Returns a range in signs, such as `> 0` or `≥ 0, < 1`; empty where every number is in it. */
export function rangeText({ min, exclusiveMin, max, exclusiveMax }: NumberRange): string {
  const bounds = [
    ['≥', min],
    ['>', exclusiveMin],
    ['≤', max],
    ['<', exclusiveMax]
  ] as const
  return bounds
    .filter(([, bound]) => bound !== undefined)
    .map(([sign, bound]) => `${sign} ${bound}`)
    .join(', ')
}

/** A number that an entry of a catalogue takes: its range, and the value it has where a spec does not give one. */
export interface Option extends NumberRange {
  readonly default: number
}

/** The options of an entry, by stored name. */
export type Options = Readonly<Record<string, Option>>

/** The value of each option, by name. */
export type OptionValues<Entry extends Options> = { readonly [Name in keyof Entry]: number }

/** The options of an entry as a spec gives them, the others with the entry's defaults: the one way from a spec to numbers. */
export function optionValues<Entry extends Options>(options: Entry, spec: object): OptionValues<Entry> {
  const given = spec as Readonly<Partial<Record<string, number>>>
  const values = Object.entries(options).map(([name, option]) => [name, given[name] ?? option.default])
  return Object.fromEntries(values) as OptionValues<Entry>
}

/** The names of all options that the entries of a catalogue take, each once, in the order of the catalogue. */
export function optionNamesOf(catalogue: Readonly<Record<string, { readonly options: Options }>>): string[] {
  return [...new Set(Object.values(catalogue).flatMap(({ options }) => Object.keys(options)))]
}
