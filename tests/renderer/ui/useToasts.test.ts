import { expect, it } from 'vitest'
import { createToasts } from '../../../src/renderer/ui/useToasts'

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

it('what is said again stands once, as the newest', () => {
  const toasts = createToasts()
  toasts.show('toast.saved', { path: '/a' })
  toasts.show('toast.copied', { text: '/a' })
  const [{ id }] = toasts.list.value
  toasts.show('toast.saved', { path: '/a' })
  expect(toasts.list.value.map(({ key }) => key)).toEqual(['toast.copied', 'toast.saved'])
  expect(toasts.list.value[1].id).not.toBe(id)
})

it('the oldest give way, so that the window is not covered', () => {
  const toasts = createToasts()
  for (let path = 1; path <= 40; path++) toasts.show('toast.saved', { path })
  expect(toasts.list.value.map(({ values }) => values.path)).toEqual([37, 38, 39, 40])
})
