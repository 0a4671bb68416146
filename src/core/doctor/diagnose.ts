import type { Settings } from '../settings/settings'
import { consequences, ruleNames, rules, type RuleName } from './catalogue'
import { areSame } from './evidence/trial'
import type { RunEvidence } from './evidence/run-evidence'
import { levels, type Remedy, type Rule, type Symptom } from './rules/rule'

/** A symptom and the rule that found it. */
export interface Finding extends Omit<Symptom, 'remedies'> {
  readonly rule: RuleName
  readonly source: string
  /** Whether it is the cause that explains the others. */
  readonly first: boolean
  /** The cause that explains it; null where it stands by itself. */
  readonly cause: RuleName | null
  /** The change to make next; null where no setting alone helps, and for what goes away with its cause. */
  readonly remedy: Remedy | null
}

/**
 * Returns the findings of all rules, ranked: the cause first, its consequences beneath it, then the others. Serious ones come before hints
 * and, among equals, causes before consequences. No two remedies change the same setting, and none leads back to settings that have failed.
 */
export function diagnose(evidence: RunEvidence): Finding[] {
  const found = ruleNames
    .flatMap((rule) => {
      const { examine, source }: Rule = rules[rule]
      const symptom = examine(evidence)
      return symptom ? [{ rule, source, symptom }] : []
    })
    .sort((a, b) => levels.indexOf(a.symptom.level) - levels.indexOf(b.symptom.level))
  const first = found.at(0)?.rule ?? null
  const explained = new Set(first ? consequences[first] : [])
  const touched = new Set<string>()
  return [
    ...found.filter(({ rule }) => rule === first || explained.has(rule)),
    ...found.filter(({ rule }) => rule !== first && !explained.has(rule))
  ].map(({ rule, source, symptom: { remedies, ...rest } }) => {
    const cause = rule !== first && explained.has(rule) ? first : null
    const remedy = cause
      ? null
      : (remedies.find((one) => helps(one, evidence) && !Object.keys(one.patch).some((key) => touched.has(key))) ?? null)
    for (const key of Object.keys(remedy?.patch ?? {})) touched.add(key)
    return { ...rest, rule, source, first: rule === first, cause, remedy }
  })
}

/** Whether a change leads to other settings than these, and than all that have failed before. */
function helps({ patch }: Remedy, { settings, tried }: RunEvidence): boolean {
  const after: Settings = { ...settings, ...patch }
  return !areSame(after, settings) && !tried.some((trial) => trial.cause !== null && areSame(trial.settings, after))
}
