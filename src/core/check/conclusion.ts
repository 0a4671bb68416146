import type { Details, Note } from '../messages/catalogue'
import { parameterPlace } from './place'
import { checkPresets } from './presets'
import type { GradientCheckReport } from './report'
import { isFailure, passes, verdicts } from './verdict'

/** The part of a report that its conclusion follows from. */
type ConcludedReport = Omit<GradientCheckReport, 'sanity' | 'acceptedBy'>

/** Returns what a gradient check comes to: what is right, what is off, and what to do. The same in the window and in the terminal. */
export function conclude(report: ConcludedReport): Note {
  if (report.isWrong) return report.planted ? foundBug(report) : mistake(report)
  if (report.planted) return note('check.planted-without-effect')
  const { checked, passed, kinks, tooSmall, unreliable, scope, tensors } = report
  if (!hasEvidence(report) && passed < checked) return nothingConfirmed(report)
  const tooLarge = report.verdict.reduce((count, verdict) => count + Number(verdicts[verdict] === 'epsilon-too-large'), 0)
  const count = tooLarge + unreliable
  if (count > 0 && isOtherEpsilon(report)) return note('check.epsilon', { ...epsilons(report), count, checked })
  const directions = report.directions.filter(({ verdict }) => verdict === 'unreliable').length
  if (unreliable + directions > 0) {
    return note('check.unreliable', { count: unreliable + directions, checked: checked + report.directions.length })
  }
  if (tooSmall + kinks > 0) return note('check.partly', { checked, passed, ...given({ tooSmall, kinks }) })
  if (scope === 'all') return note('check.right', { passed })
  return note('check.right-sample', { passed, total: tensors.reduce((sum, { shape: [rows, columns] }) => sum + rows * columns, 0) })
}

/** Whether a gradient other than 0 is confirmed: a 0 looks the same with every factor. */
function hasEvidence({ verdict, analytic }: ConcludedReport): boolean {
  return verdict.some((one, p) => passes(verdicts[one]) && analytic[p] !== 0)
}

/** Whether ε is another than the one that the rule comes with. */
function isOtherEpsilon({ epsilon, preset }: Pick<GradientCheckReport, 'epsilon' | 'preset'>): boolean {
  return epsilon !== checkPresets[preset].epsilon
}

function note(code: Note['code'], details: Details = {}): Note {
  return { code, details }
}

/** Returns the counts that are not 0: the parts of a sentence about others are left out. */
function given(counts: Readonly<Record<string, number>>): Details {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
}

function epsilons({ epsilon, preset }: ConcludedReport) {
  const [asked, best] = [epsilon, checkPresets[preset].epsilon].map((one) => (one < 0.001 ? one.toExponential() : String(one)))
  return { epsilon: asked, best }
}

function nothingConfirmed(report: ConcludedReport): Note {
  const { checked, kinks, tooSmall, unreliable } = report
  if (unreliable > Math.max(kinks, tooSmall)) {
    if (isOtherEpsilon(report)) return note('check.nothing-unreliable', epsilons(report))
    return note('check.unreliable', { count: unreliable, checked })
  }
  return kinks > tooSmall ? note('check.nothing-kinks', { checked, kinks }) : note('check.nothing-too-small', { checked, tooSmall })
}

function mistake(report: ConcludedReport): Note {
  const { failed, checked, directions, tensors } = report
  if (failed > 0) return note('check.wrong', { failed, checked, place: firstFailure(report) })
  const wrong = directions.filter(({ verdict }) => isFailure(verdict))
  return note('check.wrong-direction', { failed: wrong.length, checked: directions.length, place: tensors[wrong[0].tensor].name })
}

function foundBug(report: ConcludedReport): Note {
  const { failed, checked, directions, tensors } = report
  const place = failed > 0 ? firstFailure(report) : tensors[directions.find(({ verdict }) => isFailure(verdict))?.tensor ?? 0].name
  return note('check.planted', { failed, checked, place })
}

function firstFailure(report: ConcludedReport): string {
  return parameterPlace(
    report,
    report.verdict.findIndex((verdict) => isFailure(verdicts[verdict]))
  )
}
