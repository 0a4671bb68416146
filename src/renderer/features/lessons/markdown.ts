import { Lexer, Marked, type Token, type Tokens } from 'marked'

/** Markdown with formulas between `$` signs, as trees of tokens; what looks like HTML is text. */
const markdown = new Marked({
  gfm: true,
  extensions: [
    {
      name: 'formula',
      level: 'inline',
      start: (text) => text.indexOf('$'),
      tokenizer(text): FormulaToken | undefined {
        const [raw, tex] = /^\$([^$\n]+)\$/.exec(text) ?? []
        return raw === undefined ? undefined : { type: 'formula', raw, tex }
      }
    }
  ]
})

export interface FormulaToken extends Tokens.Generic {
  readonly type: 'formula'
  readonly tex: string
}

/** The tokens of a text. */
export function markdownTokens(text: string): Token[] {
  return new Lexer(markdown.defaults).lex(text)
}
