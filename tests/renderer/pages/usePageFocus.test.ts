// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { usePageFocus } from '../../../src/renderer/pages/usePageFocus'

beforeEach(() => {
  document.body.innerHTML =
    '<button role="radio" aria-checked="false">Workbench</button><button role="radio" aria-checked="true">Graph</button><main></main>'
})
const radio = (isChecked: boolean) => document.querySelector<HTMLElement>(`[aria-checked="${isChecked}"]`)
const focused = () => document.activeElement?.tagName

async function open(...pages: readonly unknown[]): Promise<void> {
  const view = shallowRef<unknown>(null)
  effectScope().run(() => usePageFocus(view))
  for (const page of pages) {
    view.value = page
    await nextTick()
  }
}

it('leaves the focus at the beginning of the window at the start', async () => {
  await open({})
  expect(focused()).toBe('BODY')
})

it('gives it to a page that is opened, once that is loaded', async () => {
  radio(false)?.focus()
  await open({}, null)
  expect(focused()).toBe('BUTTON')
  radio(false)?.focus()
  await open({}, null, {})
  expect(focused()).toBe('MAIN')
})

it('leaves it on the switch for who chooses there by arrow keys', async () => {
  radio(true)?.focus()
  await open({}, {})
  expect(document.activeElement).toBe(radio(true))
})
