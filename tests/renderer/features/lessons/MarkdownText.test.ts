// @vitest-environment happy-dom
import { shallowMount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import MarkdownText from '../../../../src/renderer/features/lessons/MarkdownText'

const shown = (text: string) => shallowMount(MarkdownText, { props: { text } }).html()

it('sets paragraphs, lists, tables, code and formulas', () => {
  const html = shown(
    '**Bold** `dW`\n\n- one\n- $x_1$\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n```python\ndW = X.T @ dZ\n```\n\n```math\nx^2\n```'
  )
  for (const part of [
    '<strong>Bold</strong>',
    '<code>dW</code>',
    '<li>one</li>',
    '<th>a</th>',
    '<td>2</td>',
    'dW = X.T @ dZ',
    'x_1',
    'x^2'
  ]) {
    expect(html).toContain(part)
  }
})

it('shows HTML, links and pictures as they are written, and makes none of them', () => {
  const wrapper = shallowMount(MarkdownText, {
    props: { text: '<script>alert(1)</script>\n\na <b onclick="x">b</b> [l](https://example.org) ![p](x.png)' }
  })
  expect(wrapper.find('script, b, a, img').exists()).toBe(false)
  expect(wrapper.text()).toContain('<script>alert(1)</script>')
  expect(wrapper.text()).toContain('[l](https://example.org)')
})

it('leaves a lone dollar sign and what follows a line end alone', () => {
  expect(shown('costs 5$ and\n6$')).not.toContain('math')
})
