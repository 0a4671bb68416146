import { defineComponent, h, type VNodeChild } from 'vue'
import type { Token, Tokens } from 'marked'
import MathFormula from '../formulas/MathFormula.vue'
import { markdownTokens, type FormulaToken } from './markdown'

/** A text in Markdown, built as elements one by one: no HTML of a lab's author reaches the page. */
export default defineComponent({
  props: { text: { type: String, required: true } },
  setup(props) {
    return () => h('div', { class: 'markdown selectable' }, blocks(markdownTokens(props.text)))
  }
})

function blocks(tokens: readonly Token[] = []): VNodeChild[] {
  return tokens.map(element)
}

function element(token: Token): VNodeChild {
  const inside = () => blocks((token as Tokens.Generic).tokens)
  switch (token.type) {
    case 'space':
      return null
    case 'paragraph':
      return h('p', inside())
    case 'heading':
      return h('h3', inside())
    case 'strong':
      return h('strong', inside())
    case 'em':
      return h('em', inside())
    case 'codespan':
      return h('code', (token as Tokens.Codespan).text)
    case 'br':
      return h('br')
    case 'blockquote':
      return h('blockquote', inside())
    case 'formula':
      return h(MathFormula, { tex: (token as FormulaToken).tex, plain: (token as FormulaToken).tex })
    case 'code':
      return block(token as Tokens.Code)
    case 'list': {
      const { ordered, items } = token as Tokens.List
      return h(
        ordered ? 'ol' : 'ul',
        items.map((item) => h('li', blocks(item.tokens)))
      )
    }
    case 'table':
      return table(token as Tokens.Table)
    case 'text': {
      const { tokens, text } = token as Tokens.Text
      return tokens ? blocks(tokens) : text
    }
    // Links, pictures and HTML have no place in a lab: their source is shown.
    default:
      return token.raw
  }
}

function block({ lang, text }: Tokens.Code): VNodeChild {
  if (lang === 'math') return h('div', { class: 'display' }, h(MathFormula, { tex: text, plain: text, isLarge: true }))
  return h('pre', { tabindex: 0 }, h('code', text))
}

function table({ header, rows }: Tokens.Table): VNodeChild {
  const cells = (tag: 'th' | 'td', row: readonly Tokens.TableCell[]) =>
    h(
      'tr',
      row.map(({ tokens }) => h(tag, blocks(tokens)))
    )
  return h('table', [
    h('thead', cells('th', header)),
    h(
      'tbody',
      rows.map((row) => cells('td', row))
    )
  ])
}
