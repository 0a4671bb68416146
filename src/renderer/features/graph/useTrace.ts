import type { ShallowRef } from 'vue'
import type { Trace } from '#core'
import { useQuery } from '../../engine-client/useQuery'
import { useGraphExplorer } from './useGraphExplorer'

/** Asks for the table of both modes as long as the component is there, and keeps it while the program has an error. */
export function useTrace(): Readonly<ShallowRef<Trace | null>> {
  const { question, error } = useGraphExplorer()
  return useQuery('graphTrace', () => (error.value ? null : [question.value]), { live: true, followsRun: false, every: 0 }).view
}
