// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { h, KeepAlive, nextTick, ref } from 'vue'
import { createPageKeys, pageKeysState, usePageKeys, type PageKey } from '../../../src/renderer/keys/usePageKeys'

const key = (chord: string): PageKey => ({ keys: [chord], label: () => chord, run: () => undefined })

it('hold while their page is open, and again when it is opened again', async () => {
  const pageKeys = createPageKeys()
  const page = (chord: string) => ({
    setup() {
      usePageKeys([key(chord)])
      return () => h('p', chord)
    }
  })
  const pages = [page('a'), page('b')]
  const open = ref(0)
  const wrapper = mount(
    { render: () => h(KeepAlive, null, { default: () => h(pages[open.value]) }) },
    {
      global: { provide: { [pageKeysState.key as symbol]: pageKeys } }
    }
  )
  const chords = () => pageKeys.list.flatMap(({ keys }) => keys)
  expect(chords()).toEqual(['a'])
  for (const [place, expected] of [
    [1, 'b'],
    [0, 'a']
  ] as const) {
    open.value = place
    await nextTick()
    expect(chords()).toEqual([expected])
  }
  wrapper.unmount()
  expect(chords()).toEqual([])
})
