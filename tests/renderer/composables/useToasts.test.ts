import { expect, it } from 'vitest'
import { createToasts } from '../../../src/renderer/composables/useToasts'

it('a toast stands until it is dismissed, and the others stay', () => {
  const toasts = createToasts()
  toasts.show('toast.saved', { path: '/a' })
  toasts.show('toast.saved', { path: '/b' })
  const [first] = toasts.list.value
  toasts.dismiss(first.id)
  expect(toasts.list.value.map(({ values }) => values.path)).toEqual(['/b'])
  toasts.dismiss(first.id)
  expect(toasts.list.value).toHaveLength(1)
})
