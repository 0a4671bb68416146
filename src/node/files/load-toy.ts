import {
  editPoints,
  fillKnobs,
  makeToy,
  parseToyReference,
  readCsv,
  toyCsv,
  toyPoints,
  toyReference,
  toys,
  type Knobs,
  type PointEdit,
  type ToyName,
  type ToyPoint,
  type ToySource
} from '#core'
import { sha256, type LoadedData } from './data-file'

/** A toy data set as loaded: the CSV text it makes, read like a file's. */
export interface ToyData extends LoadedData {
  readonly toy: ToySource
  readonly bytes: Uint8Array
}

/**
 * Makes a toy data set; knobs that are not given are at their defaults.
 * Throws: spec, when a knob is out of its range.
 */
export function loadToy(name: ToyName, knobs: Partial<Knobs> = {}): ToyData {
  const source: ToySource = { name, knobs: fillKnobs(name, knobs), edited: false }
  return ofPoints(source, makeToy(name, source.knobs))
}

/**
 * Makes the toy data set that a reference such as `toy:moons?size=200` names.
 * Throws: spec.
 */
export function loadToyReference(reference: string): ToyData {
  const { name, knobs } = parseToyReference(reference)
  return loadToy(name, knobs)
}

/**
 * A toy data set after points of it were added, moved or erased.
 * Throws: data, when a point is not there or none would be left.
 */
export function editToy({ toy, table }: ToyData, edits: readonly PointEdit[]): ToyData {
  return ofPoints({ ...toy, edited: true }, editPoints(toyPoints(toys[toy.name].task, table), edits))
}

/** A toy data set from the bytes that were kept of it: they count, also where a later version would make others. */
export function restoreToy(toy: ToySource, bytes: Uint8Array): ToyData {
  return { origin: 'toy', name: toyReference(toy), sha256: sha256(bytes), table: readCsv(bytes), bytes, toy }
}

function ofPoints(toy: ToySource, points: readonly ToyPoint[]): ToyData {
  return restoreToy(toy, new TextEncoder().encode(toyCsv(toys[toy.name].task, points)))
}
