import { AppError, ownData, type AnswerEvent, type Lab, type LabSection } from '#core'
import type { LabState } from '#shared/contract'
import type { AnswerKeeper } from './answer-keeper'
import { sectionStates, type Student } from './section-states'

/** A student's work on a lab, or that of somebody who looks at it as one. */
export class LabWork {
  constructor(
    private readonly lab: Lab,
    readonly student: Student,
    private readonly keeper: AnswerKeeper,
    private readonly isPreview: boolean
  ) {}

  /** Writes an event down. Throws: file. */
  add(kind: AnswerEvent['kind'], section: string | null, value: unknown): Promise<void> {
    return this.keeper.add(kind, section, value)
  }

  /** A section with a task that takes answers. Throws: request.lab-closed; request.lab-late. */
  openSection(id: string): LabSection {
    const section = this.lab.sections.find((one) => one.id === id)
    if (!section?.task) throw new AppError('request.invalid', { name: 'answerLab', problem: `there is no task ${id}` })
    this.requireOpen()
    if (this.state().sections[id].isClosed) throw new AppError('request.lab-closed')
    return section
  }

  /** Throws: request.lab-closed; request.lab-late. */
  requireOpen(): void {
    const { isFinished, isLate } = this.state()
    if (isFinished) throw new AppError('request.lab-closed')
    if (isLate && this.lab.late === 'refuse') throw new AppError('request.lab-late')
  }

  state(): LabState {
    const { lab, student, isPreview } = this
    const { elapsed, events, places, receipt, isResumed, keptBeside } = this.keeper
    const isFinished = events.some(({ kind }) => kind === 'finish')
    return {
      lab: lab.lab,
      id: isPreview ? null : student.id,
      data: ownData(lab, student.id),
      own: caseOf(student),
      elapsed,
      isLate: lab.minutes !== null && elapsed > lab.minutes * 60_000 && lab.late !== 'allow',
      sections: sectionStates(lab, student, events, isFinished),
      places,
      isResumed,
      keptBeside,
      isFinished,
      receipt
    }
  }
}

function caseOf({ problem }: Student): LabState['own'] {
  if (!problem) return null
  const { network, objective, parameters, batch } = problem
  return { id: 'own', network, objective, parameters, samples: batch }
}
