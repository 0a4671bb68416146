import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'

/** Files dropped anywhere on the window. Returns whether one hovers over it. */
export function useFileDrop(onFile: (file: File) => unknown): { readonly isOver: Ref<boolean> } {
  const isOver = ref(false)

  const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false

  useEventListener(window, 'dragenter', (event: DragEvent) => {
    if (carriesFiles(event)) isOver.value = true
  })
  // dragleave comes for every element crossed; only out of the window there is no element that is entered instead.
  useEventListener(window, 'dragleave', (event: DragEvent) => {
    if (event.relatedTarget === null) isOver.value = false
  })
  useEventListener(window, 'dragover', (event: DragEvent) => event.preventDefault())
  useEventListener(window, 'drop', (event: DragEvent) => {
    event.preventDefault()
    isOver.value = false
    const file = event.dataTransfer?.files[0]
    if (file) onFile(file)
  })

  return { isOver }
}
