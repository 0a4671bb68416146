/**
 * The part of papaparse that the core uses. The published types are not used because they include all of Node's, with which an impure
 * import into the core would compile.
 */
declare module 'papaparse' {
  interface ParsedRow {
    readonly data: string[]
    /** `index` is the offset of the field's content, after its opening quote. */
    readonly errors: readonly { readonly code: string; readonly index?: number }[]
    /** `cursor` is the offset of the row's end, its line end included. */
    readonly meta: { readonly cursor: number }
  }

  interface ParseOptions {
    readonly delimiter: string
    readonly escapeChar: string
    readonly newline: string
    readonly step: (row: ParsedRow, parser: { abort(): void }) => void
  }

  interface UnparseOptions {
    readonly newline: string
  }

  const Papa: {
    readonly parse: (text: string, options: ParseOptions) => void
    readonly unparse: (rows: readonly (readonly (string | number | null)[])[], options: UnparseOptions) => string
  }
  export default Papa
}
