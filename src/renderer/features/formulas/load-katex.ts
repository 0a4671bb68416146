type Katex = typeof import('katex').default

let loading: Promise<Katex> | undefined

/** The typesetter of formulas with its fonts, loaded when the first formula is to be seen and not with the page. */
export function loadKatex(): Promise<Katex> {
  loading ??= Promise.all([import('katex'), import('katex/dist/katex.min.css')]).then(([{ default: katex }]) => katex)
  return loading
}
