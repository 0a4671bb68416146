/** A piece of a line of code: a word that may name a tensor, or what is between two of them. */
export interface CodeToken {
  readonly text: string
  /** The id of the tensor that it names. */
  readonly tensor: string | null
}

const WORD = /[\p{L}_][\p{L}\p{N}_⊙]*(?:\.\w+)?/gu

/** Cuts a line, of code or of a formula, into the names of tensors and the rest. `tensors` maps names to ids. */
export function codeTokens(line: string, tensors: ReadonlyMap<string, string>): CodeToken[] {
  const tokens: CodeToken[] = []
  let end = 0
  const plain = (text: string) => {
    if (text !== '') tokens.push({ text, tensor: null })
  }
  for (const match of line.matchAll(WORD)) {
    // `dW1.data` may be one name, `A1.T` is a name and a suffix.
    const name = tensors.has(match[0]) ? match[0] : match[0].split('.')[0]
    const tensor = tensors.get(name)
    if (tensor === undefined) continue
    plain(line.slice(end, match.index))
    tokens.push({ text: name, tensor })
    end = match.index + name.length
  }
  plain(line.slice(end))
  return tokens
}
