import * as v from 'valibot'

type ByName<T> = Readonly<Record<string, T>>

/**
 * A schema of values by name, be it any name: `record` of valibot leaves those out that objects have by birth, and a column may be called
 * `__proto__`. What is stored with such a name is stored as pairs, which are taken as well.
 */
export function byName<In, Out>(schema: v.GenericSchema<In, Out>): v.GenericSchema<ByName<In>, Record<string, Out>> {
  const named = v.custom<ByName<In>>((input) => typeof input === 'object' && input !== null)
  return v.pipe(
    named,
    v.rawTransform(({ dataset, addIssue }): Record<string, Out> => {
      const parsed: [string, Out][] = []
      for (const [key, value] of entriesOf(dataset.value)) {
        const result = v.safeParse(schema, value)
        if (result.success) {
          parsed.push([key, result.output])
          continue
        }
        const [issue] = result.issues
        const own = { type: 'object', origin: 'value', input: dataset.value as Record<string, unknown>, key, value } as const
        addIssue({
          message: issue.message,
          input: issue.input,
          path: [own, ...(issue.path ?? [])] as [v.IssuePathItem, ...v.IssuePathItem[]]
        })
      }
      return Object.fromEntries(parsed)
    })
  )
}

function entriesOf(value: unknown): [string, unknown][] {
  if (!Array.isArray(value)) return Object.entries(value as object)
  return value.map((pair: unknown) => (Array.isArray(pair) ? [String(pair[0]), pair[1]] : ['', undefined]))
}

/** Values by name to be stored: as they are, or as pairs where a name would be refused. */
export function storedByName<T>(values: ByName<T>): ByName<T> | [string, T][] {
  return Object.hasOwn(values, '__proto__') ? Object.entries(values) : values
}
