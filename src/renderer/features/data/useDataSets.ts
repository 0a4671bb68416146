import { computed, type ComputedRef } from 'vue'
import { toyNames } from '#core'
import { useFiles } from '../files/useFiles'
import { useEngine } from '../../engine-client/useEngine'
import { useText } from '../../i18n/useText'
import { useToys } from '../toys/useToys'
import { sampleTitle, toyTitle } from '../naming/useDataName'

export interface DataSet {
  readonly value: string
  readonly label: string
  readonly group: string
}

/** The data sets to choose from: the opened file, if there is one, the samples, and the toy data sets. */
export interface DataSets {
  readonly sets: ComputedRef<readonly DataSet[]>
  /** The one that is open. */
  readonly chosen: ComputedRef<string>
  readonly choose: (value: string) => Promise<void>
}

/** Stands for the opened file; no sample can be called that. */
const FILE = '/file'
/** Before the name of a toy data set. */
const TOY = 'toy:'

export function useDataSets(): DataSets {
  const { t } = useText()
  const { samples, state } = useEngine()
  const { openSample } = useFiles()
  const toys = useToys()

  const sets = computed(() => {
    const data = state.value?.data
    const file = data?.origin === 'file' ? [{ value: FILE, label: data.name, group: t('settings.file') }] : []
    const known = samples.value.map(({ name }) => ({ value: name, label: sampleTitle(name, t), group: t('settings.samples') }))
    const made = toyNames.map((name) => ({ value: TOY + name, label: toyTitle(name, t), group: t('toys.group') }))
    return [...file, ...known, ...made]
  })
  const chosen = computed(() => {
    const data = state.value?.data
    if (data?.toy) return TOY + data.toy.name
    return data?.origin === 'file' ? FILE : (data?.name ?? '')
  })

  return {
    sets,
    chosen,
    async choose(value) {
      const toy = toyNames.find((name) => value === TOY + name)
      if (toy) await toys.open(toy)
      else await openSample(value)
    }
  }
}
