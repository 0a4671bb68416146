import { createApp, nextTick, ref } from 'vue'
import { describe, expect, it } from 'vitest'
import { fieldRevisionKey } from '../../../src/renderer/ui/field-revision'
import { useDraft } from '../../../src/renderer/ui/useDraft'

function setUp() {
  const value = ref('8')
  const revision = ref(0)
  const field = createApp({})
    .provide(fieldRevisionKey, revision)
    .runWithContext(() => useDraft(() => value.value))
  const { draft } = field
  const answer = (to = value.value) => {
    value.value = to
    revision.value++
    return nextTick()
  }
  const send = (text: string) => {
    draft.value = text
    field.markSent()
  }
  return { ...field, value, answer, send }
}

describe('the draft of a field', () => {
  it('follows the value', async () => {
    const { draft, value } = setUp()
    expect(draft.value).toBe('8')
    value.value = '4'
    await nextTick()
    expect(draft.value).toBe('4')
  })

  it('shows the value again after its own change was refused or decided', async () => {
    const { draft, send, answer } = setUp()
    send('500000')
    expect(draft.value).toBe('500000')
    await answer()
    expect(draft.value).toBe('8')
    send(' 016')
    await answer('16')
    expect(draft.value).toBe('16')
  })

  it('keeps what is being typed when an earlier change is refused or decided', async () => {
    const { draft, send, answer } = setUp()
    send('500000')
    draft.value = '12'
    await answer()
    expect(draft.value).toBe('12')
    await answer('4')
    expect(draft.value).toBe('12')
    send('12')
    await answer('12')
    expect(draft.value).toBe('12')
  })

  it('keeps what is being typed after Escape when the answer to what was typed before is late', async () => {
    const { draft, reset, markSent, answer } = setUp()
    draft.value = '16, 0'
    markSent()
    reset()
    markSent()
    draft.value = '16, 8'
    await answer()
    expect(draft.value).toBe('16, 8')
  })

  it('shows what has become of the value when typing was taken back by hand and the field is left', async () => {
    const { draft, answer, leave } = setUp()
    draft.value = '82'
    await answer('4')
    draft.value = '8'
    await nextTick()
    expect(draft.value).toBe('8')
    leave()
    expect(draft.value).toBe('4')
  })

  it('keeps what was refused beside the field when the field is left', () => {
    const { draft, send, leave } = setUp()
    send('abc')
    leave()
    expect(draft.value).toBe('abc')
  })
})
