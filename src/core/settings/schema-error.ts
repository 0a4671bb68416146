import * as v from 'valibot'
import { AppError } from '../messages/app-error'
import { fieldError } from './field-error'
import { readRule } from './rules'

/** Creates the error of a field that does not fit a schema; `whole` names that where it is no field of it, and `field` the field in its file. */
export function schemaError(issue: v.BaseIssue<unknown>, whole: string, field = v.getDotPath(issue) ?? whole): AppError {
  const last = issue.path?.at(-1)
  // A rule about several fields stands at one of them, whose value it is, while its input is all of them.
  const value = last?.value ?? issue.input
  const rule = readRule(issue.message)
  if (rule && value !== undefined) return new AppError(rule.code, { field, value: shownAs(value), ...rule.details })
  if (rule) return fieldError(field, value, rule.details.choices?.toString())
  if (issue.expected === 'never') return new AppError('format.unknown-field', { field })
  // Of a missing field the library expects its name.
  const isName = issue.expected === JSON.stringify(last?.key)
  return fieldError(field, value, isName ? undefined : (issue.expected ?? issue.message))
}

/** The same for a file of its own, whose name is told with the field. */
export function fileError(issue: v.BaseIssue<unknown>, file: string): AppError {
  const path = v.getDotPath(issue)
  return schemaError(issue, file, path === null ? file : `${file}: ${path}`)
}

function shownAs(value: unknown): string {
  return (typeof value === 'number' ? String(value) : JSON.stringify(value)).slice(0, 80)
}
