// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { useInSight } from '../../../src/renderer/ui/useInSight'

afterEach(() => vi.restoreAllMocks())

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

it('brings the elements into sight once a frame, however often a source changes, and no more when the component is gone', async () => {
  const element = document.createElement('div')
  const scroll = vi.spyOn(element, 'scrollIntoView').mockReturnValue(undefined)
  const step = ref(0)
  const scope = effectScope()
  scope.run(() => useInSight([step], () => [element, null]))
  step.value++
  await nextTick()
  step.value++
  await nextTick()
  expect(scroll).not.toHaveBeenCalled()
  await nextFrame()
  expect(scroll).toHaveBeenCalledExactlyOnceWith({ block: 'nearest', inline: 'nearest' })
  step.value++
  await nextTick()
  scope.stop()
  await nextFrame()
  expect(scroll).toHaveBeenCalledTimes(1)
})
