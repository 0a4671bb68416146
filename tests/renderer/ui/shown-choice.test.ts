import { createApp, nextTick, ref } from 'vue'
import { expect, it } from 'vitest'
import { useShownChoice } from '../../../src/renderer/ui/shown-choice'

it('shows a choice at once, passes it on once, and shows what was decided', async () => {
  const value = ref('a')
  const passed: string[] = []
  const { shown, choose } = createApp({}).runWithContext(() =>
    useShownChoice(
      () => value.value,
      (chosen) => passed.push(chosen)
    )
  )
  choose('b')
  choose('b')
  expect(shown.value).toBe('b')
  expect(passed).toEqual(['b'])
  value.value = 'c'
  await nextTick()
  expect(shown.value).toBe('c')
})
