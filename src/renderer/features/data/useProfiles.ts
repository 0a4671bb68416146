import { shallowRef, watch } from 'vue'
import type { ColumnProfile } from '#shared/contract'
import { useEngine } from '../../engine-client/useEngine'
import { useDataKeys } from './useDataKey'

export interface Profiles {
  /** A column's profile as far as it is known; asks for it otherwise. */
  readonly of: (name: string) => ColumnProfile | undefined
}

/** So many are asked for at a time: of a million rows each takes some tenths of a second. */
const MOST_ASKED = 4

/** The profiles of the columns that are in sight. */
export function useProfiles(): Profiles {
  const { request } = useEngine()
  const { table, targets } = useDataKeys()
  const known = shallowRef<ReadonlyMap<string, ColumnProfile>>(new Map())
  const wanted = new Set<string>()
  let version = 0
  let isAsking = false

  watch(table, () => (known.value = new Map()))
  // Associations are with the targets: the rest stays in sight until the new ones are there.
  watch([table, targets], () => {
    version++
    for (const name of known.value.keys()) wanted.add(name)
    void askNext()
  })

  async function askNext(): Promise<void> {
    if (isAsking || wanted.size === 0) return
    isAsking = true
    // What is drawn in the same turn is asked for together.
    await Promise.resolve()
    // The last ones wanted are those in sight.
    const names = [...wanted].slice(-MOST_ASKED)
    const asked = version
    const profiles = await request('columnProfiles', { names }).catch(() => [])
    isAsking = false
    for (const name of names) wanted.delete(name)
    if (asked === version) known.value = new Map([...known.value, ...profiles.map((one) => [one.name, one] as const)])
    else for (const name of names) wanted.add(name)
    if (profiles.length > 0 || asked !== version) void askNext()
  }

  return {
    of(name) {
      const profile = known.value.get(name)
      if (!profile && !wanted.has(name)) {
        wanted.add(name)
        void askNext()
      }
      return profile
    }
  }
}
