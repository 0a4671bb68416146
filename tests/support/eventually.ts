import { vi } from 'vitest'

/** Many times what anything takes on a busy machine, in milliseconds; still within the limit of a test, so that what is missing is told. */
const LIMIT = 60_000

/** Waits until an expectation holds, however long a busy machine takes. Throws: what it lacks, if it never holds. */
export function eventually<T>(expectation: () => T): Promise<Awaited<T>> {
  return vi.waitFor(expectation, { timeout: LIMIT, interval: 10 }) as Promise<Awaited<T>>
}
