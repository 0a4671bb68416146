import { expect, it } from 'vitest'
import { sidebarWidth } from '../../../../src/renderer/pages/workbench/sidebar-width'

it('follows the handle within what the settings and the results need', () => {
  expect(sidebarWidth(0.3, 100)).toBe(30)
  expect(sidebarWidth(0.01, 100)).toBe(21)
  expect(sidebarWidth(0.9, 100)).toBe(50)
  expect(sidebarWidth(0.9, 200)).toBe(52)
  expect(sidebarWidth(0.25678, 100)).toBe(25.7)
})
