// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { useTip } from '../../../src/renderer/ui/useTip'

let scope: EffectScope
let tip: ReturnType<typeof useTip>

beforeEach(() => {
  vi.useFakeTimers()
  document.body.innerHTML = `
    <button id="one" title="First"><span id="inner"></span></button>
    <button id="two" title="Second" aria-label="Second"></button>
    <label for="field" title="About the field">Field</label><input id="field" />
    <p id="whole" title="as it is">as it is</p>
    <p id="plain"></p>`
  scope = effectScope()
  scope.run(() => (tip = useTip({ delay: 500, grace: 300 })))
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

const element = (id: string) => document.getElementById(id) as HTMLElement
const point = (id: string, at = { clientX: 0, clientY: 0 }) => {
  for (const type of ['pointerover', 'pointermove']) element(id).dispatchEvent(new PointerEvent(type, { bubbles: true, buttons: 0, ...at }))
}
const press = (key: string) => window.dispatchEvent(new KeyboardEvent('keydown', { key }))
const wait = (ms: number) => vi.advanceTimersByTime(ms)

describe('the tip for a pointer', () => {
  it('comes after a while, in the place of the title', () => {
    point('inner')
    wait(499)
    expect(tip.tip.value).toBeNull()
    wait(1)
    expect(tip.tip.value).toEqual({ target: element('one'), text: 'First' })
    expect(element('one').hasAttribute('title')).toBe(false)
    expect(element('one').getAttribute('aria-description')).toBe('First')
  })

  it('goes with the pointer and leaves everything as it was', () => {
    const before = document.body.innerHTML
    point('one')
    wait(500)
    point('plain')
    expect(tip.tip.value).toBeNull()
    expect(document.body.innerHTML).toBe(before)
  })

  it('comes at once after another', () => {
    point('one')
    wait(500)
    point('two')
    expect(tip.tip.value?.text).toBe('Second')
    expect(element('one').title).toBe('First')
  })

  it('does not describe what it names', () => {
    point('two')
    wait(500)
    expect(element('two').hasAttribute('aria-description')).toBe(false)
  })

  it('stays while the pointer is over it', () => {
    tip.keepAt((x) => x > 10)
    point('one')
    wait(500)
    point('plain', { clientX: 11, clientY: 0 })
    expect(tip.tip.value?.text).toBe('First')
    point('plain', { clientX: 10, clientY: 0 })
    expect(tip.tip.value).toBeNull()
  })

  it('does not come for a text that can be read anyway', () => {
    point('whole')
    wait(1000)
    expect(tip.tip.value).toBeNull()
  })

  it('follows the title', async () => {
    point('one')
    wait(500)
    element('one').title = 'Another'
    vi.useRealTimers()
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(tip.tip.value?.text).toBe('Another')
    expect(element('one').hasAttribute('title')).toBe(false)
  })
})

describe('the tip for the focus', () => {
  it('comes where a key brought it, also from the label of a field', () => {
    press('Tab')
    element('field').focus()
    wait(500)
    expect(tip.tip.value?.text).toBe('About the field')
    press('Tab')
    element('two').focus()
    expect(tip.tip.value?.text).toBe('Second')
  })

  it('does not come where the pointer brought it', () => {
    point('plain')
    element('field').focus()
    wait(1000)
    expect(tip.tip.value).toBeNull()
  })

  it('goes on Escape', () => {
    press('Tab')
    element('one').focus()
    wait(500)
    press('Escape')
    expect(tip.tip.value).toBeNull()
    expect(element('one').title).toBe('First')
  })
})
