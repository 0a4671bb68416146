import type { Text } from '../messages/texts-of'
import { isToyReference, parseToyReference } from '../toys/reference'
import { readFields, type FieldText, type Line } from './fields'
import { bilingual, choice, choices, list, matched, optional, refuse, required, whole } from './values'

/** The pages and settings that a lab can lock: what is locked is not there. */
export const lockable = ['data', 'loss', 'seeds', 'optimizer', 'network', 'preparation', 'microscope', 'graph'] as const
export type Lockable = (typeof lockable)[number]

/** A setting that a student may change all the same. */
export type Allowed = { readonly setting: 'hidden'; readonly from: number; readonly to: number } | { readonly setting: AllowedSetting }
const allowedSettings = ['learningRate', 'epochs', 'batchSize', 'activation'] as const
export type AllowedSetting = (typeof allowedSettings)[number]

/** The head of a lab file. */
export interface LabHeader {
  /** The name of the lab, in the names of files too. */
  readonly lab: string
  readonly format: 1
  /** The least version of the app, such as `0.2`. */
  readonly app: string
  readonly title: Text
  /** The form of a student number, as a regular expression for the whole of it. */
  readonly id: string
  /** Minutes; null without a limit. */
  readonly minutes: number | null
  /** The fate of an answer after that time: flagged, refused, or nothing. */
  readonly late: 'flag' | 'refuse' | 'allow'
  /** The data, in which `{seed}` stands for a student's own; null where the tasks need none. */
  readonly data: string | null
  readonly lock: readonly Lockable[]
  readonly allow: readonly Allowed[]
  /** The places where answers are handed in: asked for, beside the lab file, or a folder. */
  readonly handin: readonly string[]
}

const keys = ['lab', 'format', 'app', 'title', 'id', 'time', 'late', 'data', 'lock', 'allow', 'handin'] as const

/** Reads the head. Throws: lab-file. */
export function readHeader(lines: readonly Line[], start: number): LabHeader {
  const fields = readFields(lines, keys, start)
  required(fields, 'format', choice(['1']))
  return {
    format: 1,
    lab: required(fields, 'lab', (field, key) => matched(field, key, /^([a-z0-9][a-z0-9-]{0,39})$/, 'bp-000')[0]),
    app: required(fields, 'app', (field, key) => matched(field, key, /^>=\s*(\d+(?:\.\d+){0,2})$/, '>=0.2')[0]),
    title: required(fields, 'title', bilingual),
    id: required(fields, 'id', studentNumber),
    minutes: optional(fields, 'time', minutes, null),
    late: optional(fields, 'late', choice(['flag', 'refuse', 'allow'] as const), 'flag'),
    data: optional(fields, 'data', dataSource, null),
    lock: optional(fields, 'lock', choices(lockable), []),
    allow: optional(fields, 'allow', allowed, []),
    handin: optional(fields, 'handin', places, ['ask'])
  }
}

/** A regular expression that is short, and of characters and counts alone: it cannot take long on any text. */
function studentNumber(field: FieldText, key: string): string {
  return matched(field, key, /^((?:(?:\[[A-Za-z0-9-]{1,20}\]|[A-Za-z0-9-])(?:\{\d{1,2}\})?){1,20})$/, '[0-9]{8}')[0]
}

function minutes(field: FieldText, key: string): number {
  const [count] = matched(field, key, /^(\d{1,4})\s*min$/, '90 min')
  return whole(1, 1440)({ ...field, text: count }, key)
}

function allowed(field: FieldText, key: string): Allowed[] {
  return list(field).map((part): Allowed => {
    const hidden = /^hidden\s+(\d{1,4})\.\.(\d{1,4})$/.exec(part)
    if (hidden) {
      const [from, to] = hidden.slice(1).map(Number)
      if (from >= 1 && from <= to) return { setting: 'hidden', from, to }
    }
    const setting = allowedSettings.find((name) => name === part)
    if (!setting) throw refuse({ ...field, text: part }, key, `hidden 1..16, ${allowedSettings.join(', ')}`)
    return { setting }
  })
}

/** A sample, a file beside the lab file, or a toy dataset, in which `{seed}` stands for the seed of a student. */
function dataSource(field: FieldText, key: string): string {
  if (!isToyReference(field.text)) return field.text
  try {
    parseToyReference(field.text.replaceAll('{seed}', '1'))
  } catch {
    throw refuse(field, key, 'toy:moons?size=200&noise=0.15&seed={seed}')
  }
  return field.text
}

/** `ask`, `beside`, or a folder. */
function places(field: FieldText, key: string): string[] {
  const found = field.text.split('|').map((part) => part.trim())
  if (found.includes('')) throw refuse(field, key, 'ask | beside | \\\\SERVER\\lab')
  return found
}
