import { computed, ref, watch, type Ref } from 'vue'
import { useSettings } from './useSettings'
import type { SettingField } from './setting-fields'

/** Whether a part of the sidebar stands open: not at first, but as soon as something is wrong with one of its fields. */
export function useOpenOnError(fields: () => readonly SettingField[]): Ref<boolean> {
  const { errors } = useSettings()
  const isOpen = ref(false)
  const isWrong = computed(() => fields().some((field) => errors.value[field]))
  watch(isWrong, (wrong) => wrong && (isOpen.value = true), { immediate: true })
  return isOpen
}
