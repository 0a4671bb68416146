import { ruleNames, rules, type RuleName } from './catalogue'
import type { Patient } from './rules/patient'
import { severities, type Rule, type Symptom } from './rules/rule'

/** A symptom, and the rule that found it. */
export interface Finding extends Symptom {
  readonly rule: RuleName
  readonly source: string
}

/** Everything that the rules find, the gravest first, and in the order of the catalogue among equals. */
export function diagnose(patient: Patient): Finding[] {
  return ruleNames
    .flatMap((name) => {
      const rule: Rule = rules[name]
      const symptom = rule.examine(patient)
      return symptom ? [{ ...symptom, rule: name, source: rule.source }] : []
    })
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
}
