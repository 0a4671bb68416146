import { individualSeed } from '../lab-answers/individual-seed'
import { caseOfRun, problemOf } from '../lab/case-problem'
import type { Lab, LabSection } from '../lab-file/read-lab-file'
import type { Table } from '../data/table'
import { readCsv } from '../data/read-csv'
import { utf8 } from '../formats/bytes'
import type { BackwardProblem } from '../mistakes/backward-problem'
import type { MistakeName } from '../mistakes/catalogue'
import { prepare } from '../preparation/prepare'
import { suggestSettings } from '../preparation/suggest'
import { createTrainer } from '../runs/create'
import type { Settings } from '../settings/settings'
import { toys } from '../toys/catalogue'
import { makeToy } from '../toys/make'
import { isToyReference, parseToyReference } from '../toys/reference'
import { toyCsv } from '../toys/toy-csv'

/** The reference of a student's data: that of the lab with their seed for `{seed}`; null where the lab has no data. */
export function ownData({ lab, data }: Pick<Lab, 'lab' | 'data'>, id: string): string | null {
  return data === null ? null : data.replaceAll('{seed}', String(individualSeed(lab, id)))
}

/** The table of a student's generated data set; null where the data are a file or a sample, whose table the host reads, or none. */
export function ownToyTable(lab: Pick<Lab, 'lab' | 'data'>, id: string): Table | null {
  const reference = ownData(lab, id)
  if (reference === null || !isToyReference(reference)) return null
  const { name, knobs } = parseToyReference(reference)
  return readCsv(utf8(toyCsv(toys[name].task, makeToy(name, knobs))))
}

/** The settings that a student's run begins with: those that the terminal suggests for the data, and the three seeds their own. */
export function ownSettings({ lab }: Pick<Lab, 'lab'>, id: string, table: Table): Settings {
  const seed = individualSeed(lab, id)
  return { ...suggestSettings(table), seeds: { split: seed, init: seed, shuffle: seed } }
}

/** A student's own network as it is initialized, with its first mini-batch, in float64. Throws: request.case-too-large; data; spec. */
export function ownProblem(lab: Pick<Lab, 'lab'>, id: string, table: Table): BackwardProblem {
  const settings = ownSettings(lab, id, table)
  const trainer = createTrainer(prepare(table, settings), settings)
  try {
    const { network, live, parameters } = trainer
    return problemOf(caseOfRun('own', { network, objective: live.objective, parameters, batch: trainer.firstBatch() }))
  } finally {
    trainer.release()
  }
}

/** The mistake that a student has to find: one of those of the task, drawn by SHA-256 of `lab:id:section`. */
export function ownFault(
  { lab }: Pick<Lab, 'lab'>,
  id: string,
  section: Pick<LabSection, 'id'>,
  faults: readonly MistakeName[]
): MistakeName {
  return faults[individualSeed(lab, `${id}:${section.id}`) % faults.length]
}
