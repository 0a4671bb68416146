import { ruleNames, rules, type RuleName } from './catalogue'
import type { RunEvidence } from './rules/run-evidence'
import { severities, type Rule, type Symptom } from './rules/rule'

/** A symptom and the rule that found it. */
export interface Finding extends Symptom {
  readonly rule: RuleName
  readonly source: string
}

/** Returns the findings of all rules, the most severe first; among equals in the order of the catalogue. */
export function diagnose(evidence: RunEvidence): Finding[] {
  return ruleNames
    .flatMap((name) => {
      const rule: Rule = rules[name]
      const symptom = rule.examine(evidence)
      return symptom ? [{ ...symptom, rule: name, source: rule.source }] : []
    })
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
}
