import { expect, it, vi } from 'vitest'
import { createToasts } from '../../../src/renderer/composables/useToasts'

it('a toast goes after its time, or when it is closed', () => {
  vi.useFakeTimers()
  const toasts = createToasts({ lifetime: 100 })
  toasts.show('toast.saved', { path: '/a' })
  toasts.show('toast.saved', { path: '/b' })
  toasts.dismiss(toasts.list.value[0].id)
  expect(toasts.list.value.map(({ values }) => values.path)).toEqual(['/b'])
  vi.advanceTimersByTime(100)
  expect(toasts.list.value).toEqual([])
  vi.useRealTimers()
})
