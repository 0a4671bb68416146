import { computed, type ComputedRef } from 'vue'
import { useEngine } from '../../engine-client/useEngine'
import { useText } from '../../i18n/useText'
import { activationName as nameOfActivation } from './activation-name'

/** Names of the network's layers and units. */
export interface NetworkNames {
  readonly inputs: ComputedRef<readonly string[]>
  /** The classes, the labels, or the numbers that are predicted. */
  readonly outputs: ComputedRef<readonly string[]>
  /** A few words a layer, the input first. */
  readonly captions: ComputedRef<readonly string[]>
  /** The activation of a layer from 1 on; of the last one softmax where the loss computes it. */
  readonly activationName: (layer: number) => string
  /** A unit in words; `layer` 0 is the input, units count from 0. */
  readonly unitName: (layer: number, unit: number) => string
}

export function useNetworkNames(): NetworkNames {
  const { t } = useText()
  const { state } = useEngine()
  const inputs = computed(() => state.value?.prepared?.inputs ?? [])
  const outputs = computed(() => {
    const { prepared, settings, network } = state.value ?? {}
    const units = network?.layers.at(-1)?.units ?? 0
    const classes = prepared?.classes?.map(({ name }) => name)
    if (!classes) return settings?.targets ?? []
    // One output is the probability of the second class.
    return units === 1 ? classes.slice(1, 2) : classes
  })
  const captions = computed(() => {
    const { network } = state.value ?? {}
    if (!network) return []
    return [String(network.inputs), ...network.layers.map(({ units }, l) => `${units} ${activationName(l + 1)}`)]
  })

  function activationName(layer: number): string {
    const { network, settings } = state.value ?? {}
    return network && settings ? nameOfActivation(network, settings.loss.kind, layer) : ''
  }

  function unitName(layer: number, unit: number): string {
    const number = unit + 1
    if (layer === 0) return t('network.input', { number, name: inputs.value[unit] ?? '' })
    if (layer === state.value?.network?.layers.length) return t('network.output', { number, name: outputs.value[unit] ?? '' })
    return t('network.hidden', { layer, number })
  }

  return { inputs, outputs, captions, activationName, unitName }
}
