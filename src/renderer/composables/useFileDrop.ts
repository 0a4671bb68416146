import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'

/** Files dropped anywhere on the window. Returns whether one hovers over it. */
export function useFileDrop(onFile: (file: File) => unknown): { readonly isOver: Ref<boolean> } {
  const isOver = ref(false)
  // dragenter and dragleave come for every element crossed; only their balance tells whether the file has left.
  let depth = 0

  const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false

  useEventListener(window, 'dragenter', (event: DragEvent) => {
    if (!carriesFiles(event)) return
    depth++
    isOver.value = true
  })
  useEventListener(window, 'dragleave', () => {
    depth = Math.max(0, depth - 1)
    if (depth === 0) isOver.value = false
  })
  useEventListener(window, 'dragover', (event: DragEvent) => event.preventDefault())
  useEventListener(window, 'drop', (event: DragEvent) => {
    event.preventDefault()
    depth = 0
    isOver.value = false
    const file = event.dataTransfer?.files[0]
    if (file) onFile(file)
  })

  return { isOver }
}
