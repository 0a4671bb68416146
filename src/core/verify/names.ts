import { AppError } from '../messages/app-error'
import type { Pipeline } from '../preparation/pipeline'

/**
 * Requires that every feature and target has a name of its own, that no target is a feature, and that classes and categories differ from
 * one another.
 * Throws: format, naming the field.
 */
export function requireDistinctNames({ features, targets }: Pipeline): void {
  const columns = [...places('features', features), ...places('targets', targets)]
  requireDistinct(columns.map(({ place, name }) => ({ field: `${place}.name`, name })))
  features.forEach(({ categories }, f) => requireDistinct(listed(`features.${f}.categories`, categories)))
  targets.forEach((target, t) => {
    if (target.kind !== 'number') requireDistinct(listed(`targets.${t}.classes`, target.classes))
  })
}

function places(what: string, columns: readonly { readonly name: string }[]) {
  return columns.map(({ name }, c) => ({ place: `${what}.${c}`, name }))
}

function listed(field: string, names: readonly string[]) {
  return names.map((name, n) => ({ field: `${field}.${n}`, name }))
}

function requireDistinct(named: readonly { readonly field: string; readonly name: string }[]): void {
  const seen = new Map<string, string>()
  for (const { field, name } of named) {
    const other = seen.get(name)
    if (other !== undefined) throw new AppError('format.same-name', { field, other, name: name.slice(0, 80) })
    seen.set(name, field)
  }
}
