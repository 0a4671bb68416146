import { computed, type ComputedRef } from 'vue'
import type { ToyName } from '#core'
import type { DataSummary } from '#shared/contract'
import { useEngine } from '../../engine-client/useEngine'
import { useText, type Texts } from '../../i18n/useText'
import { en } from './en'

/** A toy data set's name for people. */
export function toyTitle(name: ToyName, t: Texts['t']): string {
  return t(`toys.names.${name}`)
}

type KnownSample = keyof typeof en.samples

const isKnown = (name: string): name is KnownSample => Object.hasOwn(en.samples, name)

/** A sample's name for people; a sample without one in the catalogue shows the name it is stored under. */
export function sampleTitle(name: string, t: Texts['t']): string {
  return isKnown(name) ? t(`samples.${name}`) : name
}

/** The name of data for people: a sample's title, or the file's name. */
export function dataTitle({ origin, name, toy }: Pick<DataSummary, 'origin' | 'name' | 'toy'>, t: Texts['t']): string {
  if (toy) return toyTitle(toy.name, t)
  return origin === 'sample' ? sampleTitle(name, t) : name
}

/** The name of the loaded data. */
export function useDataName(): ComputedRef<string> {
  const { state } = useEngine()
  const { t } = useText()
  return computed(() => (state.value ? dataTitle(state.value.data, t) : ''))
}
