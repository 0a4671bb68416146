import { engineValue } from '../lab-truth/engine-value'
import { parseEnginePath } from '../lab-truth/engine-path'
import { stageOf } from '../lab-truth/stages'
import { problemOf } from '../lab/case-problem'
import { lessonCase } from '../lab/lesson-cases'
import type { Lab, LabSection } from '../lab-file/read-lab-file'
import { AppError } from '../messages/app-error'
import { bugTable } from './mark-bug'

/**
 * Requires that what a lab asks can be marked: an answer of the engine is there, a planted mistake shows, a program has a network with the
 * stages that the task names. What depends on the student's own data is left open where those are no worked example.
 * Throws: lab-file, with the line of the section.
 */
export function requireMarkable(lab: Pick<Lab, 'data' | 'sections'>): void {
  for (const section of lab.sections) {
    const { task } = section
    if (task?.kind === 'predict' && 'engine' in task.answer) requireTruth(task.answer.engine, section, lab.data !== null)
    if (task?.kind === 'bug') requireShown(task, section)
    if (task?.kind === 'code') requireNetwork(task, section, lab.data !== null)
    if (task?.kind === 'run' && lab.data === null) throw new AppError('lab-file.no-data', placeOf(section))
  }
}

function requireTruth(text: string, section: LabSection, hasData: boolean): void {
  const path = parseEnginePath(text)
  const lesson = path?.lesson ? lessonCase(path.lesson) : null
  if (path && lesson && engineValue(path, problemOf(lesson)) === null)
    throw new AppError('lab-file.no-value', { ...placeOf(section), path: text })
  if (!lesson && !hasData) throw new AppError('lab-file.no-data', placeOf(section))
}

function requireShown({ lesson, faults }: Extract<LabSection['task'], { kind: 'bug' }>, section: LabSection): void {
  const hidden = faults.find((fault) => bugTable(lesson, fault).firstWrong === null)
  if (hidden !== undefined) throw new AppError('lab-file.fault-hidden', { ...placeOf(section), fault: hidden, lesson })
}

function requireNetwork({ lesson, stages }: Extract<LabSection['task'], { kind: 'code' }>, section: LabSection, hasData: boolean): void {
  const found = lesson === null ? null : lessonCase(lesson)
  if (!found && !hasData) throw new AppError('lab-file.no-network', placeOf(section))
  const missing = found && stages.find(({ name }) => stageOf(name, found.network.layers.length) === null)
  if (missing) throw new AppError('lab-file.no-stage', { ...placeOf(section), stage: missing.name, lesson: lesson ?? '' })
}

function placeOf({ id, line }: LabSection) {
  return { id, line }
}
